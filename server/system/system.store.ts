import { sql } from 'kysely';
import type { Tx } from '../infra/database.ts';
import type { WebhookReason } from '../webhook-log/webhook-note.ts';

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

/** Webhooks of a tenant that were refused for a reason within a day. */
export type RefusedOfTenant = {
  slug: string;
  name: string;
  reason: WebhookReason;
  amount: number;
  latestAt: Date;
};

/** The tenants and reasons with most refused webhooks of the last day, fifty at most. */
export function listRefused({ db }: Tx): Promise<RefusedOfTenant[]> {
  return db
    .selectFrom('refusedWebhooks as r')
    .innerJoin('tenants as t', 't.id', 'r.tenantId')
    .select((eb) => [
      't.slug',
      't.name',
      'r.reason',
      sql<number>`sum(${eb.ref('r.amount')})::float8`.as('amount'),
      // The last minute in which there were some, to its end.
      sql<Date>`max(${eb.ref('r.minute')})`.as('latestAt'),
    ])
    .where('r.minute', '>', sql<Date>`now() - interval '24 hours'`)
    .groupBy(['t.slug', 't.name', 'r.reason'])
    .orderBy('amount', 'desc')
    .limit(50)
    .execute();
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
