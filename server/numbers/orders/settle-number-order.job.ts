import { z } from 'zod';
import type { OrderReconciler } from './order-reconciler.ts';

const payloadOf = z.object({ orderId: z.uuid() });

/** Takes one order a step on; while it stays open, it is enqueued again. */
export async function settleNumberOrder(
  payload: unknown,
  { watch }: { watch: OrderReconciler },
): Promise<void> {
  await watch.look(payloadOf.parse(payload).orderId);
}
