import { sql } from 'kysely';
import type { Tx } from '../infra/database.ts';
import type { CallId, TenantId } from '../infra/ids.ts';
import { CALL_ENDED_TASK, callEndedKey, jobPriority } from './call-ended.ts';

/**
 * Has a call that was hung up looked into, and what it cost fetched, once this transaction commits: one statement,
 * since the carrier waits. Where no credentials are stored to ask with, nothing is fetched, and nothing enqueued for it.
 */
export async function enqueueAfterHangup(
  { db }: Tx,
  {
    tenantId,
    callId,
    verified,
    accountId,
  }: { tenantId: TenantId; callId: CallId; verified: boolean; accountId: string | undefined },
): Promise<void> {
  const payload = JSON.stringify({ tenantId, callId, verified });
  const key = callEndedKey(callId);
  const analysis = sql`internal.add_job(${CALL_ENDED_TASK}, ${payload}::json, ${key}, null, ${jobPriority(verified)})`;
  const charge = sql`internal.charge_call(${tenantId}, ${callId}, ${accountId ?? null}, ${verified})`;
  await db.selectNoFrom([analysis.as('analysis'), charge.as('charge')]).execute();
}
