import DataLoader from 'dataloader';
import { sql } from 'kysely';
import { type Context, reachOf, viewerOf } from '../auth/access.ts';
import type { Database, Tx } from '../infra/database.ts';
import { loaderOf } from '../infra/graphql/loaders.ts';
import type { CallId, TenantId } from '../infra/ids.ts';

type CallKey = { tenantId: TenantId; id: CallId };
type KeptRecording = { id: string; durationSeconds: number | null };

/** A request's recordings by call, in the order in which they were told of: one statement, however many calls. */
export function recordingLoader(
  context: Context,
  database: Database,
): DataLoader<CallKey, KeptRecording[], string> {
  return loaderOf(
    context,
    recordingLoader,
    () =>
      new DataLoader(
        async (calls) => {
          const kept = await database.within(reachOf(viewerOf(context)), (tx) => findKept(tx, calls));
          const byCall = Map.groupBy(kept, ({ callId }) => callId);
          return calls.map(({ id }) => byCall.get(id) ?? []);
        },
        { cacheKeyFn: ({ id }) => id },
      ),
  );
}

function findKept({ db }: Tx, calls: readonly CallKey[]): Promise<(KeptRecording & { callId: CallId })[]> {
  const tenantIds = calls.map(({ tenantId }) => tenantId);
  const ids = calls.map(({ id }) => id);
  const wanted = sql<CallKey>`unnest(${tenantIds}::uuid[], ${ids}::uuid[])`;
  return db
    .selectFrom('recordings')
    .select(['id', 'callId', 'durationSeconds'])
    .where('status', '=', 'KEPT')
    .where(({ eb, refTuple, selectFrom }) =>
      eb(
        refTuple('tenantId', 'callId'),
        'in',
        selectFrom(wanted.as<'wanted'>(sql`wanted (tenant_id, id)`))
          .select(['wanted.tenantId', 'wanted.id'])
          .$asTuple('tenantId', 'id'),
      ),
    )
    .orderBy('notedAt')
    .orderBy('id')
    .execute();
}
