import type { Clock } from '../../infra/clock.ts';
import type { Database } from '../../infra/database.ts';

/** Deletes sessions and counts of attempts that have run out. Nobody goes by them; they only take room. */
export async function clearExpired(database: Database, clock: Clock): Promise<void> {
  const now = clock.now();
  await database.asPlatform(async (tx) => {
    await tx.query('delete from sessions where expires_at <= $1', [now]);
    await tx.query('delete from attempt_limits where expire <= $1', [now.getTime()]);
  });
}
