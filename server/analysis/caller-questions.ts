import { at, type Tx } from '../infra/database.ts';
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
    `select (array_agg(question order by started_at desc))[1] as question, count(distinct call_id)::int as calls,
            max(started_at) as "lastAskedAt"
       from unanswered_questions
      where tenant_id = $1 and started_at >= coalesce($2, '-infinity'::timestamptz)
        and started_at < coalesce($3, 'infinity'::timestamptz)
      group by gist order by calls desc, "lastAskedAt" desc, gist limit $4`,
    [tenantId, from, to, first],
  );
  return rows.map((row) => ({ ...row, lastAskedAt: at(row.lastAskedAt) }));
}
