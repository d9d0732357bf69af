import { expect, onTestFinished, test } from 'vitest';
import type { AnalysedCall } from '../../../../server/analysis/call-analysis/analysed-call.ts';
import { resumeAnalyses } from '../../../../server/analysis/call-analysis/resume-analyses.job.ts';
import { createAnalysis } from '../../../../server/analysis/create-analysis.ts';
import { CALL_ENDED_TASK, callEndedKey } from '../../../../server/calls/call-ended.ts';
import { systemClock } from '../../../../server/infra/clock.ts';
import { startJobs } from '../../../../server/infra/jobs.ts';
import { createLog } from '../../../../server/infra/log.ts';
import { aDatabase } from '../../../support/database.ts';
import { aTenant } from '../../../support/tenant.ts';
import { anEndedCall, type EndedCall, linesOf } from '../a-call.ts';
import { analyse, analysesOf } from '../an-analysis.ts';

const own = await aDatabase();
const { id: tenantId } = await aTenant(own);
const log = createLog('silent');
const lines = linesOf('agent: Welcome.', 'caller: What does a consultation cost?');

const JOBS = 'graphile_worker._private_jobs';

/** A call that is over, with the job that its hangup enqueued. */
async function aCallEnded(): Promise<EndedCall> {
  const call = await anEndedCall(own, tenantId, lines);
  const { callId } = call;
  await own.database.inTenant(tenantId, (tx) =>
    tx.addJob(CALL_ENDED_TASK, { tenantId, callId }, { key: callEndedKey(callId) }),
  );
  return call;
}

const jobsOf = ({ callId }: EndedCall) =>
  own.admin<{ attempts: number; isLocked: boolean }>(
    `select attempts, locked_at is not null as "isLocked" from ${JOBS} where key = $1`,
    [callEndedKey(callId)],
  );

/** As graphile-worker does for a worker that takes a job; a process that is killed leaves it so. */
const lock = ({ callId }: EndedCall, minutes: number) =>
  own.admin(
    `update ${JOBS}
        set attempts = attempts + 1, locked_at = now() - make_interval(mins => $2), locked_by = 'worker of ' || key
      where key = $1`,
    [callEndedKey(callId), minutes],
  );

const resume = () => resumeAnalyses(own.database, systemClock);

test('a call whose job went down with its process is analysed by another, once in effect', async () => {
  const [killed, slow] = [await aCallEnded(), await aCallEnded()];
  for (const call of [killed, slow]) await lock(call, 9);
  const heard: AnalysedCall[] = [];
  const consequences = [async (_: unknown, analysed: AnalysedCall) => void heard.push(analysed)];
  const { tasks } = createAnalysis({
    ...{ database: own.database, clock: systemClock, log, consequences },
    analyst: undefined,
  });
  // The job of a process that isn't dead, only slow: it is done by then, and is lost no more.
  await analyse(own, slow, { consequences });

  await Promise.all([resume(), resume()]);
  await resume();
  const stop = await startJobs(own.url, { tasks, schedule: [] }, log);
  onTestFinished(stop);

  await expect.poll(() => analysesOf(own, killed), { timeout: 10_000 }).toHaveLength(1);
  await expect.poll(() => jobsOf(killed), { timeout: 10_000 }).toEqual([]);
  await resume();
  expect(await jobsOf(killed)).toEqual([]);
  expect(heard.map(({ callId }) => callId).sort()).toEqual([killed.callId, slow.callId].sort());
});

test('a job is lost that was locked for longer than any analysis takes; its attempts go on counting', async () => {
  const [lost, runs] = [await aCallEnded(), await aCallEnded()];
  await lock(lost, 6);
  await lock(runs, 4);
  await resume();
  expect(await jobsOf(lost)).toEqual([{ attempts: 1, isLocked: false }]);
  expect(await jobsOf(runs)).toEqual([{ attempts: 1, isLocked: true }]);
});

test('a job that waits for its turn, failed for good, was forgotten or does something else stays so', async () => {
  const [waits, failed, forgotten] = [await aCallEnded(), await aCallEnded(), await aCallEnded()];
  const change = ({ callId }: EndedCall, sql: string) => own.admin(sql, [callEndedKey(callId)]);
  await change(waits, `update ${JOBS} set run_at = now() + interval '1 hour', attempts = 3 where key = $1`);
  await change(failed, `update ${JOBS} set attempts = max_attempts where key = $1`);
  await change(forgotten, `delete from ${JOBS} where key = $1`);
  await own.database.asPlatform((tx) => tx.addJob('count-calls', {}, { key: 'another' }));
  await own.admin(
    `update ${JOBS} set locked_at = now() - interval '1 hour', locked_by = 'other' where key = 'another'`,
  );
  await resume();
  expect(await Promise.all([waits, failed, forgotten].map(jobsOf))).toEqual([
    [{ attempts: 3, isLocked: false }],
    [{ attempts: 12, isLocked: false }],
    [],
  ]);
  expect(await own.admin(`select locked_by from ${JOBS} where key = 'another'`)).toEqual([
    { locked_by: 'other' },
  ]);
});
