import { Writable } from 'node:stream';
import { afterAll } from 'vitest';
import { systemClock } from '../../../../server/infra/clock.ts';
import { createLog } from '../../../../server/infra/log.ts';
import { Secret } from '../../../../server/infra/secrets.ts';
import type { VobizCredentials } from '../../../../server/settings/vobiz-account.ts';
import { VobizRest } from '../../../../server/telephony/vobiz/rest/rest-client.ts';
import { vobizNumbers } from '../../../../server/telephony/vobiz/rest/rest-numbers.ts';
import { FakeVobiz } from '../../../fakes/vobiz-api.ts';

/** Pauses are short, so that a test that repeats takes milliseconds. */
const retries = { attempts: 3, firstPauseMs: 5, longestPauseMs: 1_000 };

/** A Vobiz that is there, and our side of it with good credentials and little patience. */
export async function aVobizAccount({ safeMs = 400, concurrency = 6 } = {}) {
  const vobiz = await FakeVobiz.start();
  const lines: string[] = [];
  const log = createLog(
    'trace',
    new Writable({
      write: (line, _, done) => {
        lines.push(String(line));
        done();
      },
    }),
  );
  const rest = new VobizRest({ baseUrl: vobiz.baseUrl, clock: systemClock, log, concurrency });
  afterAll(async () => {
    await rest.close();
    await vobiz.stop();
  });
  const credentials: VobizCredentials = { appId: vobiz.authId, apiKey: new Secret(vobiz.authToken) };
  return {
    vobiz,
    rest,
    credentials,
    numbers: vobizNumbers(rest, credentials, { retries, safeMs }),
    logged: () => lines.join(''),
  };
}
