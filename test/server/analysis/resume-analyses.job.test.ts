import { describe, expect, onTestFinished, test } from 'vitest';
import type { AnalysedCall } from '../../../server/analysis/analysed-call.ts';
import { createAnalysis } from '../../../server/analysis/analysis.ts';
import { resumeAnalyses } from '../../../server/analysis/resume-analyses.job.ts';
import { systemClock } from '../../../server/infra/clock.ts';
import { startJobs } from '../../../server/infra/jobs.ts';
import { createLog } from '../../../server/infra/log.ts';
import { aDatabase } from '../../support/database.ts';
import { aTenant } from '../../support/tenant.ts';
import { anEndedCall, linesOf, speak } from './a-call.ts';
import { analyse, analysesOf } from './an-analysis.ts';

const own = await aDatabase();
const { id: tenantId } = await aTenant(own);
const log = createLog('silent');
const lines = linesOf('agent: Welcome.', 'caller: What does a consultation cost?');

/** A call that was over so many minutes ago, with the job that its hangup enqueued. */
async function aCallEnded(minutes: number) {
  const call = await anEndedCall(own, tenantId, lines);
  await own.admin(
    'update calls set ended_at = now() - make_interval(mins => $2), line_count = $3 where id = $1',
    [call.callId, minutes, lines.length],
  );
  const { callId } = call;
  await own.database.inTenant(tenantId, (tx) =>
    tx.addJob('analyse-call', { tenantId, callId }, { key: `analyse ${callId}` }),
  );
  return call;
}

type Job = { attempts: number; isLocked: boolean; locked_by: string | null };
const jobsOf = ({ callId }: { callId: string }) =>
  own.admin<Job>(
    'select attempts, locked_at is not null as "isLocked", locked_by from graphile_worker.jobs where key = $1',
    [`analyse ${callId}`],
  );

/** As graphile-worker does for a worker that takes a job; a process that is killed leaves it so. */
const lock = ({ callId }: { callId: string }, minutes: number) =>
  own.admin(
    `update graphile_worker._private_jobs
        set attempts = attempts + 1, locked_at = now() - make_interval(mins => $2), locked_by = 'worker of ' || key
      where key = $1`,
    [`analyse ${callId}`, minutes],
  );

const resume = () => resumeAnalyses(own.database, systemClock);

test('a call whose job went down with its process is analysed by another, once in effect', async () => {
  const [killed, slow] = [await aCallEnded(10), await aCallEnded(10)];
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

describe('what is lost', () => {
  test('is a job that was locked for longer than any analysis takes; its attempts go on counting', async () => {
    const [lost, runs] = [await aCallEnded(10), await aCallEnded(10)];
    await lock(lost, 6);
    await lock(runs, 4);
    await resume();
    expect(await jobsOf(lost)).toEqual([{ attempts: 1, isLocked: false, locked_by: null }]);
    expect(await jobsOf(runs)).toMatchObject([{ attempts: 1, isLocked: true }]);
  });

  test('is a job that isn’t there at all', async () => {
    const call = await aCallEnded(10);
    await own.admin('delete from graphile_worker._private_jobs where key = $1', [`analyse ${call.callId}`]);
    await resume();
    expect(await jobsOf(call)).toEqual([{ attempts: 0, isLocked: false, locked_by: null }]);
  });

  test('is one that was to analyse words that came late', async () => {
    const call = await aCallEnded(10);
    await analyse(own, call);
    await speak(own, call, [{ number: 3, speaker: 'CALLER', text: 'And on Sunday?' }]);
    await own.admin('update calls set line_count = 3 where id = $1', [call.callId]);
    await lock(call, 6);
    await resume();
    expect(await jobsOf(call)).toMatchObject([{ isLocked: false }]);
  });
});

describe('what is not lost', () => {
  test('is a job that waits for its turn, or failed for good', async () => {
    const [waits, failed] = [await aCallEnded(10), await aCallEnded(10)];
    await own.admin(
      `update graphile_worker._private_jobs set run_at = now() + interval '1 hour', attempts = 3 where key = $1`,
      [`analyse ${waits.callId}`],
    );
    await own.admin('update graphile_worker._private_jobs set attempts = max_attempts where key = $1', [
      `analyse ${failed.callId}`,
    ]);
    await resume();
    expect(await jobsOf(waits)).toMatchObject([{ attempts: 3 }]);
    expect(await jobsOf(failed)).toMatchObject([{ attempts: 12 }]);
  });

  test.each([
    ['is only just over', (callId: string) => ['update calls set ended_at = now() where id = $1', callId]],
    ['has no words any more', (callId: string) => ['delete from turns where call_id = $1', callId]],
    ['goes on', (callId: string) => [`update calls set status = 'IN_PROGRESS' where id = $1`, callId]],
  ])('is that of a call that %s', async (_, change) => {
    const call = await aCallEnded(10);
    await own.admin('delete from graphile_worker._private_jobs where key = $1', [`analyse ${call.callId}`]);
    const [sql = '', callId] = change(call.callId);
    await own.admin(sql, [callId]);
    await resume();
    expect(await jobsOf(call)).toEqual([]);
  });
});
