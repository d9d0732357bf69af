import DataLoader from 'dataloader';
import { type Context, reachOf, viewerOf } from '../auth/access.ts';
import type { Database } from '../infra/database.ts';
import { loaderOf } from '../infra/graphql/loaders.ts';
import { findTold, type ToldAsked } from './told.store.ts';
import type { ToldReplyType } from './told.types.ts';

/** What a request's calls had models told: one statement, however many calls are asked about. */
export function toldLoader(
  context: Context,
  database: Database,
): DataLoader<ToldAsked, ToldReplyType[], string> {
  return loaderOf(
    context,
    toldLoader,
    () =>
      new DataLoader((asked) => database.within(reachOf(viewerOf(context)), (tx) => findTold(tx, asked)), {
        cacheKeyFn: ({ callId, line, first }) => `${callId} ${line} ${first}`,
      }),
  );
}
