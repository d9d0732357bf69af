import { z } from 'zod';
import type { NumberProvisioning } from './number-provisioning.ts';

const payloadOf = z.object({ numberId: z.uuid() });

/** Makes one bought number answer calls; while it can't, it is enqueued again. */
export async function provisionNumber(
  payload: unknown,
  { provisioning }: { provisioning: NumberProvisioning },
): Promise<void> {
  await provisioning.wire(payloadOf.parse(payload).numberId);
}
