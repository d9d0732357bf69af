/**
 * What clients outside count on and the schema doesn't have yet: types, and fields as `Query.calls`. Whoever brings one
 * takes it off; a test insists.
 */
export const awaited: ReadonlySet<string> = new Set(
  Object.values({
    analysis: 'CallAnalysis Call.analysis SentimentCounts CallStats Query.callStats',
    followUps: 'FollowUp FollowUpStatus Query.followUps Mutation.setFollowUpStatus',
  }).flatMap((names) => names.split(' ')),
);
