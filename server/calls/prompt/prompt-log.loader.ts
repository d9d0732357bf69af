import DataLoader from 'dataloader';
import { type Context, reachOf, viewerOf } from '../../auth/access.ts';
import type { Database } from '../../infra/database.ts';
import { loaderOf } from '../../infra/graphql/loaders.ts';
import { findPromptLog, type PromptLogAsked } from './prompt-log.store.ts';
import type { PromptLogEntryType } from './prompt-log.types.ts';

/** What a request's calls had models told: one statement, however many calls are asked about. */
export function promptLogLoader(
  context: Context,
  database: Database,
): DataLoader<PromptLogAsked, PromptLogEntryType[], string> {
  return loaderOf(
    context,
    promptLogLoader,
    () =>
      new DataLoader(
        (asked) => database.within(reachOf(viewerOf(context)), (tx) => findPromptLog(tx, asked)),
        {
          cacheKeyFn: ({ callId, line, first }) => `${callId} ${line} ${first}`,
        },
      ),
  );
}
