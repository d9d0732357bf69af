import { type Expression, type SqlBool, sql } from 'kysely';
import type { Tx } from '../infra/database.ts';
import type { Keyset } from '../infra/graphql/connection.ts';
import type { TenantId } from '../infra/ids.ts';
import { containing } from '../infra/like.ts';
import { anyOf, comesAfter, exactly } from '../infra/tables.ts';
import type { SignaturePolicy, TenantStatus, WebhookAccess } from './tenant.entity.ts';

/** What can be changed about a tenant. */
export type TenantTraits = {
  name: string;
  status: TenantStatus;
  timeZone: string;
  signaturePolicy: SignaturePolicy;
  webhookAccess: WebhookAccess;
  transcriptRetentionDays: number | null;
  recordingRetentionDays: number | null;
  recordCalls: boolean;
  recordingNotice: string;
  analysisTokensADay: number;
} & TenantBounds;

/** What a stranger may send at most, and what recordings may take. Changed by super admins alone. */
export type TenantBounds = {
  newCallsAMinute: number;
  callsAtOnce: number;
  modelTurnsADay: number;
  unverifiedAnalysisTokensADay: number;
  recordingMegabytesADay: number;
};

export const BOUNDS = [
  'newCallsAMinute',
  'callsAtOnce',
  'modelTurnsADay',
  'unverifiedAnalysisTokensADay',
  'recordingMegabytesADay',
] as const satisfies readonly (keyof TenantBounds)[];

/** A tenant as it is shown. */
export type TenantRow = TenantTraits & { id: TenantId; slug: string; createdAt: Date };

/** With its place in the list: when it was made, to the microsecond. */
type ListedTenant = TenantRow & { place: string };

export const placeOf = ({ place, id }: ListedTenant): Keyset => ({ at: place, id });

const SHOWN = [
  'id',
  'slug',
  'name',
  'status',
  'timeZone',
  'signaturePolicy',
  'webhookAccess',
  'transcriptRetentionDays',
  'recordingRetentionDays',
  'recordCalls',
  'recordingNotice',
  'analysisTokensADay',
  ...BOUNDS,
  'createdAt',
] as const;

/** @returns the tenants with these ids, in any order, those that are being erased as well */
export function findTenants({ db }: Tx, ids: readonly TenantId[]): Promise<TenantRow[]> {
  return db.selectFrom('tenants').select(SHOWN).where('id', '=', anyOf(ids)).execute();
}

/** @param lock keeps others from changing it before the transaction ends */
export function findTenant(
  { db }: Tx,
  id: TenantId,
  { lock = false }: { lock?: boolean } = {},
): Promise<TenantRow | undefined> {
  const tenant = db
    .selectFrom('tenants')
    .select(SHOWN)
    .where('id', '=', id)
    .where('erasingSince', 'is', null);
  return (lock ? tenant.forNoKeyUpdate() : tenant).executeTakeFirst();
}

/** Keeps others from changing a tenant before the transaction ends, also one that is being erased. */
export async function lockTenant({ db }: Tx, id: TenantId): Promise<void> {
  await db.selectFrom('tenants').select('id').where('id', '=', id).forNoKeyUpdate().execute();
}

/** Whether it is there, and not being erased. */
export async function tenantExists({ db }: Tx, id: TenantId): Promise<boolean> {
  const tenant = await db
    .selectFrom('tenants')
    .select('id')
    .where('id', '=', id)
    .where('erasingSince', 'is', null)
    .executeTakeFirst();
  return tenant !== undefined;
}

/** By what a super admin typed: it is looked for in names and slugs. */
function isListed(search: string | undefined): Expression<SqlBool> {
  const pattern = containing(search);
  const isThere = sql<SqlBool>`${sql.ref('erasingSince')} is null`;
  if (pattern === null) return isThere;
  return sql`${isThere} and (${sql.ref('name')} ilike ${pattern} or ${sql.ref('slug')} ilike ${pattern})`;
}

/** Newest first, at most `limit`. */
export function listTenants(
  { db }: Tx,
  { search, after, limit }: { search: string | undefined; after: Keyset | undefined; limit: number },
): Promise<ListedTenant[]> {
  return db
    .selectFrom('tenants')
    .select([...SHOWN, (eb) => exactly(eb.ref('createdAt')).as('place')])
    .where(isListed(search))
    .where((eb) => comesAfter([eb.ref('createdAt'), eb.ref('id')], after))
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

export async function countTenants({ db }: Tx, search: string | undefined): Promise<number> {
  const { amount } = await db
    .selectFrom('tenants')
    .select((eb) => eb.fn.countAll<number>().as('amount'))
    .where(isListed(search))
    .executeTakeFirstOrThrow();
  return amount;
}

/** @returns undefined where the slug is taken */
export function insertTenant(
  { db }: Tx,
  { id, slug, name, timeZone }: Pick<TenantRow, 'id' | 'slug' | 'name' | 'timeZone'>,
): Promise<TenantRow | undefined> {
  return db
    .insertInto('tenants')
    .values({ id, slug, name, timeZone })
    .onConflict((there) => there.column('slug').doNothing())
    .returning(SHOWN)
    .executeTakeFirst();
}

export async function writeTraits({ db }: Tx, id: TenantId, traits: TenantTraits): Promise<void> {
  const { name, status, timeZone, signaturePolicy, transcriptRetentionDays, recordingRetentionDays } = traits;
  const { webhookAccess, recordCalls, recordingNotice, analysisTokensADay, newCallsAMinute } = traits;
  const { callsAtOnce, modelTurnsADay, unverifiedAnalysisTokensADay, recordingMegabytesADay } = traits;
  await db
    .updateTable('tenants')
    .set({
      name,
      status,
      timeZone,
      signaturePolicy,
      webhookAccess,
      transcriptRetentionDays,
      recordingRetentionDays,
      recordCalls,
      recordingNotice,
      analysisTokensADay,
      ...{ newCallsAMinute, callsAtOnce, modelTurnsADay },
      ...{ unverifiedAnalysisTokensADay, recordingMegabytesADay },
    })
    .where('id', '=', id)
    .execute();
}

/** Takes a tenant out of sight and stops its calls, before its rows are deleted. */
export async function markErasing({ db }: Tx, id: TenantId, now: Date): Promise<void> {
  await db
    .updateTable('tenants')
    .set({ status: 'SUSPENDED', erasingSince: now })
    .where('id', '=', id)
    .execute();
}
