import { at, type Tx } from '../infra/database.ts';
import type { Keyset } from '../infra/graphql/connection.ts';
import { containing } from '../infra/like.ts';
import type { SignaturePolicy, TenantStatus } from './tenant.entity.ts';

/** What can be changed about a tenant. */
export type TenantTraits = {
  name: string;
  status: TenantStatus;
  timeZone: string;
  signaturePolicy: SignaturePolicy;
  transcriptRetentionDays: number | null;
  recordingRetentionDays: number | null;
  recordCalls: boolean;
  recordingNotice: string;
  analysisTokensADay: number;
};

/** A tenant as it is shown. */
export type TenantRow = TenantTraits & { id: string; slug: string; createdAt: Date };

/** With the microseconds of its place in lists. */
type RawTenant = Omit<TenantRow, 'createdAt'> & { createdAt: string };

const TENANT = `id, slug, name, status, time_zone as "timeZone", signature_policy as "signaturePolicy",
  transcript_retention_days as "transcriptRetentionDays", recording_retention_days as "recordingRetentionDays",
  record_calls as "recordCalls", recording_notice as "recordingNotice",
  analysis_tokens_a_day as "analysisTokensADay",
  created_at::text as "createdAt"`;

export const shown = (row: RawTenant): TenantRow => ({ ...row, createdAt: at(row.createdAt) });
export const placeOf = ({ createdAt, id }: RawTenant): Keyset => ({ at: createdAt, id });

export async function findTenants(tx: Tx, ids: readonly string[]): Promise<TenantRow[]> {
  const rows = await tx.query<RawTenant>(`select ${TENANT} from tenants where id = any($1)`, [ids]);
  return rows.map(shown);
}

/** @param lock keeps others from changing it before the transaction ends */
export async function findTenant(
  tx: Tx,
  id: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<TenantRow | undefined> {
  const row = await tx.one<RawTenant>(
    `select ${TENANT} from tenants where id = $1 and erasing_since is null ${lock ? 'for no key update' : ''}`,
    [id],
  );
  return row && shown(row);
}

const LISTED = `erasing_since is null and ($1::text is null or name ilike $1 or slug ilike $1)`;

/** Newest first, at most `limit`. */
export async function listTenants(
  tx: Tx,
  { search, after, limit }: { search: string | undefined; after: Keyset | undefined; limit: number },
): Promise<RawTenant[]> {
  return tx.query<RawTenant>(
    `select ${TENANT} from tenants
      where ${LISTED} and ($2::timestamptz is null or (created_at, id) < ($2, $3::uuid))
      order by created_at desc, id desc limit $4`,
    [containing(search), after?.at ?? null, after?.id ?? null, limit],
  );
}

export async function countTenants(tx: Tx, search: string | undefined): Promise<number> {
  const row = await tx.one<{ amount: number }>(
    `select count(*)::int as amount from tenants where ${LISTED}`,
    [containing(search)],
  );
  return row?.amount ?? 0;
}

/** @returns undefined where the slug is taken */
export async function insertTenant(
  tx: Tx,
  tenant: Pick<TenantRow, 'id' | 'slug' | 'name' | 'timeZone'>,
): Promise<TenantRow | undefined> {
  const row = await tx.one<RawTenant>(
    `insert into tenants (id, slug, name, time_zone) values ($1, $2, $3, $4)
     on conflict (slug) do nothing returning ${TENANT}`,
    [tenant.id, tenant.slug, tenant.name, tenant.timeZone],
  );
  return row && shown(row);
}

export async function writeTraits(tx: Tx, id: string, traits: TenantTraits): Promise<void> {
  await tx.query(
    `update tenants set name = $2, status = $3, time_zone = $4, signature_policy = $5,
            transcript_retention_days = $6, recording_retention_days = $7,
            record_calls = $8, recording_notice = $9, analysis_tokens_a_day = $10
      where id = $1`,
    [
      id,
      traits.name,
      traits.status,
      traits.timeZone,
      traits.signaturePolicy,
      traits.transcriptRetentionDays,
      traits.recordingRetentionDays,
      traits.recordCalls,
      traits.recordingNotice,
      traits.analysisTokensADay,
    ],
  );
}
