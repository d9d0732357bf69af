/**
 * What clients outside count on and the schema doesn't have yet: types, and fields as `Query.calls`. Whoever brings one
 * takes it off; a test insists.
 */
export const awaited: ReadonlySet<string> = new Set(
  Object.values({
    analysis: 'CallAnalysis Call.analysis SentimentCounts CallStats Query.callStats',
    automations:
      'Automation AutomationTrigger AutomationActionInput WebhookActionInput EmailActionInput FollowUpActionInput CreateAutomationInput FollowUp FollowUpStatus Query.automations Query.followUps Mutation.createAutomation Mutation.setFollowUpStatus',
  }).flatMap((names) => names.split(' ')),
);
