import { type Expression, sql } from 'kysely';
import type { Tx } from '../../infra/database.ts';
import type { TenantId } from '../../infra/ids.ts';
import { anyOf } from '../../infra/tables.ts';

/** A tenant's day ends at midnight in its own time zone. */
const dayAt = (now: Date, timeZone: Expression<string>) =>
  sql<string>`(${now}::timestamptz at time zone ${timeZone})::date`;

/** Whose analysis it is, and whether the call is known to come from the carrier. */
type Spender = { tenantId: TenantId; verified: boolean };

/**
 * Whether a call's analysis has tokens left for today. What verified calls may take, no other call takes from them:
 * unverified ones have a bound of their own besides, and none left once the tenant's whole budget is spent. The analyses that are being made at this moment are not counted yet: so
 * much more may be spent.
 */
export async function hasTokensLeft(
  { db }: Tx,
  { tenantId, verified }: Spender,
  now: Date,
): Promise<boolean> {
  const budget = await db
    .selectFrom('tenants as t')
    .leftJoin('analysisSpending as s', (on) =>
      on.onRef('s.tenantId', '=', 't.id').on('s.day', '=', dayAt(now, sql.ref('t.timeZone'))),
    )
    .select(['s.tokens as spent', 's.unverifiedTokens as spentUnverified'])
    .select(['t.analysisTokensADay as most', 't.unverifiedAnalysisTokensADay as mostUnverified'])
    .where('t.id', '=', tenantId)
    .executeTakeFirst();
  if (!budget) return false;
  const [spent, spentUnverified] = [budget.spent ?? 0, budget.spentUnverified ?? 0];
  if (verified) return spent - spentUnverified < budget.most;
  return spent < budget.most && spentUnverified < budget.mostUnverified;
}

/** Counts tokens that were spent, whatever came of it. */
export async function spend(
  { db }: Tx,
  { tenantId, verified }: Spender,
  tokens: number,
  now: Date,
): Promise<void> {
  if (tokens === 0) return;
  await db
    .insertInto('analysisSpending')
    .columns(['tenantId', 'day', 'tokens', 'unverifiedTokens'])
    .expression(({ selectFrom }) =>
      selectFrom('tenants as t')
        .select(({ ref }) => [
          't.id',
          dayAt(now, ref('t.timeZone')).as('day'),
          sql<number>`${tokens}::bigint`.as('tokens'),
          sql<number>`${verified ? 0 : tokens}::bigint`.as('unverifiedTokens'),
        ])
        .where('t.id', '=', tenantId),
    )
    .onConflict((there) =>
      there.columns(['tenantId', 'day']).doUpdateSet((eb) => ({
        tokens: eb('analysisSpending.tokens', '+', eb.ref('excluded.tokens')),
        unverifiedTokens: eb('analysisSpending.unverifiedTokens', '+', eb.ref('excluded.unverifiedTokens')),
      })),
    )
    .execute();
}

/** GraphQL's largest integer. */
const MOST_SHOWN = 2_147_483_647;

/** What has been spent today, by tenant; one that is left out has spent nothing. */
export async function spentToday(
  { db }: Tx,
  tenantIds: readonly TenantId[],
  now: Date,
): Promise<ReadonlyMap<TenantId, number>> {
  const rows = await db
    .selectFrom('tenants as t')
    .innerJoin('analysisSpending as s', (on) =>
      on.onRef('s.tenantId', '=', 't.id').on('s.day', '=', dayAt(now, sql.ref('t.timeZone'))),
    )
    .select(['t.id', 's.tokens'])
    .where('t.id', '=', anyOf(tenantIds))
    .execute();
  return new Map(rows.map(({ id, tokens }) => [id, Math.min(tokens, MOST_SHOWN)]));
}
