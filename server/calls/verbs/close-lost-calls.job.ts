import type { Clock } from '../../infra/clock.ts';
import type { Database } from '../../infra/database.ts';
import { closeLost } from '../lost-call.store.ts';

/** A call that nothing was heard of for so long has ended, and its hangup never came. */
const SILENT_FOR_MS = 2 * 60 * 60_000;
/** Calls closed in one transaction. */
const BATCH = 500;

/** Closes calls whose hangup never came as LOST; they ended when they were last heard of. */
export async function closeLostCalls(database: Database, clock: Clock): Promise<void> {
  const silentSince = new Date(clock.now().getTime() - SILENT_FOR_MS);
  for (;;) {
    const closed = await database.asPlatform((tx) => closeLost(tx, silentSince, BATCH));
    if (closed < BATCH) return;
  }
}
