import DataLoader from 'dataloader';
import { type Context, reachOf, viewerOf } from '../../auth/access.ts';
import type { Database, Tx } from '../../infra/database.ts';
import { loaderOf } from '../../infra/graphql/loaders.ts';
import type { CallId, TenantId } from '../../infra/ids.ts';
import { isAmong } from '../../infra/tables.ts';
import type { CallAnalysisType } from './call-analysis.types.ts';

type CallKey = { tenantId: TenantId; id: CallId };

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

const SHOWN = [
  'sentiment',
  'sentimentScore',
  'turnSentiments',
  'summary',
  'intents',
  'outcome',
  'topics',
  'unansweredQuestions',
  'customerName',
  'customerLanguage',
  'source',
  'model',
  'tokens',
  'analysedAt',
] as const;

async function findAnalyses({ db }: Tx, calls: readonly CallKey[]): Promise<Map<CallId, CallAnalysisType>> {
  const found = await db
    .selectFrom('callAnalyses')
    .select(['callId', ...SHOWN])
    .where(({ ref }) => isAmong([ref('tenantId'), ref('callId')], calls))
    .execute();
  return new Map(found.map(({ callId, ...analysis }) => [callId, analysis]));
}
