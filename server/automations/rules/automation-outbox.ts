import type { AnalysedCall } from '../../analysis/call-analysis/analysed-call.ts';
import type { Escalation } from '../../follow-ups/follow-up-escalation.ts';
import type { Tx } from '../../infra/database.ts';
import type { CallId, TenantId } from '../../infra/ids.ts';
import type { Phase } from './which-rules-fire.ts';

export const RUN_AUTOMATIONS = 'run-automations';

/** A call that a tenant's automations are to be asked about. */
type DueCall = { tenantId: TenantId; callId: CallId; phase: Phase };

/** Has a call's automations run once this transaction is committed. Safe to repeat: they run once in effect. */
async function askAutomations(tx: Tx, due: DueCall): Promise<void> {
  await tx.addJob(RUN_AUTOMATIONS, due, { key: `automations ${due.callId} ${due.phase}` });
}

/** A consequence of an analysis. A second one asks again, for what it found besides. */
export async function automationsAfterCall(
  tx: Tx,
  { tenantId, callId }: Pick<AnalysedCall, 'tenantId' | 'callId'>,
): Promise<void> {
  await askAutomations(tx, { tenantId, callId, phase: 'AFTER_CALL' });
}

/** What follows besides where a caller wants a person. */
export async function automationsDuringCall(
  tx: Tx,
  { tenantId, callId, reason }: Omit<Escalation, 'number'>,
): Promise<void> {
  if (reason === 'HUMAN_REQUESTED') await askAutomations(tx, { tenantId, callId, phase: 'DURING_CALL' });
}
