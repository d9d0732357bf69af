import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { OutboundRefused } from '../../../server/infra/outbound/outbound-error.ts';
import { OutboundHttp } from '../../../server/infra/outbound/outbound-http.ts';
import { Secret } from '../../../server/infra/secrets.ts';
import { fetchRecording } from '../../../server/recordings/fetch-recording.ts';
import { mediaHostCheck } from '../../../server/recordings/media-host.ts';
import { UnfitRecording } from '../../../server/recordings/unfit-recording.ts';
import { FakeMedia, sounds } from '../../fakes/recordings.ts';

const incoming = mkdtempSync(join(tmpdir(), 'kaivox-incoming-'));
const media = await FakeMedia.start();
const foreign = await FakeMedia.start();
afterAll(async () => {
  await Promise.all([media.stop(), foreign.stop()]);
  rmSync(incoming, { recursive: true, force: true });
});

/** From a network in which both hosts can be reached. */
const fetching = (limits: { bytes: number; ms: number }) =>
  fetchRecording(
    media.urlOf('/1.mp3'),
    { authId: media.authId, token: new Secret(media.authToken) },
    {
      outbound: new OutboundHttp({ allowHosts: [media.host, foreign.host] }),
      checkHost: mediaHostCheck([media.host]),
      incoming,
      limits,
    },
  );
const generous = { bytes: 10_000, ms: 10_000 };

test('a redirect to a host that could be reached, and is none of Vobiz’s, isn’t followed', async () => {
  foreign.has({ sound: sounds.mp3 });
  media.next({ redirect: foreign.urlOf('/1.mp3') });
  await expect(fetching(generous)).rejects.toThrow(OutboundRefused);
  expect(media.requests).toHaveLength(1);
  expect(foreign.requests).toEqual([]);
});

test.each([
  ['that goes on for ever', { endless: sounds.wav }],
  ['that is a little too long', { sound: Buffer.concat([sounds.wav, Buffer.alloc(10_000)]) }],
])('a recording %s is given up', async (_, reply) => {
  media.next(reply);
  await expect(fetching(generous)).rejects.toThrow(UnfitRecording);
  expect(readdirSync(incoming)).toEqual([]);
});

test('one that never comes is given up in time, and may be tried again', async () => {
  media.next({ announces: 5_000 });
  await expect(fetching({ ...generous, ms: 300 })).rejects.toThrow('did not answer within 0.3 s');
  expect(readdirSync(incoming)).toEqual([]);
});
