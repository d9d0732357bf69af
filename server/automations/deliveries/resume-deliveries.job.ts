import type { Clock } from '../../infra/clock.ts';
import type { Database } from '../../infra/database.ts';
import { missedDeliveries } from './attempt.store.ts';
import { wakeFor } from './delivery.store.ts';

/** A job that hasn't come by then went down with its process. */
const MISSED_AFTER_MS = 30_000;
const BATCH = 1_000;

/** Has deliveries made whose job was lost. */
export async function resumeDeliveries(database: Database, clock: Clock): Promise<void> {
  const missed = new Date(clock.now().getTime() - MISSED_AFTER_MS);
  await database.asPlatform(async (tx) => {
    for (const delivery of await missedDeliveries(tx, missed, BATCH)) await wakeFor(tx, delivery);
  });
}
