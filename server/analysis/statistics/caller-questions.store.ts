import type { Tx } from '../../infra/database.ts';
import type { TenantId } from '../../infra/ids.ts';
import type { UnansweredQuestionType } from './call-stats.types.ts';
import type { Range } from './quarters.ts';

/** What callers asked in vain, what was asked in the most calls first. */
export function rankUnanswered(
  { db }: Tx,
  tenantId: TenantId,
  { from, to }: Range,
  first: number,
): Promise<UnansweredQuestionType[]> {
  return db
    .with('ranked', (cte) =>
      cte
        .selectFrom('unansweredQuestions')
        .select(({ fn }) => ['gist', fn.countAll<number>().as('calls'), fn.max('startedAt').as('last')])
        .where('tenantId', '=', tenantId)
        .$if(from !== null, (asked) => asked.where('startedAt', '>=', from))
        .$if(to !== null, (asked) => asked.where('startedAt', '<', to))
        .groupBy('gist')
        .orderBy('calls', 'desc')
        .orderBy('last', 'desc')
        .orderBy('gist')
        .limit(first),
    )
    .selectFrom('ranked')
    .innerJoinLateral(
      ({ selectFrom }) =>
        selectFrom('unansweredQuestions as q')
          .select('q.question')
          .where('q.tenantId', '=', tenantId)
          .whereRef('q.startedAt', '=', 'ranked.last')
          .whereRef('q.gist', '=', 'ranked.gist')
          .limit(1)
          .as('asked'),
      (on) => on.onTrue(),
    )
    .select(['asked.question', 'ranked.calls', 'ranked.last as lastAskedAt'])
    .orderBy('ranked.calls', 'desc')
    .orderBy('ranked.last', 'desc')
    .orderBy('ranked.gist')
    .execute();
}
