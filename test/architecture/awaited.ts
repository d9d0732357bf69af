/**
 * What clients outside count on and the schema doesn't have yet: types, and fields as `Query.calls`. Whoever brings one
 * takes it off; a test insists.
 */
export const awaited: ReadonlySet<string> = new Set(
  Object.values({
    scalars: 'E164 Float',
    tenants: 'User.tenant',
    customers:
      'Customer CustomerEdge CustomerConnection UpdateCustomerInput Query.customers Query.customer Mutation.updateCustomer',
    calls:
      'Call CallEdge CallConnection CallFilter CallDirection CallStatus Turn Speaker ReplySource Query.calls Query.call',
    callActivity: 'CallEvent CallEventKind Subscription',
    analysis: 'CallAnalysis Sentiment SentimentCounts Intent CallStats Query.callStats',
    recordings: 'Recording',
    numbers:
      'PhoneNumber PhoneNumberStatus Money AddPhoneNumberInput Query.phoneNumbers Mutation.addPhoneNumber',
    marketplace:
      'AvailableNumber AvailableNumberPage NumberOrder NumberOrderKind NumberOrderStatus PurchaseNumberInput Query.availableNumbers Query.numberOrders Mutation.purchaseNumber Mutation.releaseNumber Mutation.cancelNumberRelease',
    settings:
      'PlatformSettings MarketplaceMode UpdatePlatformSettingsInput Query.platformSettings Mutation.updatePlatformSettings',
    setup: 'SetupCheck SetupCheckStatus Query.setupChecks',
    automations:
      'Automation AutomationTrigger AutomationActionInput WebhookActionInput EmailActionInput FollowUpActionInput CreateAutomationInput FollowUp FollowUpStatus Query.automations Query.followUps Mutation.createAutomation Mutation.setFollowUpStatus',
  }).flatMap((names) => names.split(' ')),
);
