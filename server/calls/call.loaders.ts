import DataLoader from 'dataloader';
import { type Context, reachOf, viewerOf } from '../auth/access.ts';
import type { Database } from '../infra/database.ts';
import { loaderOf } from '../infra/graphql/loaders.ts';
import type { CallType, TurnType } from './call.types.ts';
import { findTurns } from './history/call-list.store.ts';

/** A request's transcripts by call: one statement, however many calls are asked about. */
export function turnLoader(context: Context, database: Database): DataLoader<CallType, TurnType[], string> {
  return loaderOf(
    context,
    turnLoader,
    () =>
      new DataLoader(
        async (calls) => {
          const turns = await database.within(reachOf(viewerOf(context)), (tx) => findTurns(tx, calls));
          const byCall = Map.groupBy(turns, ({ callId }) => callId);
          return calls.map(({ id }) => byCall.get(id) ?? []);
        },
        { cacheKeyFn: ({ id }) => id },
      ),
  );
}
