import { at, type Tx } from '../../infra/database.ts';
import type { UnansweredQuestionType } from './call-stats.types.ts';
import type { Range } from './quarters.ts';

/** What callers asked in vain, what was asked in the most calls first. */
export async function rankUnanswered(
  tx: Tx,
  tenantId: string,
  { from, to }: Range,
  first: number,
): Promise<UnansweredQuestionType[]> {
  const rows = await tx.query<Omit<UnansweredQuestionType, 'lastAskedAt'> & { lastAskedAt: string }>(
    `with ranked as (
       select gist, count(*)::int as calls, max(started_at) as last
         from unanswered_questions
        where tenant_id = $1 and started_at >= coalesce($2, '-infinity'::timestamptz)
          and started_at < coalesce($3, 'infinity'::timestamptz)
        group by gist order by calls desc, last desc, gist limit $4
     )
     select asked.question, ranked.calls, ranked.last as "lastAskedAt"
       from ranked cross join lateral (
         select question from unanswered_questions q
          where q.tenant_id = $1 and q.started_at = ranked.last and q.gist = ranked.gist limit 1) asked
      order by ranked.calls desc, ranked.last desc, ranked.gist`,
    [tenantId, from, to, first],
  );
  return rows.map((row) => ({ ...row, lastAskedAt: at(row.lastAskedAt) }));
}
