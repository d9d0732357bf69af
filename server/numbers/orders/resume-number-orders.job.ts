import type { Clock } from '../../infra/clock.ts';
import type { Database } from '../../infra/database.ts';
import { wireAfter } from '../inventory/phone-number-changes.ts';
import { lookAfter } from './open-order.ts';

/**
 * Has every open order, and every number that doesn't answer yet, looked after: at start and on a schedule, for those
 * whose own job was lost.
 */
export async function resumeNumberOrders(database: Database, clock: Clock): Promise<void> {
  const now = clock.now();
  await database.asPlatform(async (tx) => {
    const orders = await tx.query<{ id: string }>(
      `select id from number_orders where status in ('PENDING', 'UNCERTAIN')`,
    );
    for (const { id } of orders) await lookAfter(tx, id, now);
    const numbers = await tx.query<{ id: string }>(
      `select id from phone_numbers where status = 'PROVISIONING' and source = 'MARKETPLACE'`,
    );
    for (const { id } of numbers) await wireAfter(tx, id, now);
  });
}
