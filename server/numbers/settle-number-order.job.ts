import { z } from 'zod';
import type { OrderWatch } from './order-watch.ts';

const payloadOf = z.object({ orderId: z.uuid() });

/** Takes one order a step on; while it stays open, it is enqueued again. */
export async function settleNumberOrder(payload: unknown, { watch }: { watch: OrderWatch }): Promise<void> {
  await watch.look(payloadOf.parse(payload).orderId);
}
