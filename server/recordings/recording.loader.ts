import DataLoader from 'dataloader';
import { type Context, reachOf, viewerOf } from '../auth/access.ts';
import type { Database, Tx } from '../infra/database.ts';
import { loaderOf } from '../infra/graphql/loaders.ts';

type CallKey = { tenantId: string; id: string };
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

async function findKept(tx: Tx, calls: readonly CallKey[]) {
  return tx.query<KeptRecording & { callId: string }>(
    `select id, call_id as "callId", duration_seconds as "durationSeconds"
       from recordings
      where status = 'KEPT' and (tenant_id, call_id) in (select * from unnest($1::uuid[], $2::uuid[]))
      order by noted_at, id`,
    [calls.map(({ tenantId }) => tenantId), calls.map(({ id }) => id)],
  );
}
