import { z } from 'zod';
import type { Database } from '../infra/database.ts';
import { writtenCallId, writtenTenantId } from '../infra/ids.ts';
import { ESCALATION_REASONS, type Escalating, escalate } from './follow-up-escalation.ts';

export const ESCALATE_CALL = 'escalate-call';

const payloadOf = z.object({
  tenantId: writtenTenantId,
  callId: writtenCallId,
  number: z.int(),
  reason: z.enum(ESCALATION_REASONS),
});

/** Asks people to act on a call that goes on. */
export async function escalateCall(
  payload: unknown,
  deps: Escalating & { database: Database },
): Promise<void> {
  const escalation = payloadOf.parse(payload);
  await deps.database.inTenant(escalation.tenantId, (tx) => escalate(tx, escalation, deps));
}
