import { EventEmitter } from 'node:events';
import { Logger, parseCronItems, type Runner, run, type WorkerEvents } from 'graphile-worker';
import pg from 'pg';
import { retry } from '../async/retry.ts';
import type { Database } from '../database.ts';
import type { Log } from '../log.ts';
import { Heartbeat, type Pace } from './heartbeat.ts';

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

/** A job queue that ended by itself, such as when the database was away, is begun again. */
const BEGIN_AGAIN = { firstPauseMs: 500, longestPauseMs: 5_000, budgetMs: Number.POSITIVE_INFINITY };

/**
 * How jobs ended is reported a moment later, in one statement. One by one, graphile-worker 0.18 waits for no report, so
 * that one which fails, as the database is away, would be an unhandled rejection and end the whole process.
 */
const REPORTED_TOGETHER = { completeJobBatchDelay: 0, failJobBatchDelay: 0 };

export type JobQueue = {
  /** Of the database that the queue is in. */
  url: string;
  database: Database;
  log: Log;
  /** How soon the jobs of a process that was killed are free. */
  pace?: Pace;
};

/**
 * Works through the queue that is in PostgreSQL, beside other processes that do, and frees the jobs of those that died.
 * @returns what stops it
 * @throws where the database is away
 */
export async function startJobs(
  { url, database, log, pace }: JobQueue,
  jobs: Jobs,
): Promise<() => Promise<void>> {
  const pool = new pg.Pool({ connectionString: url, max: CONCURRENCY + 2, application_name: 'kaivox jobs' });
  const broke = (err: Error) => log.warn({ err }, 'A connection of the job queue broke');
  pool.on('error', broke);
  pool.on('connect', (client) => client.on('error', broke));
  const heartbeat = new Heartbeat(database, log, pace);
  const stop = new AbortController();
  let runner: Runner;
  try {
    await heartbeat.start();
    runner = await begin(pool, heartbeat, jobs, log);
  } catch (error) {
    await heartbeat.stop();
    await pool.end();
    throw error;
  }
  const ended = retry(
    async (attempt) => {
      if (attempt > 1) runner = await begin(pool, heartbeat, jobs, log);
      if (stop.signal.aborted) await end(runner, log);
      await runner.promise;
      if (!stop.signal.aborted) throw new Error('It ended by itself');
    },
    {
      ...BEGIN_AGAIN,
      signal: stop.signal,
      onFailure: (err, _, goesOn) => {
        if (goesOn) log.error({ err }, 'The job queue ended, and is begun again');
      },
    },
  ).catch(() => undefined);
  return async () => {
    stop.abort();
    await end(runner, log);
    await ended;
    await heartbeat.stop();
    await pool.end();
  };
}

async function begin(
  pool: pg.Pool,
  heartbeat: Heartbeat,
  { tasks, schedule }: Jobs,
  log: Log,
): Promise<Runner> {
  const events: WorkerEvents = new EventEmitter();
  const lockNames: string[] = [];
  // A pool's locks carry its id.
  events.on('pool:create', ({ workerPool }) => lockNames.push(workerPool.id));
  const runner = await run({
    preset: { worker: REPORTED_TOGETHER },
    pgPool: pool,
    events,
    concurrency: CONCURRENCY,
    pollInterval: POLL_MS,
    noHandleSignals: true,
    gracefulShutdownAbortTimeout: GRACE_MS,
    logger: quietly(log),
    taskList: Object.fromEntries(
      Object.entries(tasks).map(([name, job]) => [
        name,
        (payload: unknown) => heartbeat.during(() => job(payload)),
      ]),
    ),
    parsedCronItems: parseCronItems(
      schedule.map(({ task, match }) => ({ task, match, options: { backfillPeriod: 0 } })),
    ),
  });
  // The code that waits for the runner gets its failure later; until then it must not count as unhandled.
  runner.promise.catch(() => undefined);
  await heartbeat.carry(lockNames);
  return runner;
}

const end = (runner: Runner, log: Log) =>
  runner.stop().catch((err: unknown) => log.warn({ err }, 'The job queue did not stop cleanly'));

/** Only what an operator has to act on: a job's own words may hold callers' words, so its payload isn't logged. */
function quietly(log: Log): Logger {
  return new Logger((scope) => (level, message) => {
    if (level === 'error') log.error({ task: scope.taskIdentifier, job: scope.jobId }, message.slice(0, 300));
    else if (level === 'warning')
      log.warn({ task: scope.taskIdentifier, job: scope.jobId }, message.slice(0, 300));
  });
}
