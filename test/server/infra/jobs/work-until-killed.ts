import 'reflect-metadata';
import { createOrm } from '../../../../server/database/orm.ts';
import { Database } from '../../../../server/infra/database.ts';
import type { Pace } from '../../../../server/infra/jobs/heartbeat.ts';
import { startJobs } from '../../../../server/infra/jobs/jobs.ts';
import { createLog } from '../../../../server/infra/log.ts';

export type Work = {
  databaseUrl: string;
  pace: Pace;
  /** How long its jobs take; forever unless given. */
  jobMs?: number;
};

// A process that works through the queue and says what it does, a line each, until it is killed.
const [, , argument = '{}'] = process.argv;
const { databaseUrl, pace, jobMs }: Work = JSON.parse(argument);
const say = (line: string) => process.stdout.write(`${line}\n`);

/** `payload` is the job's name. */
async function work(payload: unknown): Promise<void> {
  say(`began ${payload}`);
  await new Promise<void>((resolve) => {
    if (jobMs !== undefined) setTimeout(resolve, jobMs);
  });
  say(`did ${payload}`);
}

const database = await Database.over(createOrm({ url: databaseUrl, poolSize: 4 }));
const stop = await startJobs(
  { url: databaseUrl, database, log: createLog('silent'), pace },
  { tasks: { dig: work, plant: work }, schedule: [] },
);
process.once('SIGTERM', () => {
  void stop().then(() => process.exit(0));
});
say('ready');
