import { Logger, parseCronItems, run } from 'graphile-worker';
import pg from 'pg';
import type { Log } from './log.ts';

/** What a job does. It may run more than once for the same payload, and throws to be tried again later. */
type Job = (payload: unknown) => Promise<void>;

export type Jobs = {
  /** By the name that they are enqueued under. */
  tasks: Readonly<Record<string, Job>>;
  /** When jobs run by themselves: a task's name, and minute, hour, day, month and weekday as cron writes them, in UTC. */
  schedule: readonly { task: string; match: string }[];
};

/** Jobs of one process at a time: 16 analyses that wait for a model (`analysis/call-analysis/model-line.ts`), and 4. */
const CONCURRENCY = 20;
/** Only for jobs whose time has come: new ones are announced. */
const POLL_MS = 1_000;
/** What a job may take to end when the process stops; then another process takes it up. */
const GRACE_MS = 5_000;

/** Works through the queue that is in PostgreSQL, beside other processes that do. @returns what stops it */
export async function startJobs(
  url: string,
  { tasks, schedule }: Jobs,
  log: Log,
): Promise<() => Promise<void>> {
  const pool = new pg.Pool({ connectionString: url, max: CONCURRENCY + 2, application_name: 'kaivox jobs' });
  const broke = (err: Error) => log.warn({ err }, 'A connection of the job queue broke');
  pool.on('error', broke);
  pool.on('connect', (client) => client.on('error', broke));
  const runner = await run({
    pgPool: pool,
    concurrency: CONCURRENCY,
    pollInterval: POLL_MS,
    noHandleSignals: true,
    gracefulShutdownAbortTimeout: GRACE_MS,
    logger: quietly(log),
    taskList: Object.fromEntries(
      Object.entries(tasks).map(([name, job]) => [name, (payload: unknown) => job(payload)]),
    ),
    parsedCronItems: parseCronItems(
      schedule.map(({ task, match }) => ({ task, match, options: { backfillPeriod: 0 } })),
    ),
  });
  // Its promise rejects when the database goes away for good; the process stays up to answer what it can.
  runner.promise.catch((err: unknown) => log.error({ err }, 'The job queue ended'));
  return async () => {
    await runner.stop().catch((err: unknown) => log.warn({ err }, 'The job queue did not stop cleanly'));
    await pool.end();
  };
}

/** Only what somebody has to act on: a job's own words may hold callers' words, so its payload isn't logged. */
function quietly(log: Log): Logger {
  return new Logger((scope) => (level, message) => {
    if (level === 'error') log.error({ task: scope.taskIdentifier, job: scope.jobId }, message.slice(0, 300));
    else if (level === 'warning')
      log.warn({ task: scope.taskIdentifier, job: scope.jobId }, message.slice(0, 300));
  });
}
