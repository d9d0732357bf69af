import { expect, onTestFinished, test } from 'vitest';
import { createAnalysis } from '../../../../server/analysis/create-analysis.ts';
import { CALL_ENDED_TASK, callEndedKey } from '../../../../server/calls/call-ended.ts';
import { systemClock } from '../../../../server/infra/clock.ts';
import { startJobs } from '../../../../server/infra/jobs/jobs.ts';
import { createLog } from '../../../../server/infra/log.ts';
import type { Analyst, AnalystAnswer } from '../../../../server/language-model/analyst.ts';
import { aDatabase } from '../../../support/database.ts';
import { aTenant } from '../../../support/tenant.ts';
import { anEndedCall, linesOf } from '../a-call.ts';

const own = await aDatabase();
const log = createLog('silent');

/** A model that answers once as many calls wait for it as `together` says, or all that are left. */
function aModel(calls: number, together: number) {
  let waiting: (() => void)[] = [];
  let most = 0;
  let left = calls;
  const analyst: Analyst = {
    model: 'patient',
    analyse: async (): Promise<AnalystAnswer> => {
      await new Promise<void>((go) => {
        waiting.push(go);
        most = Math.max(most, waiting.length);
        if (waiting.length < Math.min(together, left)) return;
        left -= waiting.length;
        for (const each of waiting) each();
        waiting = [];
      });
      return { kind: 'failed', reason: 'It has nothing to say', tokens: 1 };
    },
  };
  return { analyst, most: () => most };
}

test('60 calls of a tenant that end together are all analysed, 8 with the model at once', async () => {
  const { analyst, most } = aModel(60, 8);
  const { id: tenantId } = await aTenant(own);
  const calls = await Promise.all(
    Array.from({ length: 60 }, () =>
      anEndedCall(own, tenantId, linesOf('agent: Welcome.', 'caller: When are you open?'), {
        verified: true,
      }),
    ),
  );
  const { tasks, close } = createAnalysis({
    ...{ database: own.database, clock: systemClock, log },
    ...{ analyst, consequences: [] },
  });
  const stop = await startJobs({ url: own.url, database: own.database, log }, { tasks, schedule: [] });
  onTestFinished(async () => {
    await stop();
    await close();
  });
  await own.database.inTenant(tenantId, async (tx) => {
    for (const { callId } of calls)
      await tx.addJob(CALL_ENDED_TASK, { tenantId, callId }, { key: callEndedKey(callId) });
  });
  await expect
    .poll(() => own.admin('select 1 from call_analyses'), { timeout: 30_000, interval: 100 })
    .toHaveLength(60);
  expect(most()).toBe(8);
}, 40_000);
