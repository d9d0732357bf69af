/** The fields for whose meaning the catalogues have words, by their names there: no dots, which part keys. */
const KEYS = {
  'call.id': 'callId',
  'call.from': 'callFrom',
  'call.to': 'callTo',
  'call.startedAt': 'callStartedAt',
  'call.durationSeconds': 'callDurationSeconds',
  'call.transcript': 'callTranscript',
  'customer.name': 'customerName',
  'customer.phone': 'customerPhone',
  'customer.tags': 'customerTags',
  'analysis.sentiment': 'analysisSentiment',
  'analysis.sentimentScore': 'analysisSentimentScore',
  'analysis.summary': 'analysisSummary',
  'analysis.intents': 'analysisIntents',
  'analysis.outcome': 'analysisOutcome',
  'tenant.name': 'tenantName',
  'automation.name': 'automationName',
} as const;

type Name = keyof typeof KEYS;

/** Undefined for a field of a newer server: it explains itself. */
export const fieldKey = (name: string): (typeof KEYS)[Name] | undefined =>
  Object.hasOwn(KEYS, name) ? KEYS[name as Name] : undefined;

/** A transcript has many lines, and is refused where one is wanted. */
export const fitsOneLine = (name: string): boolean => name !== 'call.transcript';
