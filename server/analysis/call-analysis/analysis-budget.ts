import type { Tx } from '../../infra/database.ts';

/** A tenant's day ends at midnight in its own time zone. */
const TODAY = `($2::timestamptz at time zone t.time_zone)::date`;

/**
 * Whether a tenant has tokens left for today. The analyses that are being made at this moment are not counted yet: so
 * much more may be spent.
 */
export async function hasTokensLeft(tx: Tx, tenantId: string, now: Date): Promise<boolean> {
  const row = await tx.one<{ isLeft: boolean }>(
    `select coalesce(s.tokens, 0) < t.analysis_tokens_a_day as "isLeft"
       from tenants t left join analysis_spending s on s.tenant_id = t.id and s.day = ${TODAY}
      where t.id = $1`,
    [tenantId, now],
  );
  return row?.isLeft ?? false;
}

/** Counts tokens that were spent, whatever came of it. */
export async function spend(tx: Tx, tenantId: string, tokens: number, now: Date): Promise<void> {
  if (tokens === 0) return;
  await tx.query(
    `insert into analysis_spending (tenant_id, day, tokens) select t.id, ${TODAY}, $3 from tenants t where t.id = $1
     on conflict (tenant_id, day) do update set tokens = analysis_spending.tokens + excluded.tokens`,
    [tenantId, now, tokens],
  );
}

/** What has been spent today, by tenant; one that is left out has spent nothing. */
export async function spentToday(
  tx: Tx,
  tenantIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.query<{ tenantId: string; tokens: number }>(
    `select t.id as "tenantId", least(s.tokens, 2147483647)::int as tokens
       from tenants t join analysis_spending s on s.tenant_id = t.id and s.day = ${TODAY}
      where t.id = any($1)`,
    [tenantIds, now],
  );
  return new Map(rows.map(({ tenantId, tokens }) => [tenantId, tokens]));
}
