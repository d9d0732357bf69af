import { sql } from 'kysely';
import type { Tx } from '../infra/database.ts';

/** A statement of no work, to see how long the database takes for one. */
export async function ping({ db }: Tx): Promise<void> {
  await db.selectNoFrom(sql<number>`1`.as('one')).execute();
}

/** How many jobs wait and run, and PostgreSQL's version. */
export function readFigures({
  db,
}: Tx): Promise<{ waiting: number; running: number; version: string } | undefined> {
  return db
    .selectFrom(sql<{ waiting: number; running: number }>`internal.job_figures()`.as('figures'))
    .select(['waiting', 'running', sql<string>`current_setting('server_version')`.as('version')])
    .executeTakeFirst();
}

/** A job that failed as often as it may be tried. */
export type DeadJob = { id: string; task: string; attempts: number; error: string | null; failedAt: Date };

/** The latest fifty. */
export function listDeadJobs({ db }: Tx): Promise<DeadJob[]> {
  return db
    .selectFrom(sql<DeadJob>`internal.dead_jobs()`.as('job'))
    .select(['id', 'task', 'attempts', 'error', 'failedAt'])
    .execute();
}

/** Settles the dead job with this id, if there is one. @returns how many it were */
export type SettleJob = (tx: Tx, id: string) => Promise<number>;

export const retryJob: SettleJob = async ({ db }, id) => {
  const amount = sql<number>`internal.retry_job(${id})`.as('amount');
  return (await db.selectNoFrom(amount).executeTakeFirstOrThrow()).amount;
};

export const forgetJob: SettleJob = async ({ db }, id) => {
  const amount = sql<number>`internal.forget_job(${id})`.as('amount');
  return (await db.selectNoFrom(amount).executeTakeFirstOrThrow()).amount;
};
