import type { Clock } from '../../infra/clock.ts';
import type { Database } from '../../infra/database.ts';
import { deleteExpiredLimits } from './attempt-limit.store.ts';
import { deleteExpiredSessions } from './session.store.ts';
import { deleteOldNetworks } from './sign-in-network.store.ts';

/** A network that a user hasn't signed in from for so long is new to the account again. */
const NETWORKS_KEPT_MS = 90 * 24 * 60 * 60_000;

/** Deletes sessions and counts of attempts that have run out: they let no user in or out, and only take room. */
export async function clearExpired(database: Database, clock: Clock): Promise<void> {
  const now = clock.now();
  await database.asPlatform(async (tx) => {
    await deleteExpiredSessions(tx, now);
    await deleteExpiredLimits(tx, now);
    await deleteOldNetworks(tx, new Date(now.getTime() - NETWORKS_KEPT_MS));
  });
}
