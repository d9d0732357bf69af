import { type Expression, type SqlBool, sql } from 'kysely';
import type { Tx } from '../../infra/database.ts';
import type { Keyset } from '../../infra/graphql/connection.ts';
import type { TenantId, UserId } from '../../infra/ids.ts';
import { comesAfter, exactly, json } from '../../infra/tables.ts';

/** What a user did, as it was written down. */
export type AuditEntry = {
  id: string;
  at: Date;
  actorId: UserId | null;
  actorEmail: string | null;
  action: string;
  tenantId: TenantId | null;
  subject: string | null;
  address: string | null;
  detail: object;
};

/** With its place in the list: when it was done, to the microsecond. */
export type ListedEntry = AuditEntry & { place: string };

export const placeOf = ({ place, id }: ListedEntry): Keyset => ({ at: place, id });

/** Adds an entry, of now. Nothing is read back: the user who acts may not be allowed to see the log. */
export async function insertAuditEntry({ db }: Tx, entry: Omit<AuditEntry, 'id' | 'at'>): Promise<void> {
  const { actorId, actorEmail, action, tenantId, subject, address, detail } = entry;
  await db
    .insertInto('auditLog')
    .values({ actorId, actorEmail, action, tenantId, subject, address, detail: json(detail) })
    .execute();
}

/** Of one tenant, or of everything for null. */
const about = (tenantId: TenantId | null): Expression<SqlBool> =>
  tenantId === null ? sql`true` : sql`${sql.ref('tenantId')} = ${tenantId}`;

const SHOWN = [
  'id',
  'at',
  'actorId',
  'actorEmail',
  'action',
  'tenantId',
  'subject',
  'address',
  'detail',
] as const;

/** Newest first, at most `limit`. @param tenantId null: whatever it was about */
export function listAuditEntries(
  { db }: Tx,
  tenantId: TenantId | null,
  { after, limit }: { after: Keyset | undefined; limit: number },
): Promise<ListedEntry[]> {
  return db
    .selectFrom('auditLog')
    .select([...SHOWN, (eb) => exactly(eb.ref('at')).as('place')])
    .where(about(tenantId))
    .where((eb) => comesAfter([eb.ref('at'), eb.ref('id')], after))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** @param tenantId null: whatever it was about */
export async function countAuditEntries({ db }: Tx, tenantId: TenantId | null): Promise<number> {
  const { amount } = await db
    .selectFrom('auditLog')
    .select((eb) => eb.fn.countAll<number>().as('amount'))
    .where(about(tenantId))
    .executeTakeFirstOrThrow();
  return amount;
}
