import type { Tx } from '../../infra/database.ts';

/**
 * Forgets what was said in calls; that they were, when and how long stays. What else quotes the words (the index of
 * words, analyses, follow-ups, deliveries) follows by triggers on `turns`.
 */
export async function purgeWords(tx: Tx, tenantId: string, callIds: readonly string[]): Promise<void> {
  await tx.query('delete from exchanges where tenant_id = $1 and call_id = any($2)', [tenantId, callIds]);
  // After the exchanges: what a model was told is written only while its exchange is there.
  await tx.query('delete from prompt_log_parts where tenant_id = $1 and call_id = any($2)', [
    tenantId,
    callIds,
  ]);
  await tx.query('delete from turns where tenant_id = $1 and call_id = any($2)', [tenantId, callIds]);
}
