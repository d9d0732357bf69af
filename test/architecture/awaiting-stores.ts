/**
 * Files whose statements haven't come into a store yet. Whoever brings them there takes the file off; a test insists.
 * Nothing is added.
 */
export const awaitingStores: readonly string[] = [
  'server/analysis/call-analysis/analysis-budget.ts',
  'server/analysis/call-analysis/heard-customer.ts',
  'server/analysis/statistics/call-counts.ts',
  'server/analysis/statistics/caller-questions.ts',
  'server/analysis/statistics/count-calls.job.ts',
  'server/analysis/statistics/repeat-callers.ts',
  'server/calls/retention/customer-erasure.ts',
  'server/calls/retention/purge-expired.job.ts',
  'server/calls/retention/purge-words.ts',
  'server/calls/transcription/recover-transcriptions.job.ts',
  'server/webhook-log/purge-webhooks.job.ts',
  'server/webhook-log/webhook-replay.service.ts',
];
