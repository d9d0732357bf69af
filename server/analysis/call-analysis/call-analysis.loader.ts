import DataLoader from 'dataloader';
import { type Context, reachOf, viewerOf } from '../../auth/access.ts';
import { at, type Database, type Tx } from '../../infra/database.ts';
import { loaderOf } from '../../infra/graphql/loaders.ts';
import type { CallAnalysisType } from './call-analysis.types.ts';

type CallKey = { tenantId: string; id: string };

/** A request's analyses by call: one statement, however many calls are asked about. */
export function analysisLoader(
  context: Context,
  database: Database,
): DataLoader<CallKey, CallAnalysisType | null, string> {
  return loaderOf(
    context,
    analysisLoader,
    () =>
      new DataLoader(
        async (calls) => {
          const found = await database.within(reachOf(viewerOf(context)), (tx) => findAnalyses(tx, calls));
          return calls.map(({ id }) => found.get(id) ?? null);
        },
        { cacheKeyFn: ({ id }) => id },
      ),
  );
}

async function findAnalyses(tx: Tx, calls: readonly CallKey[]): Promise<Map<string, CallAnalysisType>> {
  const rows = await tx.query<Omit<CallAnalysisType, 'analysedAt'> & { callId: string; analysedAt: string }>(
    `select call_id as "callId", sentiment, sentiment_score as "sentimentScore", turn_sentiments as "turnSentiments",
            summary, intents, outcome, topics, unanswered_questions as "unansweredQuestions",
            customer_name as "customerName", customer_language as "customerLanguage", source, model, tokens,
            analysed_at as "analysedAt"
       from call_analyses
      where (tenant_id, call_id) in (select * from unnest($1::uuid[], $2::uuid[]))`,
    [calls.map(({ tenantId }) => tenantId), calls.map(({ id }) => id)],
  );
  return new Map(rows.map(({ callId, ...row }) => [callId, { ...row, analysedAt: at(row.analysedAt) }]));
}
