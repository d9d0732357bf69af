import type { Tx } from '../infra/database.ts';
import type { CallId, TenantId } from '../infra/ids.ts';

/** What is enqueued when a call has ended, under this name: server/analysis brings the task. */
export const CALL_ENDED_TASK = 'analyse-call';

/** What is enqueued beside it, where there are credentials to ask the carrier with: server/carrier brings the task. */
export const CHARGE_TASK = 'fetch-call-charge';

/** At most one such job of a call waits at a time. */
export const callEndedKey = (callId: CallId | ''): string => `analyse ${callId}`;

/** Jobs for calls that a stranger may have made wait for those that Vobiz is known to have sent. */
export const jobPriority = (verified: boolean): number => (verified ? 0 : 10);

/**
 * Has an ended call looked into, once this transaction commits.
 * @param runAt not before; for words that came after the hangup, after which more may follow
 */
export function enqueueCallEnded(
  tx: Tx,
  { tenantId, callId, verified }: { tenantId: TenantId; callId: CallId; verified: boolean },
  runAt?: Date,
): Promise<void> {
  const key = callEndedKey(callId);
  const options = { key, priority: jobPriority(verified), ...(runAt && { runAt }) };
  return tx.addJob(CALL_ENDED_TASK, { tenantId, callId, verified }, options);
}
