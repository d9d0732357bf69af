import DataLoader from 'dataloader';
import { sql } from 'kysely';
import { type Context, reachOf, viewerOf } from '../auth/access.ts';
import type { Database, Tx } from '../infra/database.ts';
import { loaderOf } from '../infra/graphql/loaders.ts';
import type { CallId, TenantId } from '../infra/ids.ts';
import type { UnkeptStatus } from './recording.types.ts';

type CallKey = { tenantId: TenantId; id: CallId };
type KeptRecording = { id: string; durationSeconds: number | null };
type UnkeptRecording = { id: string; status: UnkeptStatus; reason: string | null; notedAt: Date };

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

/** As `recordingLoader`, of those that can't be listened to. */
export function unkeptLoader(
  context: Context,
  database: Database,
): DataLoader<CallKey, UnkeptRecording[], string> {
  return loaderOf(
    context,
    unkeptLoader,
    () =>
      new DataLoader(
        async (calls) => {
          const unkept = await database.within(reachOf(viewerOf(context)), (tx) => findUnkept(tx, calls));
          const byCall = Map.groupBy(unkept, ({ callId }) => callId);
          return calls.map(({ id }) => byCall.get(id) ?? []);
        },
        { cacheKeyFn: ({ id }) => id },
      ),
  );
}

const findKept = (tx: Tx, calls: readonly CallKey[]): Promise<(KeptRecording & { callId: CallId })[]> =>
  ofCalls(tx, calls).select(['id', 'callId', 'durationSeconds']).where('status', '=', 'KEPT').execute();

const findUnkept = (tx: Tx, calls: readonly CallKey[]): Promise<(UnkeptRecording & { callId: CallId })[]> =>
  ofCalls(tx, calls)
    .select(['id', 'callId', 'status', 'reason', 'notedAt'])
    .where('status', '<>', 'KEPT')
    .where('onlyHeard', '=', false)
    .$narrowType<{ status: UnkeptStatus }>()
    .execute();

function ofCalls({ db }: Tx, calls: readonly CallKey[]) {
  const tenantIds = calls.map(({ tenantId }) => tenantId);
  const ids = calls.map(({ id }) => id);
  const wanted = sql<CallKey>`unnest(${tenantIds}::uuid[], ${ids}::uuid[])`;
  return db
    .selectFrom('recordings')
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
    .orderBy('id');
}
