import { sql } from 'kysely';
import type { Tx } from '../../infra/database.ts';
import type { TenantId } from '../../infra/ids.ts';

/** What the calls of a tenant cost in a month, in one currency and paid by one of the two accounts. */
export type CostSum = {
  tenantId: TenantId;
  /** The tenant's name. */
  tenant: string;
  /** Its first day, as 2026-12-01. */
  month: string;
  byPlatform: boolean;
  currency: string;
  calls: number;
  micros: number;
};

/** By tenant and month, the latest month first; added up by the database from what isn't rounded yet. */
export function sumByTenant({ db }: Tx, since: string): Promise<CostSum[]> {
  return known(db, since)
    .innerJoin('tenants as t', (on) => on.onRef('t.id', '=', 'h.tenantId').on('t.erasingSince', 'is', null))
    .select(['h.tenantId', 't.name as tenant'])
    .groupBy(['h.tenantId', 't.name', 'h.month', 'h.byPlatform', 'h.currency'])
    .orderBy('h.month', 'desc')
    .orderBy('t.name')
    .orderBy('h.tenantId')
    .orderBy('h.byPlatform', 'desc')
    .orderBy('h.currency')
    .execute();
}

/** Of all tenants together, by month, account and currency. */
export function sumByMonth({ db }: Tx, since: string): Promise<Omit<CostSum, 'tenantId' | 'tenant'>[]> {
  return known(db, since)
    .innerJoin('tenants as t', (on) => on.onRef('t.id', '=', 'h.tenantId').on('t.erasingSince', 'is', null))
    .groupBy(['h.month', 'h.byPlatform', 'h.currency'])
    .orderBy('h.month', 'desc')
    .orderBy('h.byPlatform', 'desc')
    .orderBy('h.currency')
    .execute();
}

const known = (db: Tx['db'], since: string) =>
  db
    .selectFrom('callCharges as h')
    .select((eb) => [
      eb.ref('h.month').$notNull().as('month'),
      eb.ref('h.byPlatform').$notNull().as('byPlatform'),
      eb.ref('h.currency').$notNull().as('currency'),
      eb.fn.countAll<number>().as('calls'),
      sql<number>`sum(${eb.ref('h.amountMicros')})`.as('micros'),
    ])
    .where('h.status', '=', 'KNOWN')
    .where('h.month', '>=', since);

/** Calls whose cost is still waited for, and those that will never be known, of calls that ended since. */
export async function countUnknown({ db }: Tx, since: Date): Promise<{ waiting: number; givenUp: number }> {
  const rows = await db
    .selectFrom('callCharges')
    .select((eb) => ['status', eb.fn.countAll<number>().as('amount')])
    .where('status', '<>', 'KNOWN')
    .where(({ eb, or }) => or([eb('settledAt', 'is', null), eb('settledAt', '>=', since)]))
    .groupBy('status')
    .execute();
  const amountOf = (status: string) => rows.find((row) => row.status === status)?.amount ?? 0;
  return { waiting: amountOf('WAITING'), givenUp: amountOf('GIVEN_UP') };
}
