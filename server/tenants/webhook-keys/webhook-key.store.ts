import type { Tx } from '../../infra/database.ts';
import type { TenantId } from '../../infra/ids.ts';
import { anyOf } from '../../infra/tables.ts';

/** Those before the current one that are answered; more than a day of honest rotations makes. */
const MOST_PREVIOUS = 10;

export type StoredWebhookKey = {
  tenantId: TenantId;
  id: string;
  hash: Buffer;
  sealed: Buffer | null;
  answeredUntil: Date | null;
};

/** All keys of a tenant, the current one first. */
export function listWebhookKeys({ db }: Tx, tenantId: TenantId): Promise<StoredWebhookKey[]> {
  return db
    .selectFrom('webhookKeys')
    .select(['tenantId', 'id', 'hash', 'sealed', 'answeredUntil'])
    .where('tenantId', '=', tenantId)
    .orderBy('answeredUntil', (of) => of.desc().nullsFirst())
    .execute();
}

/** The keys that these tenants' addresses carry now; those of tenants that have none are missing. */
export function findCurrentKeys({ db }: Tx, tenantIds: readonly TenantId[]): Promise<StoredWebhookKey[]> {
  return db
    .selectFrom('webhookKeys')
    .select(['tenantId', 'id', 'hash', 'sealed', 'answeredUntil'])
    .where('tenantId', '=', anyOf(tenantIds))
    .where('answeredUntil', 'is', null)
    .execute();
}

/** Until when the last key that was replaced is answered; null where none is. */
export async function findPreviousUntil({ db }: Tx, tenantId: TenantId, now: Date): Promise<Date | null> {
  const latest = await db
    .selectFrom('webhookKeys')
    .select('answeredUntil')
    .where('tenantId', '=', tenantId)
    .where('answeredUntil', '>', now)
    .orderBy('answeredUntil', 'desc')
    .executeTakeFirst();
  return latest?.answeredUntil ?? null;
}

/** When a signed webhook last came, as far as signatures are remembered. */
export async function findLastSigned({ db }: Tx, tenantId: TenantId): Promise<Date | null> {
  const latest = await db
    .selectFrom('spentSignatures')
    .select('seenAt')
    .where('tenantId', '=', tenantId)
    .orderBy('seenAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  return latest?.seenAt ?? null;
}

/** The transaction must hold the tenant's row, so that there is one current key. */
export async function insertWebhookKey(
  { db }: Tx,
  { tenantId, id, hash, sealed }: Omit<StoredWebhookKey, 'answeredUntil'>,
): Promise<void> {
  await db.insertInto('webhookKeys').values({ tenantId, id, hash, sealed }).execute();
}

/** Has the current key answered until then, and forgets it; forgets those whose time is over, or that are too many. */
export async function retireCurrentKey(
  { db }: Tx,
  tenantId: TenantId,
  { now, until }: { now: Date; until: Date },
): Promise<void> {
  await db
    .updateTable('webhookKeys')
    .set({ answeredUntil: until, sealed: null })
    .where('tenantId', '=', tenantId)
    .where('answeredUntil', 'is', null)
    .execute();
  await db
    .deleteFrom('webhookKeys')
    .where('tenantId', '=', tenantId)
    .where(({ eb, or, selectFrom }) =>
      or([
        eb('answeredUntil', '<=', now),
        eb(
          'id',
          'in',
          selectFrom('webhookKeys')
            .select('id')
            .where('tenantId', '=', tenantId)
            .where('answeredUntil', 'is not', null)
            .orderBy('answeredUntil', 'desc')
            .offset(MOST_PREVIOUS),
        ),
      ]),
    )
    .execute();
}
