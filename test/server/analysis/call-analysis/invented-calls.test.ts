import { expect, onTestFinished, test } from 'vitest';
import { createAnalysis } from '../../../../server/analysis/create-analysis.ts';
import { enqueueCallEnded } from '../../../../server/calls/call-ended.ts';
import { systemClock } from '../../../../server/infra/clock.ts';
import { startJobs } from '../../../../server/infra/jobs/jobs.ts';
import { createLog } from '../../../../server/infra/log.ts';
import type { Analyst, AnalystAnswer } from '../../../../server/language-model/analyst.ts';
import { aDatabase } from '../../../support/database.ts';
import { aTenant } from '../../../support/tenant.ts';
import { anEndedCall, linesOf } from '../a-call.ts';

const own = await aDatabase();
const log = createLog('silent');

/** Never answers a call that a stranger invented, and any other at once. */
const analyst: Analyst = {
  model: 'patient',
  analyse: ({ lines }, signal): Promise<AnalystAnswer> => {
    const answer: AnalystAnswer = { kind: 'failed', reason: 'It has nothing to say', tokens: 1 };
    if (!lines.some(({ text }) => text.includes('invented'))) return Promise.resolve(answer);
    return new Promise((resolve) => signal.addEventListener('abort', () => resolve(answer), { once: true }));
  },
};

test('while 300 calls that a stranger invented wait to be analysed, a caller’s is analysed at once', async () => {
  const [{ id: tenantId }, { id: neighbour }] = [await aTenant(own), await aTenant(own)];
  const invented = await Promise.all(
    Array.from({ length: 300 }, () => anEndedCall(own, tenantId, linesOf('caller: This is invented.'))),
  );
  await own.database.inTenant(tenantId, async (tx) => {
    for (const { callId } of invented) await enqueueCallEnded(tx, { tenantId, callId, verified: false });
  });
  const { tasks, close } = createAnalysis({
    ...{ database: own.database, clock: systemClock, log },
    ...{ analyst, consequences: [] },
  });
  const stop = await startJobs({ url: own.url, database: own.database, log }, { tasks, schedule: [] });
  onTestFinished(async () => {
    await stop();
    await close();
  });
  const real = await Promise.all(
    [tenantId, neighbour].map(async (id) => {
      const call = await anEndedCall(own, id, linesOf('caller: When are you open?'), { verified: true });
      await own.database.inTenant(id, (tx) =>
        enqueueCallEnded(tx, { tenantId: id, callId: call.callId, verified: true }),
      );
      return call.callId;
    }),
  );
  await expect
    .poll(() => own.admin('select 1 from call_analyses where call_id = any ($1)', [real]), {
      timeout: 10_000,
      interval: 50,
    })
    .toHaveLength(2);
});
