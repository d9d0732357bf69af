import { type ExpressionBuilder, sql } from 'kysely';
import type { Tx } from '../infra/database.ts';
import type { Keyset } from '../infra/graphql/connection.ts';
import type { CustomerId, TenantId } from '../infra/ids.ts';
import type { E164 } from '../infra/phone-number.ts';
import { anyOf, comesAfter, exactly, type Tables } from '../infra/tables.ts';
import type { CustomerTraits } from './customer-input.ts';
import type { CustomerSearch } from './customer-search.ts';

/** A customer as it is shown. */
export type CustomerRow = CustomerTraits & {
  tenantId: TenantId;
  id: CustomerId;
  phone: E164;
  /** What the caller said that their name is. */
  heardName: string | null;
  firstSeenAt: Date;
  lastCallAt: Date | null;
  callCount: number;
};

/** With its place in the list: when the customer last called, to the microsecond. */
export type ListedCustomer = CustomerRow & { latest: string };

const SHOWN = [
  'customers.tenantId',
  'customers.id',
  'phone',
  'name',
  'heardName',
  'notes',
  'notesTellable',
  'tags',
  'firstSeenAt',
  'lastCallAt',
  'callCount',
] as const;

/** As in the index customers_latest. */
const latest = ({ fn }: ExpressionBuilder<Tables, 'customers'>) => fn.coalesce('lastCallAt', 'firstSeenAt');

export const placeOf = ({ latest, id }: ListedCustomer): Keyset => ({ at: latest, id });

/** @returns the customers with these ids, in any order */
export function findCustomers({ db }: Tx, ids: readonly CustomerId[]): Promise<CustomerRow[]> {
  return db.selectFrom('customers').select(SHOWN).where('id', '=', anyOf(ids)).execute();
}

/** Locked, so that no other transaction changes it before this one ends. */
export function lockCustomer({ db }: Tx, id: CustomerId): Promise<CustomerRow | undefined> {
  return db.selectFrom('customers').select(SHOWN).where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
}

/** By latest call first, at most `limit`. */
export function listCustomers(
  { db }: Tx,
  tenantId: TenantId,
  { search, after, limit }: { search: CustomerSearch | undefined; after: Keyset | undefined; limit: number },
): Promise<ListedCustomer[]> {
  if (search) {
    const { texts, number } = search;
    const place = sql.join([texts, number, after?.at ?? null, after?.id ?? null, limit]);
    return db
      .selectFrom(sql<{ found: string; foundAt: Date }>`internal.customers_with(${place})`.as('match'))
      .innerJoin('customers', 'customers.id', 'match.found')
      .select([...SHOWN, (eb) => exactly(latest(eb)).as('latest')])
      .where('tenantId', '=', tenantId)
      .orderBy('match.foundAt', 'desc')
      .orderBy('customers.id', 'desc')
      .execute();
  }
  return db
    .selectFrom('customers')
    .select([...SHOWN, (eb) => exactly(latest(eb)).as('latest')])
    .where('tenantId', '=', tenantId)
    .where((eb) => comesAfter([latest(eb), eb.ref('id')], after))
    .orderBy(latest, 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** Those that a search finds; without one, all, as triggers count them. */
export async function countCustomers(
  { db }: Tx,
  tenantId: TenantId,
  search: CustomerSearch | undefined,
): Promise<number> {
  if (search) {
    const amount = sql<number>`internal.amount_with(${search.texts}, ${search.number})`.as('amount');
    return (await db.selectNoFrom(amount).executeTakeFirstOrThrow()).amount;
  }
  const counted = await db
    .selectFrom('tallies')
    .select((eb) => eb.fn.sum<number | null>('amount').as('amount'))
    .where('tenantId', '=', tenantId)
    .where('subject', '=', 'customers')
    .executeTakeFirst();
  return counted?.amount ?? 0;
}

/** Writes what a person typed: a name that they changed is theirs, wherever the one before was heard. */
export async function writeCustomer({ db }: Tx, id: CustomerId, traits: CustomerTraits): Promise<void> {
  const { name, notes, notesTellable, tags } = traits;
  await db
    .updateTable('customers')
    .set((eb) => ({
      ...{ name, notes, notesTellable, tags },
      nameUnverified: eb
        .case()
        .when('name', 'is not distinct from', name)
        .then(eb.ref('nameUnverified'))
        .else(false)
        .end(),
    }))
    .where('id', '=', id)
    .execute();
}
