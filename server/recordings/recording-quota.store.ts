import { sql } from 'kysely';
import type { Tx } from '../infra/database.ts';
import type { TenantId } from '../infra/ids.ts';

const MEGABYTE = 1_000_000;
/** Of the quota, what recordings of unverified calls may take: the rest is for verified calls alone. */
const UNVERIFIED_SHARE = 0.5;
/** Recordings of unverified calls that wait to be fetched: each costs Vobiz a dozen requests in our name. */
export const MOST_UNVERIFIED_WAITING = 200;

/** What a tenant's recordings may still take today, from midnight on its own clock, in bytes. */
export async function quotaLeft(
  { db }: Tx,
  { tenantId, verified }: { tenantId: TenantId; verified: boolean },
  now: Date,
): Promise<{ bytes: number; megabytesADay: number }> {
  const { most, all, unverified } = await db
    .selectFrom('tenants as t')
    .leftJoin('recordings as r', (on) =>
      on
        .onRef('r.tenantId', '=', 't.id')
        .on('r.storedAt', '>=', sql<Date>`date_trunc('day', ${now}::timestamptz, ${sql.ref('t.timeZone')})`),
    )
    .leftJoin('calls as c', (on) => on.onRef('c.tenantId', '=', 'r.tenantId').onRef('c.id', '=', 'r.callId'))
    .select((eb) => [
      eb.fn.max('t.recordingMegabytesADay').as('most'),
      sql<number>`coalesce(sum(${eb.ref('r.bytes')}), 0)::float8`.as('all'),
      sql<number>`coalesce(sum(${eb.ref('r.bytes')}) filter (where not ${eb.ref('c.verified')}), 0)::float8`.as(
        'unverified',
      ),
    ])
    .where('t.id', '=', tenantId)
    .executeTakeFirstOrThrow();
  const megabytesADay = most ?? 0;
  const bytes = megabytesADay * MEGABYTE;
  return {
    bytes: verified ? bytes - all : Math.min(bytes - all, bytes * UNVERIFIED_SHARE - unverified),
    megabytesADay,
  };
}

/** How many recordings of a tenant's unverified calls wait to be fetched. */
export async function countUnverifiedWaiting({ db }: Tx, tenantId: TenantId): Promise<number> {
  const { amount } = await db
    .selectFrom('recordings as r')
    .innerJoin('calls as c', (on) => on.onRef('c.tenantId', '=', 'r.tenantId').onRef('c.id', '=', 'r.callId'))
    .select((eb) => eb.fn.countAll<number>().as('amount'))
    .where('r.tenantId', '=', tenantId)
    .where('r.status', '=', 'WAITING')
    .where('c.verified', '=', false)
    .executeTakeFirstOrThrow();
  return amount;
}
