import type { Clock } from '../infra/clock.ts';
import type { Database } from '../infra/database.ts';
import { deleteRunsBefore } from './automation-run.store.ts';

/** How long it can be looked up what automations did. */
const KEPT_DAYS = 90;
const DAY_MS = 86_400_000;
/** Runs forgotten in one transaction. */
const BATCH = 5_000;

/** Forgets runs that are long over, with their deliveries. */
export async function purgeRuns(database: Database, clock: Clock): Promise<void> {
  const before = new Date(clock.now().getTime() - KEPT_DAYS * DAY_MS);
  for (let gone = BATCH; gone === BATCH; ) {
    gone = await database.asPlatform((tx) => deleteRunsBefore(tx, before, BATCH));
  }
}
