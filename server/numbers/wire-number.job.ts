import { z } from 'zod';
import type { Wiring } from './wiring.ts';

const payloadOf = z.object({ numberId: z.uuid() });

/** Makes one bought number answer calls; while it can't, it is enqueued again. */
export async function wireNumber(payload: unknown, { wiring }: { wiring: Wiring }): Promise<void> {
  await wiring.wire(payloadOf.parse(payload).numberId);
}
