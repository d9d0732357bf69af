import { at, type Tx } from '../infra/database.ts';
import type { Keyset } from '../infra/graphql/connection.ts';
import type { E164 } from '../infra/phone-number.ts';
import type { CustomerTraits } from './customer-input.ts';
import type { CustomerSearch } from './customer-search.ts';

/** A customer as it is shown. */
export type CustomerRow = CustomerTraits & {
  tenantId: string;
  id: string;
  phone: E164;
  /** What the caller said that their name is. */
  heardName: string | null;
  firstSeenAt: Date;
  lastCallAt: Date | null;
  callCount: number;
};

/** As PostgreSQL delivers it: instants with their microseconds. */
type RawCustomer = Omit<CustomerRow, 'firstSeenAt' | 'lastCallAt'> & {
  firstSeenAt: string;
  lastCallAt: string | null;
};

const CUSTOMER = `tenant_id as "tenantId", id, phone, name, heard_name as "heardName", notes, tags, first_seen_at as "firstSeenAt",
  last_call_at as "lastCallAt", call_count as "callCount"`;
/** As in the index customers_latest. */
const LATEST = 'coalesce(last_call_at, first_seen_at)';

export const shown = (row: RawCustomer): CustomerRow => ({
  ...row,
  firstSeenAt: at(row.firstSeenAt),
  lastCallAt: row.lastCallAt === null ? null : at(row.lastCallAt),
});
export const placeOf = ({ lastCallAt, firstSeenAt, id }: RawCustomer): Keyset => ({
  at: lastCallAt ?? firstSeenAt,
  id,
});

export async function findCustomers(tx: Tx, ids: readonly string[]): Promise<CustomerRow[]> {
  const rows = await tx.query<RawCustomer>(`select ${CUSTOMER} from customers where id = any($1)`, [ids]);
  return rows.map(shown);
}

/** Locked, so that nobody else changes it before the transaction ends. */
export async function lockCustomer(tx: Tx, id: string): Promise<CustomerRow | undefined> {
  const row = await tx.one<RawCustomer>(`select ${CUSTOMER} from customers where id = $1 for no key update`, [
    id,
  ]);
  return row && shown(row);
}

/** By latest call first, at most `limit`. */
export async function listCustomers(
  tx: Tx,
  tenantId: string,
  { search, after, limit }: { search: CustomerSearch | undefined; after: Keyset | undefined; limit: number },
): Promise<RawCustomer[]> {
  const place = [after?.at ?? null, after?.id ?? null, limit];
  if (search) {
    return tx.query<RawCustomer>(
      `select ${CUSTOMER} from internal.customers_with($2, $3, $4, $5, $6)
         join customers on tenant_id = $1 and id = found
        order by found_at desc, id desc`,
      [tenantId, search.texts, search.number, ...place],
    );
  }
  return tx.query<RawCustomer>(
    `select ${CUSTOMER} from customers
      where tenant_id = $1 and ($2::timestamptz is null or (${LATEST}, id) < ($2, $3::uuid))
      order by ${LATEST} desc, id desc limit $4`,
    [tenantId, ...place],
  );
}

export async function countCustomers(
  tx: Tx,
  tenantId: string,
  search: CustomerSearch | undefined,
): Promise<number> {
  const row = search
    ? await tx.one<{ amount: number }>('select internal.amount_with($1, $2) as amount', [
        search.texts,
        search.number,
      ])
    : await tx.one<{ amount: number | null }>(
        `select sum(amount)::int as amount from tallies where tenant_id = $1 and subject = 'customers'`,
        [tenantId],
      );
  return row?.amount ?? 0;
}

export async function writeCustomer(
  tx: Tx,
  id: string,
  { name, notes, tags }: CustomerTraits,
): Promise<void> {
  await tx.query('update customers set name = $2, notes = $3, tags = $4 where id = $1', [
    id,
    name,
    notes,
    tags,
  ]);
}
