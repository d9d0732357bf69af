import type { Clock } from '../../infra/clock.ts';
import type { Database } from '../../infra/database.ts';
import { wireAfter } from '../inventory/phone-number-changes.store.ts';
import { unwiredNumbers } from '../inventory/phone-number-lists.store.ts';
import { openOrders } from './number-order.store.ts';
import { lookAfter } from './open-order.ts';

/**
 * Has every open order, and every number that doesn't answer yet, looked after: at start and on a schedule, for those
 * whose own job was lost.
 */
export async function resumeNumberOrders(database: Database, clock: Clock): Promise<void> {
  const now = clock.now();
  await database.asPlatform(async (tx) => {
    for (const { id } of await openOrders(tx)) await lookAfter(tx, id, now);
    for (const id of await unwiredNumbers(tx)) await wireAfter(tx, id, now);
  });
}
