/* eslint-disable */
import * as types from './graphql.ts';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  mutation ChangePassword($currentPassword: String!, $newPassword: String!) {\n    changePassword(currentPassword: $currentPassword, newPassword: $newPassword)\n  }\n": typeof types.ChangePasswordDocument,
    "\n  mutation GiveSecondFactor($code: String!) { giveSecondFactor(code: $code) }\n": typeof types.GiveSecondFactorDocument,
    "\n  query OpenFollowUps($tenantId: ID!) {\n    followUps(tenantId: $tenantId, status: OPEN) { id status dueAt }\n  }\n": typeof types.OpenFollowUpsDocument,
    "\n  query LowBalance {\n    carrierStatus {\n      balance {\n        balance { minorUnits currency }\n        warnBelow { minorUnits currency }\n        isLow at\n      }\n    }\n  }\n": typeof types.LowBalanceDocument,
    "\n  subscription FollowUpNews($tenantId: ID) {\n    followUpActivity(tenantId: $tenantId) {\n      kind isOwn\n      followUp {\n        id title status reason dueAt notes settledAt\n        assignee { id name }\n        settledBy { id name }\n        call { id }\n        customer { id name }\n      }\n    }\n  }\n": typeof types.FollowUpNewsDocument,
    "\n  query Me {\n    me { id email name role mustChangePassword mustSetUpSecondFactor tenant { id slug name timeZone status } }\n  }\n": typeof types.MeDocument,
    "mutation SignOut { signOut }": typeof types.SignOutDocument,
    "\n  mutation SignIn($email: String!, $password: String!, $code: String) {\n    signIn(email: $email, password: $password, code: $code) { token }\n  }\n": typeof types.SignInDocument,
    "\n  query ChoosableTenants {\n    tenants(first: 100) { edges { node { id slug name timeZone status } } }\n  }\n": typeof types.ChoosableTenantsDocument,
    "\n  query ChosenTenant($id: ID!) {\n    tenant(id: $id) { id slug name timeZone status }\n  }\n": typeof types.ChosenTenantDocument,
    "\n  query AuditLog($tenantId: ID, $after: String) {\n    auditLog(first: 50, tenantId: $tenantId, after: $after) {\n      totalCount\n      edges { node { id at actorEmail action tenantId subject address detail } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.AuditLogDocument,
    "\n  fragment AutomationFields on Automation {\n    id name enabled trigger intents lastRunAt runCount\n    conditions {\n      sentimentScore { min max }\n      durationSeconds { min max }\n      timeOfDay { from until }\n      customer tag\n    }\n    actions {\n      id tagCustomer\n      webhook { url hasSecret }\n      email { to subject body }\n      followUp { title dueInHours assignee { id name } }\n      sms { to text isToCaller }\n    }\n  }\n": typeof types.AutomationFieldsFragmentDoc,
    "\n  query AutomationList($tenantId: ID!) {\n    automations(tenantId: $tenantId) { ...AutomationFields }\n  }\n": typeof types.AutomationListDocument,
    "\n  query OneAutomation($id: ID!) {\n    automation(id: $id) { ...AutomationFields }\n  }\n": typeof types.OneAutomationDocument,
    "\n  query AutomationTemplateFields {\n    automationFields { name meaning }\n  }\n": typeof types.AutomationTemplateFieldsDocument,
    "\n  mutation CreateAutomation($input: CreateAutomationInput!) {\n    createAutomation(input: $input) { ...AutomationFields }\n  }\n": typeof types.CreateAutomationDocument,
    "\n  mutation UpdateAutomation($id: ID!, $input: UpdateAutomationInput!) {\n    updateAutomation(id: $id, input: $input) { ...AutomationFields }\n  }\n": typeof types.UpdateAutomationDocument,
    "\n  mutation DeleteAutomation($id: ID!) {\n    deleteAutomation(id: $id) { id }\n  }\n": typeof types.DeleteAutomationDocument,
    "\n  query CallsToTryWith($tenantId: ID!) {\n    calls(tenantId: $tenantId, first: 50) { edges { node { ...CallRow } } }\n  }\n": typeof types.CallsToTryWithDocument,
    "\n  query TryAutomation($id: ID!, $callId: ID!) {\n    tryAutomation(id: $id, callId: $callId) {\n      wouldRun reason\n      actions { kind skipped target subject body dueAt }\n    }\n  }\n": typeof types.TryAutomationDocument,
    "\n  query AutomationRuns($automationId: ID!, $after: String) {\n    automationRuns(automationId: $automationId, first: 25, after: $after) {\n      edges { node { id trigger outcome reason ranAt actions { kind outcome reason } call { id startedAt } } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.AutomationRunsDocument,
    "\n  fragment DeliveryFields on AutomationDelivery {\n    id kind target subject status attempts createdAt lastAttemptAt nextAttemptAt settledAt lastStatus problem repeats\n    call { id startedAt }\n  }\n": typeof types.DeliveryFieldsFragmentDoc,
    "\n  query AutomationDeliveries(\n    $automationId: ID!, $after: String, $status: DeliveryStatus,\n    $ofWebhooks: Boolean!, $ofMails: Boolean!, $ofTexts: Boolean!\n  ) {\n    WEBHOOK: webhookDeliveries(automationId: $automationId, first: 25, after: $after, status: $status)\n      @include(if: $ofWebhooks) { edges { node { ...DeliveryFields } } pageInfo { hasNextPage endCursor } }\n    EMAIL: emailDeliveries(automationId: $automationId, first: 25, after: $after, status: $status)\n      @include(if: $ofMails) { edges { node { ...DeliveryFields } } pageInfo { hasNextPage endCursor } }\n    SMS: smsDeliveries(automationId: $automationId, first: 25, after: $after, status: $status)\n      @include(if: $ofTexts) { edges { node { ...DeliveryFields } } pageInfo { hasNextPage endCursor } }\n  }\n": typeof types.AutomationDeliveriesDocument,
    "\n  mutation Redeliver($id: ID!) {\n    redeliver(id: $id) { ...DeliveryFields }\n  }\n": typeof types.RedeliverDocument,
    "\n  fragment Line on Turn { id number speaker text at confidence source replyMs }\n": typeof types.LineFragmentDoc,
    "\n  query OneCall($id: ID!) {\n    call(id: $id) {\n      ...CallRow\n      providerCallId hangupCause hangupSource personaVersion costProblem\n      cost { minorUnits currency }\n      tenant { id name }\n      customer { id name heardName phone notes tags callCount lastCallAt }\n      turns { ...Line }\n      analysis {\n        sentiment sentimentScore turnSentiments { number score } summary intents outcome topics\n        unansweredQuestions source analysedAt\n      }\n      recordings { id durationSeconds url }\n      unkeptRecordings { id status reason notedAt }\n      followUps { id title status dueAt }\n    }\n  }\n": typeof types.OneCallDocument,
    "\n  query PromptForLine($id: ID!, $line: Int!) {\n    call(id: $id) {\n      id\n      prompts(first: 1, line: $line) { turn source model instructions callerData firstLine lastLine earlier at }\n    }\n  }\n": typeof types.PromptForLineDocument,
    "\n  query CallsAround($tenantId: ID, $filter: CallFilter, $first: Int!, $after: String) {\n    calls(tenantId: $tenantId, filter: $filter, first: $first, after: $after) {\n      edges { node { id startedAt } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.CallsAroundDocument,
    "query CustomerFiltered($id: ID!) { customer(id: $id) { id name phone } }": typeof types.CustomerFilteredDocument,
    "\n  fragment CallRow on Call {\n    id status direction from rawFrom to startedAt endedAt durationSeconds\n    customer { id name phone }\n    analysis { sentiment summary intents }\n  }\n": typeof types.CallRowFragmentDoc,
    "\n  query CallPage($tenantId: ID, $filter: CallFilter, $first: Int!, $after: String, $isCounted: Boolean!) {\n    calls(tenantId: $tenantId, first: $first, after: $after, filter: $filter) {\n      totalCount @include(if: $isCounted)\n      edges { node { ...CallRow } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.CallPageDocument,
    "\n  subscription CallNews($tenantId: ID) {\n    callActivity(tenantId: $tenantId) {\n      kind\n      call { ...CallRow hangupCause }\n      turn { ...Line }\n    }\n  }\n": typeof types.CallNewsDocument,
    "\n  query CarrierStatus {\n    carrierStatus {\n      isConnected balanceProblem linesProblem\n      balance {\n        balance { minorUnits currency }\n        warnBelow { minorUnits currency }\n        isLow at\n      }\n      lines { most inUse at }\n    }\n  }\n": typeof types.CarrierStatusDocument,
    "query LowBalanceWarning { lowBalanceWarning }": typeof types.LowBalanceWarningDocument,
    "\n  mutation SetLowBalanceWarning($paise: Int) { setLowBalanceWarning(paise: $paise) }\n": typeof types.SetLowBalanceWarningDocument,
    "\n  query CallCosts {\n    callCosts {\n      waiting givenUp\n      totals { month paidBy calls cost { minorUnits currency } }\n      tenants { month paidBy calls cost { minorUnits currency } tenant { id name } }\n    }\n  }\n": typeof types.CallCostsDocument,
    "query CallCostsCsv { callCostsCsv }": typeof types.CallCostsCsvDocument,
    "\n  query NumberHealth($tenantId: ID!) {\n    numberHealth(tenantId: $tenantId) { phoneNumberId isMarked marks problem }\n  }\n": typeof types.NumberHealthDocument,
    "\n  query RecordingErasures($tenantId: ID) {\n    recordingErasures(tenantId: $tenantId) {\n      pending deleted failed\n      latest { id callId status reason attempts requestedAt nextAttemptAt settledAt }\n    }\n  }\n": typeof types.RecordingErasuresDocument,
    "\n  mutation RetryRecordingErasure($id: ID!) { retryRecordingErasure(id: $id) }\n": typeof types.RetryRecordingErasureDocument,
    "\n  query CustomerList($tenantId: ID, $search: String, $after: String) {\n    customers(first: 50, tenantId: $tenantId, search: $search, after: $after) {\n      totalCount\n      edges { node { id phone name tags callCount lastCallAt } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.CustomerListDocument,
    "\n  query OneCustomer($id: ID!) {\n    customer(id: $id) {\n      id phone name heardName notes notesTellable tags firstSeenAt lastCallAt callCount\n      followUps { id title status dueAt }\n    }\n  }\n": typeof types.OneCustomerDocument,
    "\n  mutation UpdateCustomer($id: ID!, $input: UpdateCustomerInput!) {\n    updateCustomer(id: $id, input: $input) { id name heardName notes notesTellable tags }\n  }\n": typeof types.UpdateCustomerDocument,
    "mutation EraseCustomer($id: ID!) { eraseCustomer(id: $id) }": typeof types.EraseCustomerDocument,
    "\n  query Dashboard($tenantId: ID, $today: DateTime, $month: DateTime) {\n    today: callStats(tenantId: $tenantId, from: $today) { calls answered missed }\n    insights(tenantId: $tenantId, from: $month) {\n      total {\n        calls answered missed returning averageDurationSeconds averageReplySeconds\n        sentiment { positive neutral negative }\n        intents { intent calls }\n      }\n      days { day stats { answered missed calls } }\n      hours { hour stats { calls } }\n    }\n    repeatCallers(tenantId: $tenantId, from: $month, first: 5) { calls customer { id name phone } }\n    unansweredQuestions(tenantId: $tenantId, from: $month, first: 5) { question calls lastAskedAt }\n  }\n": typeof types.DashboardDocument,
    "\n  query FollowUpsDue($tenantId: ID) {\n    followUps(tenantId: $tenantId, status: OPEN, first: 6) {\n      id title dueAt call { id } customer { id name phone }\n    }\n  }\n": typeof types.FollowUpsDueDocument,
    "\n  query CallsGoingOn($tenantId: ID) {\n    calls(tenantId: $tenantId, first: 12, filter: { status: IN_PROGRESS }) {\n      edges { node { ...CallRow turns { ...Line } } }\n    }\n  }\n": typeof types.CallsGoingOnDocument,
    "\n  query DoorOfTenant($id: ID!) {\n    tenant(id: $id) { id ...TenantDoor }\n  }\n": typeof types.DoorOfTenantDocument,
    "\n  mutation ChangeWebhookAccess($id: ID!, $access: WebhookAccess!) {\n    updateBusiness(tenantId: $id, input: { webhookAccess: $access }) { id ...TenantDoor }\n  }\n": typeof types.ChangeWebhookAccessDocument,
    "\n  mutation RotateWebhookKey($id: ID!) {\n    rotateWebhookKey(tenantId: $id) { id ...TenantDoor }\n  }\n": typeof types.RotateWebhookKeyDocument,
    "\n  fragment TenantDoor on Tenant {\n    name webhookAccess previousWebhookKeyUntil\n    webhookUrls { answer input hangup }\n    keyedWebhookUrls { answer input hangup }\n  }\n": typeof types.TenantDoorFragmentDoc,
    "\n  fragment FollowUpFields on FollowUp {\n    id title status reason dueAt said notes createdAt settledAt\n    assignee { id name }\n    settledBy { id name }\n    call { id startedAt }\n    customer { id name phone }\n  }\n": typeof types.FollowUpFieldsFragmentDoc,
    "\n  query FollowUpInbox($tenantId: ID!, $status: FollowUpStatus!) {\n    followUps(tenantId: $tenantId, status: $status) { ...FollowUpFields }\n  }\n": typeof types.FollowUpInboxDocument,
    "\n  query FollowUpPeople($tenantId: ID!) {\n    followUpAssignees(tenantId: $tenantId) { id name }\n  }\n": typeof types.FollowUpPeopleDocument,
    "\n  mutation CreateFollowUp($input: CreateFollowUpInput!) {\n    createFollowUp(input: $input) { ...FollowUpFields }\n  }\n": typeof types.CreateFollowUpDocument,
    "\n  mutation SetFollowUpStatus($id: ID!, $status: FollowUpStatus!) {\n    setFollowUpStatus(id: $id, status: $status) { ...FollowUpFields }\n  }\n": typeof types.SetFollowUpStatusDocument,
    "\n  mutation AssignFollowUp($id: ID!, $userId: ID) {\n    assignFollowUp(id: $id, userId: $userId) { ...FollowUpFields }\n  }\n": typeof types.AssignFollowUpDocument,
    "\n  mutation SetFollowUpDue($id: ID!, $dueAt: DateTime) {\n    setFollowUpDue(id: $id, dueAt: $dueAt) { ...FollowUpFields }\n  }\n": typeof types.SetFollowUpDueDocument,
    "\n  mutation NoteFollowUp($id: ID!, $notes: String!) {\n    noteFollowUp(id: $id, notes: $notes) { ...FollowUpFields }\n  }\n": typeof types.NoteFollowUpDocument,
    "\n  fragment OfferFields on AvailableNumber {\n    e164 country region voice sms demo needsAadhaar minimumCommitmentMonths\n    setupFee { minorUnits currency }\n    monthlyFee { minorUnits currency }\n  }\n": typeof types.OfferFieldsFragmentDoc,
    "\n  query AvailableNumbers(\n    $country: String!, $search: String, $region: String, $capability: NumberCapability,\n    $maxMonthlyFee: MoneyInput, $page: Int!, $perPage: Int!\n  ) {\n    availableNumbers(\n      country: $country, search: $search, region: $region, capability: $capability,\n      maxMonthlyFee: $maxMonthlyFee, page: $page, perPage: $perPage\n    ) { page perPage total items { ...OfferFields } }\n    platformSettings { marketplaceMode }\n  }\n": typeof types.AvailableNumbersDocument,
    "\n  mutation PurchaseNumber($input: PurchaseNumberInput!) {\n    purchaseNumber(input: $input) { ...OrderFields }\n  }\n": typeof types.PurchaseNumberDocument,
    "\n  query NumberCosts {\n    numberCosts {\n      total { minorUnits currency }\n      tenants { numbers monthly { minorUnits currency } tenant { id name } }\n      renewals { id e164 label demo nextBillingAt monthlyFee { minorUnits currency } tenant { id name } }\n    }\n    platformSettings { marketplaceMode }\n  }\n": typeof types.NumberCostsDocument,
    "\n  query NumberReconciliation {\n    numberReconciliation { ...FindingsFields }\n    platformSettings { marketplaceMode }\n  }\n": typeof types.NumberReconciliationDocument,
    "\n  fragment FindingsFields on NumberReconciliation {\n    listedAt problem\n    found { e164 foundAt nextBillingAt monthlyFee { minorUnits currency } }\n    lost { id e164 label lostSince tenant { id name } }\n  }\n": typeof types.FindingsFieldsFragmentDoc,
    "\n  mutation ReconcileNumbers {\n    reconcileNumbers { ...FindingsFields }\n  }\n": typeof types.ReconcileNumbersDocument,
    "\n  mutation AssignFoundNumber($e164: E164!, $tenantId: ID!) {\n    assignFoundNumber(e164: $e164, tenantId: $tenantId) { id e164 status provisioningIssue tenant { id name } }\n  }\n": typeof types.AssignFoundNumberDocument,
    "\n  fragment OrderFields on NumberOrder {\n    id kind status e164 demo failure requestedAt requestedBy settledAt\n    setupFee { minorUnits currency }\n    monthlyFee { minorUnits currency }\n    releaseFee { minorUnits currency }\n    tenant { id name }\n    phoneNumber { id status provisioningIssue cooldownEndsAt }\n  }\n": typeof types.OrderFieldsFragmentDoc,
    "\n  query NumberOrders($tenantId: ID) {\n    numberOrders(tenantId: $tenantId) { ...OrderFields }\n  }\n": typeof types.NumberOrdersDocument,
    "\n  query NumberOrdersCsv($tenantId: ID) { numberOrdersCsv(tenantId: $tenantId) }\n": typeof types.NumberOrdersCsvDocument,
    "\n  mutation RetryPhoneNumber($id: ID!) {\n    retryPhoneNumber(id: $id) { id status provisioningIssue cooldownEndsAt }\n  }\n": typeof types.RetryPhoneNumberDocument,
    "\n  fragment NumberFields on PhoneNumber {\n    id e164 label forwardedFrom status source demo hasProviderApiKey provisioningIssue\n    nextBillingAt cooldownEndsAt lostSince\n    monthlyFee { minorUnits currency }\n    releaseFee { minorUnits currency }\n    tenant { id name }\n  }\n": typeof types.NumberFieldsFragmentDoc,
    "\n  query NumbersOfTenant($tenantId: ID!) {\n    phoneNumbers(tenantId: $tenantId) { ...NumberFields }\n    tenant(id: $tenantId) { id webhookUrls { answer input hangup } }\n  }\n": typeof types.NumbersOfTenantDocument,
    "\n  mutation AddPhoneNumber($input: AddPhoneNumberInput!) {\n    addPhoneNumber(input: $input) { ...NumberFields }\n  }\n": typeof types.AddPhoneNumberDocument,
    "\n  mutation UpdatePhoneNumber($id: ID!, $input: UpdatePhoneNumberInput!) {\n    updatePhoneNumber(id: $id, input: $input) { ...NumberFields }\n  }\n": typeof types.UpdatePhoneNumberDocument,
    "\n  mutation RemovePhoneNumber($id: ID!) {\n    removePhoneNumber(id: $id) { ...NumberFields }\n  }\n": typeof types.RemovePhoneNumberDocument,
    "\n  mutation ReleaseNumber($id: ID!, $idempotencyKey: String!) {\n    releaseNumber(id: $id, idempotencyKey: $idempotencyKey) { ...OrderFields }\n  }\n": typeof types.ReleaseNumberDocument,
    "\n  mutation CancelNumberRelease($id: ID!) {\n    cancelNumberRelease(id: $id) { ...NumberFields }\n  }\n": typeof types.CancelNumberReleaseDocument,
    "\n  fragment PersonaText on Persona {\n    version agentName greeting instructions facts language noSpeechMessage\n    hours { ...OpeningHoursText } outsideHours closedGreeting voice voiceLanguage\n  }\n": typeof types.PersonaTextFragmentDoc,
    "\n  fragment OpeningHoursText on OpeningHours {\n    week { day ranges { from to } }\n    exceptions { date name ranges { from to } }\n  }\n": typeof types.OpeningHoursTextFragmentDoc,
    "\n  query PersonaOfTenant($tenantId: ID!) {\n    tenant(id: $tenantId) {\n      id\n      persona { ...PersonaText }\n    }\n  }\n": typeof types.PersonaOfTenantDocument,
    "\n  query PersonaVersions($tenantId: ID!, $before: Int) {\n    personaVersions(tenantId: $tenantId, first: 10, before: $before) {\n      version author createdAt isCurrent agentName greeting instructions facts language noSpeechMessage\n      hours { ...OpeningHoursText } outsideHours closedGreeting voice voiceLanguage\n    }\n  }\n": typeof types.PersonaVersionsDocument,
    "\n  mutation UpdatePersona($tenantId: ID!, $input: UpdatePersonaInput!) {\n    updatePersona(tenantId: $tenantId, input: $input) { ...PersonaText }\n  }\n": typeof types.UpdatePersonaDocument,
    "\n  mutation RestorePersona($tenantId: ID!, $version: Int!) {\n    restorePersona(tenantId: $tenantId, version: $version) { ...PersonaText }\n  }\n": typeof types.RestorePersonaDocument,
    "\n  mutation BeginTestCall($tenantId: ID!, $draft: UpdatePersonaInput!, $moment: TestCallMoment!) {\n    beginTestCall(tenantId: $tenantId, draft: $draft, moment: $moment) { greeting endsCall isOpen playedAt }\n  }\n": typeof types.BeginTestCallDocument,
    "\n  mutation ContinueTestCall($tenantId: ID!, $draft: UpdatePersonaInput!, $moment: TestCallMoment!, $lines: [TestCallLineInput!]!) {\n    continueTestCall(tenantId: $tenantId, draft: $draft, moment: $moment, lines: $lines) {\n      sentences source endsCall milliseconds instructions isOpen playedAt\n    }\n  }\n": typeof types.ContinueTestCallDocument,
    "\n  query MySecondFactor { me { id email hasSecondFactor } }\n": typeof types.MySecondFactorDocument,
    "\n  mutation StartSecondFactor { startSecondFactor { secret uri } }\n": typeof types.StartSecondFactorDocument,
    "\n  mutation ConfirmSecondFactor($code: String!) { confirmSecondFactor(code: $code) }\n": typeof types.ConfirmSecondFactorDocument,
    "\n  mutation DisableSecondFactor($password: String!, $code: String!) {\n    disableSecondFactor(password: $password, code: $code)\n  }\n": typeof types.DisableSecondFactorDocument,
    "\n  query MySessions { sessions { id app system address startedAt lastUsedAt isThisOne } }\n": typeof types.MySessionsDocument,
    "mutation EndSession($id: ID!) { endSession(id: $id) }": typeof types.EndSessionDocument,
    "mutation EndOtherSessions { endOtherSessions }": typeof types.EndOtherSessionsDocument,
    "\n  fragment SettingsFields on PlatformSettings {\n    vobizAppId vobizApiKeyHint marketplaceMode updatedAt requireSecondFactor\n    connection { status detail checkedAt }\n  }\n": typeof types.SettingsFieldsFragmentDoc,
    "\n  query PlatformSettings { platformSettings { ...SettingsFields } }\n": typeof types.PlatformSettingsDocument,
    "\n  mutation UpdatePlatformSettings($input: UpdatePlatformSettingsInput!) {\n    updatePlatformSettings(input: $input) { ...SettingsFields }\n  }\n": typeof types.UpdatePlatformSettingsDocument,
    "\n  mutation CheckVobizConnection { checkVobizConnection { ...SettingsFields } }\n": typeof types.CheckVobizConnectionDocument,
    "\n  query SetupOfTenant($tenantId: ID!) {\n    setupChecks(tenantId: $tenantId) { code status title detail fix }\n    tenant(id: $tenantId) { id slug webhookUrls { answer input hangup } }\n  }\n": typeof types.SetupOfTenantDocument,
    "mutation RetryDeadJob($id: ID!) { retryDeadJob(id: $id) }": typeof types.RetryDeadJobDocument,
    "mutation ForgetDeadJob($id: ID!) { forgetDeadJob(id: $id) }": typeof types.ForgetDeadJobDocument,
    "\n  query SystemStatus {\n    systemStatus {\n      version nodeVersion databaseVersion startedAt model waitingJobs runningJobs droppedWebhooks\n      health { part status }\n      refusedWebhooks { slug name reason amount latestAt }\n      deadJobs { id task attempts error failedAt }\n    }\n  }\n": typeof types.SystemStatusDocument,
    "mutation PrepareExport($tenantId: ID) { prepareExport(tenantId: $tenantId) }": typeof types.PrepareExportDocument,
    "\n  query TenantList($search: String, $after: String) {\n    tenants(first: 25, search: $search, after: $after) {\n      totalCount\n      edges { node { id slug name status timeZone createdAt } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.TenantListDocument,
    "\n  query TenantSettings($id: ID!) {\n    tenant(id: $id) {\n      slug status createdAt ...TenantTraits analysisTokensToday signedWebhookAt\n    }\n  }\n": typeof types.TenantSettingsDocument,
    "\n  mutation CreateTenant($input: CreateTenantInput!) {\n    createTenant(input: $input) { id name }\n  }\n": typeof types.CreateTenantDocument,
    "\n  mutation UpdateTenant($id: ID!, $input: UpdateTenantInput!) {\n    updateTenant(id: $id, input: $input) { status ...TenantTraits }\n  }\n": typeof types.UpdateTenantDocument,
    "\n  mutation UpdateBusiness($id: ID!, $input: UpdateBusinessInput!) {\n    updateBusiness(tenantId: $id, input: $input) { ...TenantTraits }\n  }\n": typeof types.UpdateBusinessDocument,
    "\n  fragment TenantTraits on Tenant {\n    id name timeZone signaturePolicy transcriptRetentionDays recordingRetentionDays recordCalls recordingNotice\n    analysisTokensADay newCallsAMinute callsAtOnce modelTurnsADay unverifiedAnalysisTokensADay recordingMegabytesADay\n  }\n": typeof types.TenantTraitsFragmentDoc,
    "\n  mutation EraseTenant($id: ID!, $confirmSlug: String!) {\n    eraseTenant(id: $id, confirmSlug: $confirmSlug)\n  }\n": typeof types.EraseTenantDocument,
    "\n  query UsersOf($tenantId: ID) {\n    users(tenantId: $tenantId) { id email name role createdAt disabledAt mustChangePassword hasSecondFactor }\n  }\n": typeof types.UsersOfDocument,
    "\n  mutation InviteUser($input: InviteUserInput!) {\n    inviteUser(input: $input) { temporaryPassword user { id name } }\n  }\n": typeof types.InviteUserDocument,
    "\n  mutation ChangeUserRole($id: ID!, $role: Role!, $tenantId: ID) {\n    changeUserRole(id: $id, role: $role, tenantId: $tenantId) { id role }\n  }\n": typeof types.ChangeUserRoleDocument,
    "\n  mutation ResetUserPassword($id: ID!) {\n    resetUserPassword(id: $id) { temporaryPassword user { id mustChangePassword } }\n  }\n": typeof types.ResetUserPasswordDocument,
    "mutation EndUserSessions($id: ID!) { endUserSessions(id: $id) { id } }": typeof types.EndUserSessionsDocument,
    "\n  mutation ResetUserSecondFactor($id: ID!) { resetUserSecondFactor(id: $id) { id hasSecondFactor } }\n": typeof types.ResetUserSecondFactorDocument,
    "mutation DisableUser($id: ID!) { disableUser(id: $id) { id disabledAt } }": typeof types.DisableUserDocument,
    "mutation EnableUser($id: ID!) { enableUser(id: $id) { id disabledAt } }": typeof types.EnableUserDocument,
    "\n  query WebhookLogPage($tenantId: ID, $filter: WebhookLogFilter, $after: String) {\n    webhookLog(first: 50, tenantId: $tenantId, filter: $filter, after: $after) {\n      totalCount\n      edges { node { id at slug webhook method providerCallId callId status milliseconds outcome reason } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.WebhookLogPageDocument,
    "\n  query WebhookExchangePage($id: ID!) {\n    webhookExchange(id: $id) {\n      webhook { id at slug webhook method dialect providerCallId callId status milliseconds outcome reason }\n      contentType\n      query { name values }\n      body { name values }\n      isCut\n      xml\n      spoken\n    }\n  }\n": typeof types.WebhookExchangePageDocument,
    "\n  mutation ReplayWebhook($id: ID!) {\n    replayWebhook(id: $id) {\n      cannot\n      dialect\n      event { kind words digits turn part durationSeconds cause }\n      status\n      xml\n      spoken\n      later\n      milliseconds\n      differences { what before now }\n    }\n  }\n": typeof types.ReplayWebhookDocument,
};
const documents: Documents = {
    "\n  mutation ChangePassword($currentPassword: String!, $newPassword: String!) {\n    changePassword(currentPassword: $currentPassword, newPassword: $newPassword)\n  }\n": types.ChangePasswordDocument,
    "\n  mutation GiveSecondFactor($code: String!) { giveSecondFactor(code: $code) }\n": types.GiveSecondFactorDocument,
    "\n  query OpenFollowUps($tenantId: ID!) {\n    followUps(tenantId: $tenantId, status: OPEN) { id status dueAt }\n  }\n": types.OpenFollowUpsDocument,
    "\n  query LowBalance {\n    carrierStatus {\n      balance {\n        balance { minorUnits currency }\n        warnBelow { minorUnits currency }\n        isLow at\n      }\n    }\n  }\n": types.LowBalanceDocument,
    "\n  subscription FollowUpNews($tenantId: ID) {\n    followUpActivity(tenantId: $tenantId) {\n      kind isOwn\n      followUp {\n        id title status reason dueAt notes settledAt\n        assignee { id name }\n        settledBy { id name }\n        call { id }\n        customer { id name }\n      }\n    }\n  }\n": types.FollowUpNewsDocument,
    "\n  query Me {\n    me { id email name role mustChangePassword mustSetUpSecondFactor tenant { id slug name timeZone status } }\n  }\n": types.MeDocument,
    "mutation SignOut { signOut }": types.SignOutDocument,
    "\n  mutation SignIn($email: String!, $password: String!, $code: String) {\n    signIn(email: $email, password: $password, code: $code) { token }\n  }\n": types.SignInDocument,
    "\n  query ChoosableTenants {\n    tenants(first: 100) { edges { node { id slug name timeZone status } } }\n  }\n": types.ChoosableTenantsDocument,
    "\n  query ChosenTenant($id: ID!) {\n    tenant(id: $id) { id slug name timeZone status }\n  }\n": types.ChosenTenantDocument,
    "\n  query AuditLog($tenantId: ID, $after: String) {\n    auditLog(first: 50, tenantId: $tenantId, after: $after) {\n      totalCount\n      edges { node { id at actorEmail action tenantId subject address detail } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.AuditLogDocument,
    "\n  fragment AutomationFields on Automation {\n    id name enabled trigger intents lastRunAt runCount\n    conditions {\n      sentimentScore { min max }\n      durationSeconds { min max }\n      timeOfDay { from until }\n      customer tag\n    }\n    actions {\n      id tagCustomer\n      webhook { url hasSecret }\n      email { to subject body }\n      followUp { title dueInHours assignee { id name } }\n      sms { to text isToCaller }\n    }\n  }\n": types.AutomationFieldsFragmentDoc,
    "\n  query AutomationList($tenantId: ID!) {\n    automations(tenantId: $tenantId) { ...AutomationFields }\n  }\n": types.AutomationListDocument,
    "\n  query OneAutomation($id: ID!) {\n    automation(id: $id) { ...AutomationFields }\n  }\n": types.OneAutomationDocument,
    "\n  query AutomationTemplateFields {\n    automationFields { name meaning }\n  }\n": types.AutomationTemplateFieldsDocument,
    "\n  mutation CreateAutomation($input: CreateAutomationInput!) {\n    createAutomation(input: $input) { ...AutomationFields }\n  }\n": types.CreateAutomationDocument,
    "\n  mutation UpdateAutomation($id: ID!, $input: UpdateAutomationInput!) {\n    updateAutomation(id: $id, input: $input) { ...AutomationFields }\n  }\n": types.UpdateAutomationDocument,
    "\n  mutation DeleteAutomation($id: ID!) {\n    deleteAutomation(id: $id) { id }\n  }\n": types.DeleteAutomationDocument,
    "\n  query CallsToTryWith($tenantId: ID!) {\n    calls(tenantId: $tenantId, first: 50) { edges { node { ...CallRow } } }\n  }\n": types.CallsToTryWithDocument,
    "\n  query TryAutomation($id: ID!, $callId: ID!) {\n    tryAutomation(id: $id, callId: $callId) {\n      wouldRun reason\n      actions { kind skipped target subject body dueAt }\n    }\n  }\n": types.TryAutomationDocument,
    "\n  query AutomationRuns($automationId: ID!, $after: String) {\n    automationRuns(automationId: $automationId, first: 25, after: $after) {\n      edges { node { id trigger outcome reason ranAt actions { kind outcome reason } call { id startedAt } } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.AutomationRunsDocument,
    "\n  fragment DeliveryFields on AutomationDelivery {\n    id kind target subject status attempts createdAt lastAttemptAt nextAttemptAt settledAt lastStatus problem repeats\n    call { id startedAt }\n  }\n": types.DeliveryFieldsFragmentDoc,
    "\n  query AutomationDeliveries(\n    $automationId: ID!, $after: String, $status: DeliveryStatus,\n    $ofWebhooks: Boolean!, $ofMails: Boolean!, $ofTexts: Boolean!\n  ) {\n    WEBHOOK: webhookDeliveries(automationId: $automationId, first: 25, after: $after, status: $status)\n      @include(if: $ofWebhooks) { edges { node { ...DeliveryFields } } pageInfo { hasNextPage endCursor } }\n    EMAIL: emailDeliveries(automationId: $automationId, first: 25, after: $after, status: $status)\n      @include(if: $ofMails) { edges { node { ...DeliveryFields } } pageInfo { hasNextPage endCursor } }\n    SMS: smsDeliveries(automationId: $automationId, first: 25, after: $after, status: $status)\n      @include(if: $ofTexts) { edges { node { ...DeliveryFields } } pageInfo { hasNextPage endCursor } }\n  }\n": types.AutomationDeliveriesDocument,
    "\n  mutation Redeliver($id: ID!) {\n    redeliver(id: $id) { ...DeliveryFields }\n  }\n": types.RedeliverDocument,
    "\n  fragment Line on Turn { id number speaker text at confidence source replyMs }\n": types.LineFragmentDoc,
    "\n  query OneCall($id: ID!) {\n    call(id: $id) {\n      ...CallRow\n      providerCallId hangupCause hangupSource personaVersion costProblem\n      cost { minorUnits currency }\n      tenant { id name }\n      customer { id name heardName phone notes tags callCount lastCallAt }\n      turns { ...Line }\n      analysis {\n        sentiment sentimentScore turnSentiments { number score } summary intents outcome topics\n        unansweredQuestions source analysedAt\n      }\n      recordings { id durationSeconds url }\n      unkeptRecordings { id status reason notedAt }\n      followUps { id title status dueAt }\n    }\n  }\n": types.OneCallDocument,
    "\n  query PromptForLine($id: ID!, $line: Int!) {\n    call(id: $id) {\n      id\n      prompts(first: 1, line: $line) { turn source model instructions callerData firstLine lastLine earlier at }\n    }\n  }\n": types.PromptForLineDocument,
    "\n  query CallsAround($tenantId: ID, $filter: CallFilter, $first: Int!, $after: String) {\n    calls(tenantId: $tenantId, filter: $filter, first: $first, after: $after) {\n      edges { node { id startedAt } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.CallsAroundDocument,
    "query CustomerFiltered($id: ID!) { customer(id: $id) { id name phone } }": types.CustomerFilteredDocument,
    "\n  fragment CallRow on Call {\n    id status direction from rawFrom to startedAt endedAt durationSeconds\n    customer { id name phone }\n    analysis { sentiment summary intents }\n  }\n": types.CallRowFragmentDoc,
    "\n  query CallPage($tenantId: ID, $filter: CallFilter, $first: Int!, $after: String, $isCounted: Boolean!) {\n    calls(tenantId: $tenantId, first: $first, after: $after, filter: $filter) {\n      totalCount @include(if: $isCounted)\n      edges { node { ...CallRow } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.CallPageDocument,
    "\n  subscription CallNews($tenantId: ID) {\n    callActivity(tenantId: $tenantId) {\n      kind\n      call { ...CallRow hangupCause }\n      turn { ...Line }\n    }\n  }\n": types.CallNewsDocument,
    "\n  query CarrierStatus {\n    carrierStatus {\n      isConnected balanceProblem linesProblem\n      balance {\n        balance { minorUnits currency }\n        warnBelow { minorUnits currency }\n        isLow at\n      }\n      lines { most inUse at }\n    }\n  }\n": types.CarrierStatusDocument,
    "query LowBalanceWarning { lowBalanceWarning }": types.LowBalanceWarningDocument,
    "\n  mutation SetLowBalanceWarning($paise: Int) { setLowBalanceWarning(paise: $paise) }\n": types.SetLowBalanceWarningDocument,
    "\n  query CallCosts {\n    callCosts {\n      waiting givenUp\n      totals { month paidBy calls cost { minorUnits currency } }\n      tenants { month paidBy calls cost { minorUnits currency } tenant { id name } }\n    }\n  }\n": types.CallCostsDocument,
    "query CallCostsCsv { callCostsCsv }": types.CallCostsCsvDocument,
    "\n  query NumberHealth($tenantId: ID!) {\n    numberHealth(tenantId: $tenantId) { phoneNumberId isMarked marks problem }\n  }\n": types.NumberHealthDocument,
    "\n  query RecordingErasures($tenantId: ID) {\n    recordingErasures(tenantId: $tenantId) {\n      pending deleted failed\n      latest { id callId status reason attempts requestedAt nextAttemptAt settledAt }\n    }\n  }\n": types.RecordingErasuresDocument,
    "\n  mutation RetryRecordingErasure($id: ID!) { retryRecordingErasure(id: $id) }\n": types.RetryRecordingErasureDocument,
    "\n  query CustomerList($tenantId: ID, $search: String, $after: String) {\n    customers(first: 50, tenantId: $tenantId, search: $search, after: $after) {\n      totalCount\n      edges { node { id phone name tags callCount lastCallAt } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.CustomerListDocument,
    "\n  query OneCustomer($id: ID!) {\n    customer(id: $id) {\n      id phone name heardName notes notesTellable tags firstSeenAt lastCallAt callCount\n      followUps { id title status dueAt }\n    }\n  }\n": types.OneCustomerDocument,
    "\n  mutation UpdateCustomer($id: ID!, $input: UpdateCustomerInput!) {\n    updateCustomer(id: $id, input: $input) { id name heardName notes notesTellable tags }\n  }\n": types.UpdateCustomerDocument,
    "mutation EraseCustomer($id: ID!) { eraseCustomer(id: $id) }": types.EraseCustomerDocument,
    "\n  query Dashboard($tenantId: ID, $today: DateTime, $month: DateTime) {\n    today: callStats(tenantId: $tenantId, from: $today) { calls answered missed }\n    insights(tenantId: $tenantId, from: $month) {\n      total {\n        calls answered missed returning averageDurationSeconds averageReplySeconds\n        sentiment { positive neutral negative }\n        intents { intent calls }\n      }\n      days { day stats { answered missed calls } }\n      hours { hour stats { calls } }\n    }\n    repeatCallers(tenantId: $tenantId, from: $month, first: 5) { calls customer { id name phone } }\n    unansweredQuestions(tenantId: $tenantId, from: $month, first: 5) { question calls lastAskedAt }\n  }\n": types.DashboardDocument,
    "\n  query FollowUpsDue($tenantId: ID) {\n    followUps(tenantId: $tenantId, status: OPEN, first: 6) {\n      id title dueAt call { id } customer { id name phone }\n    }\n  }\n": types.FollowUpsDueDocument,
    "\n  query CallsGoingOn($tenantId: ID) {\n    calls(tenantId: $tenantId, first: 12, filter: { status: IN_PROGRESS }) {\n      edges { node { ...CallRow turns { ...Line } } }\n    }\n  }\n": types.CallsGoingOnDocument,
    "\n  query DoorOfTenant($id: ID!) {\n    tenant(id: $id) { id ...TenantDoor }\n  }\n": types.DoorOfTenantDocument,
    "\n  mutation ChangeWebhookAccess($id: ID!, $access: WebhookAccess!) {\n    updateBusiness(tenantId: $id, input: { webhookAccess: $access }) { id ...TenantDoor }\n  }\n": types.ChangeWebhookAccessDocument,
    "\n  mutation RotateWebhookKey($id: ID!) {\n    rotateWebhookKey(tenantId: $id) { id ...TenantDoor }\n  }\n": types.RotateWebhookKeyDocument,
    "\n  fragment TenantDoor on Tenant {\n    name webhookAccess previousWebhookKeyUntil\n    webhookUrls { answer input hangup }\n    keyedWebhookUrls { answer input hangup }\n  }\n": types.TenantDoorFragmentDoc,
    "\n  fragment FollowUpFields on FollowUp {\n    id title status reason dueAt said notes createdAt settledAt\n    assignee { id name }\n    settledBy { id name }\n    call { id startedAt }\n    customer { id name phone }\n  }\n": types.FollowUpFieldsFragmentDoc,
    "\n  query FollowUpInbox($tenantId: ID!, $status: FollowUpStatus!) {\n    followUps(tenantId: $tenantId, status: $status) { ...FollowUpFields }\n  }\n": types.FollowUpInboxDocument,
    "\n  query FollowUpPeople($tenantId: ID!) {\n    followUpAssignees(tenantId: $tenantId) { id name }\n  }\n": types.FollowUpPeopleDocument,
    "\n  mutation CreateFollowUp($input: CreateFollowUpInput!) {\n    createFollowUp(input: $input) { ...FollowUpFields }\n  }\n": types.CreateFollowUpDocument,
    "\n  mutation SetFollowUpStatus($id: ID!, $status: FollowUpStatus!) {\n    setFollowUpStatus(id: $id, status: $status) { ...FollowUpFields }\n  }\n": types.SetFollowUpStatusDocument,
    "\n  mutation AssignFollowUp($id: ID!, $userId: ID) {\n    assignFollowUp(id: $id, userId: $userId) { ...FollowUpFields }\n  }\n": types.AssignFollowUpDocument,
    "\n  mutation SetFollowUpDue($id: ID!, $dueAt: DateTime) {\n    setFollowUpDue(id: $id, dueAt: $dueAt) { ...FollowUpFields }\n  }\n": types.SetFollowUpDueDocument,
    "\n  mutation NoteFollowUp($id: ID!, $notes: String!) {\n    noteFollowUp(id: $id, notes: $notes) { ...FollowUpFields }\n  }\n": types.NoteFollowUpDocument,
    "\n  fragment OfferFields on AvailableNumber {\n    e164 country region voice sms demo needsAadhaar minimumCommitmentMonths\n    setupFee { minorUnits currency }\n    monthlyFee { minorUnits currency }\n  }\n": types.OfferFieldsFragmentDoc,
    "\n  query AvailableNumbers(\n    $country: String!, $search: String, $region: String, $capability: NumberCapability,\n    $maxMonthlyFee: MoneyInput, $page: Int!, $perPage: Int!\n  ) {\n    availableNumbers(\n      country: $country, search: $search, region: $region, capability: $capability,\n      maxMonthlyFee: $maxMonthlyFee, page: $page, perPage: $perPage\n    ) { page perPage total items { ...OfferFields } }\n    platformSettings { marketplaceMode }\n  }\n": types.AvailableNumbersDocument,
    "\n  mutation PurchaseNumber($input: PurchaseNumberInput!) {\n    purchaseNumber(input: $input) { ...OrderFields }\n  }\n": types.PurchaseNumberDocument,
    "\n  query NumberCosts {\n    numberCosts {\n      total { minorUnits currency }\n      tenants { numbers monthly { minorUnits currency } tenant { id name } }\n      renewals { id e164 label demo nextBillingAt monthlyFee { minorUnits currency } tenant { id name } }\n    }\n    platformSettings { marketplaceMode }\n  }\n": types.NumberCostsDocument,
    "\n  query NumberReconciliation {\n    numberReconciliation { ...FindingsFields }\n    platformSettings { marketplaceMode }\n  }\n": types.NumberReconciliationDocument,
    "\n  fragment FindingsFields on NumberReconciliation {\n    listedAt problem\n    found { e164 foundAt nextBillingAt monthlyFee { minorUnits currency } }\n    lost { id e164 label lostSince tenant { id name } }\n  }\n": types.FindingsFieldsFragmentDoc,
    "\n  mutation ReconcileNumbers {\n    reconcileNumbers { ...FindingsFields }\n  }\n": types.ReconcileNumbersDocument,
    "\n  mutation AssignFoundNumber($e164: E164!, $tenantId: ID!) {\n    assignFoundNumber(e164: $e164, tenantId: $tenantId) { id e164 status provisioningIssue tenant { id name } }\n  }\n": types.AssignFoundNumberDocument,
    "\n  fragment OrderFields on NumberOrder {\n    id kind status e164 demo failure requestedAt requestedBy settledAt\n    setupFee { minorUnits currency }\n    monthlyFee { minorUnits currency }\n    releaseFee { minorUnits currency }\n    tenant { id name }\n    phoneNumber { id status provisioningIssue cooldownEndsAt }\n  }\n": types.OrderFieldsFragmentDoc,
    "\n  query NumberOrders($tenantId: ID) {\n    numberOrders(tenantId: $tenantId) { ...OrderFields }\n  }\n": types.NumberOrdersDocument,
    "\n  query NumberOrdersCsv($tenantId: ID) { numberOrdersCsv(tenantId: $tenantId) }\n": types.NumberOrdersCsvDocument,
    "\n  mutation RetryPhoneNumber($id: ID!) {\n    retryPhoneNumber(id: $id) { id status provisioningIssue cooldownEndsAt }\n  }\n": types.RetryPhoneNumberDocument,
    "\n  fragment NumberFields on PhoneNumber {\n    id e164 label forwardedFrom status source demo hasProviderApiKey provisioningIssue\n    nextBillingAt cooldownEndsAt lostSince\n    monthlyFee { minorUnits currency }\n    releaseFee { minorUnits currency }\n    tenant { id name }\n  }\n": types.NumberFieldsFragmentDoc,
    "\n  query NumbersOfTenant($tenantId: ID!) {\n    phoneNumbers(tenantId: $tenantId) { ...NumberFields }\n    tenant(id: $tenantId) { id webhookUrls { answer input hangup } }\n  }\n": types.NumbersOfTenantDocument,
    "\n  mutation AddPhoneNumber($input: AddPhoneNumberInput!) {\n    addPhoneNumber(input: $input) { ...NumberFields }\n  }\n": types.AddPhoneNumberDocument,
    "\n  mutation UpdatePhoneNumber($id: ID!, $input: UpdatePhoneNumberInput!) {\n    updatePhoneNumber(id: $id, input: $input) { ...NumberFields }\n  }\n": types.UpdatePhoneNumberDocument,
    "\n  mutation RemovePhoneNumber($id: ID!) {\n    removePhoneNumber(id: $id) { ...NumberFields }\n  }\n": types.RemovePhoneNumberDocument,
    "\n  mutation ReleaseNumber($id: ID!, $idempotencyKey: String!) {\n    releaseNumber(id: $id, idempotencyKey: $idempotencyKey) { ...OrderFields }\n  }\n": types.ReleaseNumberDocument,
    "\n  mutation CancelNumberRelease($id: ID!) {\n    cancelNumberRelease(id: $id) { ...NumberFields }\n  }\n": types.CancelNumberReleaseDocument,
    "\n  fragment PersonaText on Persona {\n    version agentName greeting instructions facts language noSpeechMessage\n    hours { ...OpeningHoursText } outsideHours closedGreeting voice voiceLanguage\n  }\n": types.PersonaTextFragmentDoc,
    "\n  fragment OpeningHoursText on OpeningHours {\n    week { day ranges { from to } }\n    exceptions { date name ranges { from to } }\n  }\n": types.OpeningHoursTextFragmentDoc,
    "\n  query PersonaOfTenant($tenantId: ID!) {\n    tenant(id: $tenantId) {\n      id\n      persona { ...PersonaText }\n    }\n  }\n": types.PersonaOfTenantDocument,
    "\n  query PersonaVersions($tenantId: ID!, $before: Int) {\n    personaVersions(tenantId: $tenantId, first: 10, before: $before) {\n      version author createdAt isCurrent agentName greeting instructions facts language noSpeechMessage\n      hours { ...OpeningHoursText } outsideHours closedGreeting voice voiceLanguage\n    }\n  }\n": types.PersonaVersionsDocument,
    "\n  mutation UpdatePersona($tenantId: ID!, $input: UpdatePersonaInput!) {\n    updatePersona(tenantId: $tenantId, input: $input) { ...PersonaText }\n  }\n": types.UpdatePersonaDocument,
    "\n  mutation RestorePersona($tenantId: ID!, $version: Int!) {\n    restorePersona(tenantId: $tenantId, version: $version) { ...PersonaText }\n  }\n": types.RestorePersonaDocument,
    "\n  mutation BeginTestCall($tenantId: ID!, $draft: UpdatePersonaInput!, $moment: TestCallMoment!) {\n    beginTestCall(tenantId: $tenantId, draft: $draft, moment: $moment) { greeting endsCall isOpen playedAt }\n  }\n": types.BeginTestCallDocument,
    "\n  mutation ContinueTestCall($tenantId: ID!, $draft: UpdatePersonaInput!, $moment: TestCallMoment!, $lines: [TestCallLineInput!]!) {\n    continueTestCall(tenantId: $tenantId, draft: $draft, moment: $moment, lines: $lines) {\n      sentences source endsCall milliseconds instructions isOpen playedAt\n    }\n  }\n": types.ContinueTestCallDocument,
    "\n  query MySecondFactor { me { id email hasSecondFactor } }\n": types.MySecondFactorDocument,
    "\n  mutation StartSecondFactor { startSecondFactor { secret uri } }\n": types.StartSecondFactorDocument,
    "\n  mutation ConfirmSecondFactor($code: String!) { confirmSecondFactor(code: $code) }\n": types.ConfirmSecondFactorDocument,
    "\n  mutation DisableSecondFactor($password: String!, $code: String!) {\n    disableSecondFactor(password: $password, code: $code)\n  }\n": types.DisableSecondFactorDocument,
    "\n  query MySessions { sessions { id app system address startedAt lastUsedAt isThisOne } }\n": types.MySessionsDocument,
    "mutation EndSession($id: ID!) { endSession(id: $id) }": types.EndSessionDocument,
    "mutation EndOtherSessions { endOtherSessions }": types.EndOtherSessionsDocument,
    "\n  fragment SettingsFields on PlatformSettings {\n    vobizAppId vobizApiKeyHint marketplaceMode updatedAt requireSecondFactor\n    connection { status detail checkedAt }\n  }\n": types.SettingsFieldsFragmentDoc,
    "\n  query PlatformSettings { platformSettings { ...SettingsFields } }\n": types.PlatformSettingsDocument,
    "\n  mutation UpdatePlatformSettings($input: UpdatePlatformSettingsInput!) {\n    updatePlatformSettings(input: $input) { ...SettingsFields }\n  }\n": types.UpdatePlatformSettingsDocument,
    "\n  mutation CheckVobizConnection { checkVobizConnection { ...SettingsFields } }\n": types.CheckVobizConnectionDocument,
    "\n  query SetupOfTenant($tenantId: ID!) {\n    setupChecks(tenantId: $tenantId) { code status title detail fix }\n    tenant(id: $tenantId) { id slug webhookUrls { answer input hangup } }\n  }\n": types.SetupOfTenantDocument,
    "mutation RetryDeadJob($id: ID!) { retryDeadJob(id: $id) }": types.RetryDeadJobDocument,
    "mutation ForgetDeadJob($id: ID!) { forgetDeadJob(id: $id) }": types.ForgetDeadJobDocument,
    "\n  query SystemStatus {\n    systemStatus {\n      version nodeVersion databaseVersion startedAt model waitingJobs runningJobs droppedWebhooks\n      health { part status }\n      refusedWebhooks { slug name reason amount latestAt }\n      deadJobs { id task attempts error failedAt }\n    }\n  }\n": types.SystemStatusDocument,
    "mutation PrepareExport($tenantId: ID) { prepareExport(tenantId: $tenantId) }": types.PrepareExportDocument,
    "\n  query TenantList($search: String, $after: String) {\n    tenants(first: 25, search: $search, after: $after) {\n      totalCount\n      edges { node { id slug name status timeZone createdAt } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.TenantListDocument,
    "\n  query TenantSettings($id: ID!) {\n    tenant(id: $id) {\n      slug status createdAt ...TenantTraits analysisTokensToday signedWebhookAt\n    }\n  }\n": types.TenantSettingsDocument,
    "\n  mutation CreateTenant($input: CreateTenantInput!) {\n    createTenant(input: $input) { id name }\n  }\n": types.CreateTenantDocument,
    "\n  mutation UpdateTenant($id: ID!, $input: UpdateTenantInput!) {\n    updateTenant(id: $id, input: $input) { status ...TenantTraits }\n  }\n": types.UpdateTenantDocument,
    "\n  mutation UpdateBusiness($id: ID!, $input: UpdateBusinessInput!) {\n    updateBusiness(tenantId: $id, input: $input) { ...TenantTraits }\n  }\n": types.UpdateBusinessDocument,
    "\n  fragment TenantTraits on Tenant {\n    id name timeZone signaturePolicy transcriptRetentionDays recordingRetentionDays recordCalls recordingNotice\n    analysisTokensADay newCallsAMinute callsAtOnce modelTurnsADay unverifiedAnalysisTokensADay recordingMegabytesADay\n  }\n": types.TenantTraitsFragmentDoc,
    "\n  mutation EraseTenant($id: ID!, $confirmSlug: String!) {\n    eraseTenant(id: $id, confirmSlug: $confirmSlug)\n  }\n": types.EraseTenantDocument,
    "\n  query UsersOf($tenantId: ID) {\n    users(tenantId: $tenantId) { id email name role createdAt disabledAt mustChangePassword hasSecondFactor }\n  }\n": types.UsersOfDocument,
    "\n  mutation InviteUser($input: InviteUserInput!) {\n    inviteUser(input: $input) { temporaryPassword user { id name } }\n  }\n": types.InviteUserDocument,
    "\n  mutation ChangeUserRole($id: ID!, $role: Role!, $tenantId: ID) {\n    changeUserRole(id: $id, role: $role, tenantId: $tenantId) { id role }\n  }\n": types.ChangeUserRoleDocument,
    "\n  mutation ResetUserPassword($id: ID!) {\n    resetUserPassword(id: $id) { temporaryPassword user { id mustChangePassword } }\n  }\n": types.ResetUserPasswordDocument,
    "mutation EndUserSessions($id: ID!) { endUserSessions(id: $id) { id } }": types.EndUserSessionsDocument,
    "\n  mutation ResetUserSecondFactor($id: ID!) { resetUserSecondFactor(id: $id) { id hasSecondFactor } }\n": types.ResetUserSecondFactorDocument,
    "mutation DisableUser($id: ID!) { disableUser(id: $id) { id disabledAt } }": types.DisableUserDocument,
    "mutation EnableUser($id: ID!) { enableUser(id: $id) { id disabledAt } }": types.EnableUserDocument,
    "\n  query WebhookLogPage($tenantId: ID, $filter: WebhookLogFilter, $after: String) {\n    webhookLog(first: 50, tenantId: $tenantId, filter: $filter, after: $after) {\n      totalCount\n      edges { node { id at slug webhook method providerCallId callId status milliseconds outcome reason } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.WebhookLogPageDocument,
    "\n  query WebhookExchangePage($id: ID!) {\n    webhookExchange(id: $id) {\n      webhook { id at slug webhook method dialect providerCallId callId status milliseconds outcome reason }\n      contentType\n      query { name values }\n      body { name values }\n      isCut\n      xml\n      spoken\n    }\n  }\n": types.WebhookExchangePageDocument,
    "\n  mutation ReplayWebhook($id: ID!) {\n    replayWebhook(id: $id) {\n      cannot\n      dialect\n      event { kind words digits turn part durationSeconds cause }\n      status\n      xml\n      spoken\n      later\n      milliseconds\n      differences { what before now }\n    }\n  }\n": types.ReplayWebhookDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangePassword($currentPassword: String!, $newPassword: String!) {\n    changePassword(currentPassword: $currentPassword, newPassword: $newPassword)\n  }\n"): (typeof documents)["\n  mutation ChangePassword($currentPassword: String!, $newPassword: String!) {\n    changePassword(currentPassword: $currentPassword, newPassword: $newPassword)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation GiveSecondFactor($code: String!) { giveSecondFactor(code: $code) }\n"): (typeof documents)["\n  mutation GiveSecondFactor($code: String!) { giveSecondFactor(code: $code) }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OpenFollowUps($tenantId: ID!) {\n    followUps(tenantId: $tenantId, status: OPEN) { id status dueAt }\n  }\n"): (typeof documents)["\n  query OpenFollowUps($tenantId: ID!) {\n    followUps(tenantId: $tenantId, status: OPEN) { id status dueAt }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LowBalance {\n    carrierStatus {\n      balance {\n        balance { minorUnits currency }\n        warnBelow { minorUnits currency }\n        isLow at\n      }\n    }\n  }\n"): (typeof documents)["\n  query LowBalance {\n    carrierStatus {\n      balance {\n        balance { minorUnits currency }\n        warnBelow { minorUnits currency }\n        isLow at\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription FollowUpNews($tenantId: ID) {\n    followUpActivity(tenantId: $tenantId) {\n      kind isOwn\n      followUp {\n        id title status reason dueAt notes settledAt\n        assignee { id name }\n        settledBy { id name }\n        call { id }\n        customer { id name }\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription FollowUpNews($tenantId: ID) {\n    followUpActivity(tenantId: $tenantId) {\n      kind isOwn\n      followUp {\n        id title status reason dueAt notes settledAt\n        assignee { id name }\n        settledBy { id name }\n        call { id }\n        customer { id name }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Me {\n    me { id email name role mustChangePassword mustSetUpSecondFactor tenant { id slug name timeZone status } }\n  }\n"): (typeof documents)["\n  query Me {\n    me { id email name role mustChangePassword mustSetUpSecondFactor tenant { id slug name timeZone status } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SignOut { signOut }"): (typeof documents)["mutation SignOut { signOut }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignIn($email: String!, $password: String!, $code: String) {\n    signIn(email: $email, password: $password, code: $code) { token }\n  }\n"): (typeof documents)["\n  mutation SignIn($email: String!, $password: String!, $code: String) {\n    signIn(email: $email, password: $password, code: $code) { token }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ChoosableTenants {\n    tenants(first: 100) { edges { node { id slug name timeZone status } } }\n  }\n"): (typeof documents)["\n  query ChoosableTenants {\n    tenants(first: 100) { edges { node { id slug name timeZone status } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ChosenTenant($id: ID!) {\n    tenant(id: $id) { id slug name timeZone status }\n  }\n"): (typeof documents)["\n  query ChosenTenant($id: ID!) {\n    tenant(id: $id) { id slug name timeZone status }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AuditLog($tenantId: ID, $after: String) {\n    auditLog(first: 50, tenantId: $tenantId, after: $after) {\n      totalCount\n      edges { node { id at actorEmail action tenantId subject address detail } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): (typeof documents)["\n  query AuditLog($tenantId: ID, $after: String) {\n    auditLog(first: 50, tenantId: $tenantId, after: $after) {\n      totalCount\n      edges { node { id at actorEmail action tenantId subject address detail } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AutomationFields on Automation {\n    id name enabled trigger intents lastRunAt runCount\n    conditions {\n      sentimentScore { min max }\n      durationSeconds { min max }\n      timeOfDay { from until }\n      customer tag\n    }\n    actions {\n      id tagCustomer\n      webhook { url hasSecret }\n      email { to subject body }\n      followUp { title dueInHours assignee { id name } }\n      sms { to text isToCaller }\n    }\n  }\n"): (typeof documents)["\n  fragment AutomationFields on Automation {\n    id name enabled trigger intents lastRunAt runCount\n    conditions {\n      sentimentScore { min max }\n      durationSeconds { min max }\n      timeOfDay { from until }\n      customer tag\n    }\n    actions {\n      id tagCustomer\n      webhook { url hasSecret }\n      email { to subject body }\n      followUp { title dueInHours assignee { id name } }\n      sms { to text isToCaller }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AutomationList($tenantId: ID!) {\n    automations(tenantId: $tenantId) { ...AutomationFields }\n  }\n"): (typeof documents)["\n  query AutomationList($tenantId: ID!) {\n    automations(tenantId: $tenantId) { ...AutomationFields }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OneAutomation($id: ID!) {\n    automation(id: $id) { ...AutomationFields }\n  }\n"): (typeof documents)["\n  query OneAutomation($id: ID!) {\n    automation(id: $id) { ...AutomationFields }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AutomationTemplateFields {\n    automationFields { name meaning }\n  }\n"): (typeof documents)["\n  query AutomationTemplateFields {\n    automationFields { name meaning }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateAutomation($input: CreateAutomationInput!) {\n    createAutomation(input: $input) { ...AutomationFields }\n  }\n"): (typeof documents)["\n  mutation CreateAutomation($input: CreateAutomationInput!) {\n    createAutomation(input: $input) { ...AutomationFields }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateAutomation($id: ID!, $input: UpdateAutomationInput!) {\n    updateAutomation(id: $id, input: $input) { ...AutomationFields }\n  }\n"): (typeof documents)["\n  mutation UpdateAutomation($id: ID!, $input: UpdateAutomationInput!) {\n    updateAutomation(id: $id, input: $input) { ...AutomationFields }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteAutomation($id: ID!) {\n    deleteAutomation(id: $id) { id }\n  }\n"): (typeof documents)["\n  mutation DeleteAutomation($id: ID!) {\n    deleteAutomation(id: $id) { id }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CallsToTryWith($tenantId: ID!) {\n    calls(tenantId: $tenantId, first: 50) { edges { node { ...CallRow } } }\n  }\n"): (typeof documents)["\n  query CallsToTryWith($tenantId: ID!) {\n    calls(tenantId: $tenantId, first: 50) { edges { node { ...CallRow } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TryAutomation($id: ID!, $callId: ID!) {\n    tryAutomation(id: $id, callId: $callId) {\n      wouldRun reason\n      actions { kind skipped target subject body dueAt }\n    }\n  }\n"): (typeof documents)["\n  query TryAutomation($id: ID!, $callId: ID!) {\n    tryAutomation(id: $id, callId: $callId) {\n      wouldRun reason\n      actions { kind skipped target subject body dueAt }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AutomationRuns($automationId: ID!, $after: String) {\n    automationRuns(automationId: $automationId, first: 25, after: $after) {\n      edges { node { id trigger outcome reason ranAt actions { kind outcome reason } call { id startedAt } } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): (typeof documents)["\n  query AutomationRuns($automationId: ID!, $after: String) {\n    automationRuns(automationId: $automationId, first: 25, after: $after) {\n      edges { node { id trigger outcome reason ranAt actions { kind outcome reason } call { id startedAt } } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment DeliveryFields on AutomationDelivery {\n    id kind target subject status attempts createdAt lastAttemptAt nextAttemptAt settledAt lastStatus problem repeats\n    call { id startedAt }\n  }\n"): (typeof documents)["\n  fragment DeliveryFields on AutomationDelivery {\n    id kind target subject status attempts createdAt lastAttemptAt nextAttemptAt settledAt lastStatus problem repeats\n    call { id startedAt }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AutomationDeliveries(\n    $automationId: ID!, $after: String, $status: DeliveryStatus,\n    $ofWebhooks: Boolean!, $ofMails: Boolean!, $ofTexts: Boolean!\n  ) {\n    WEBHOOK: webhookDeliveries(automationId: $automationId, first: 25, after: $after, status: $status)\n      @include(if: $ofWebhooks) { edges { node { ...DeliveryFields } } pageInfo { hasNextPage endCursor } }\n    EMAIL: emailDeliveries(automationId: $automationId, first: 25, after: $after, status: $status)\n      @include(if: $ofMails) { edges { node { ...DeliveryFields } } pageInfo { hasNextPage endCursor } }\n    SMS: smsDeliveries(automationId: $automationId, first: 25, after: $after, status: $status)\n      @include(if: $ofTexts) { edges { node { ...DeliveryFields } } pageInfo { hasNextPage endCursor } }\n  }\n"): (typeof documents)["\n  query AutomationDeliveries(\n    $automationId: ID!, $after: String, $status: DeliveryStatus,\n    $ofWebhooks: Boolean!, $ofMails: Boolean!, $ofTexts: Boolean!\n  ) {\n    WEBHOOK: webhookDeliveries(automationId: $automationId, first: 25, after: $after, status: $status)\n      @include(if: $ofWebhooks) { edges { node { ...DeliveryFields } } pageInfo { hasNextPage endCursor } }\n    EMAIL: emailDeliveries(automationId: $automationId, first: 25, after: $after, status: $status)\n      @include(if: $ofMails) { edges { node { ...DeliveryFields } } pageInfo { hasNextPage endCursor } }\n    SMS: smsDeliveries(automationId: $automationId, first: 25, after: $after, status: $status)\n      @include(if: $ofTexts) { edges { node { ...DeliveryFields } } pageInfo { hasNextPage endCursor } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Redeliver($id: ID!) {\n    redeliver(id: $id) { ...DeliveryFields }\n  }\n"): (typeof documents)["\n  mutation Redeliver($id: ID!) {\n    redeliver(id: $id) { ...DeliveryFields }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Line on Turn { id number speaker text at confidence source replyMs }\n"): (typeof documents)["\n  fragment Line on Turn { id number speaker text at confidence source replyMs }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OneCall($id: ID!) {\n    call(id: $id) {\n      ...CallRow\n      providerCallId hangupCause hangupSource personaVersion costProblem\n      cost { minorUnits currency }\n      tenant { id name }\n      customer { id name heardName phone notes tags callCount lastCallAt }\n      turns { ...Line }\n      analysis {\n        sentiment sentimentScore turnSentiments { number score } summary intents outcome topics\n        unansweredQuestions source analysedAt\n      }\n      recordings { id durationSeconds url }\n      unkeptRecordings { id status reason notedAt }\n      followUps { id title status dueAt }\n    }\n  }\n"): (typeof documents)["\n  query OneCall($id: ID!) {\n    call(id: $id) {\n      ...CallRow\n      providerCallId hangupCause hangupSource personaVersion costProblem\n      cost { minorUnits currency }\n      tenant { id name }\n      customer { id name heardName phone notes tags callCount lastCallAt }\n      turns { ...Line }\n      analysis {\n        sentiment sentimentScore turnSentiments { number score } summary intents outcome topics\n        unansweredQuestions source analysedAt\n      }\n      recordings { id durationSeconds url }\n      unkeptRecordings { id status reason notedAt }\n      followUps { id title status dueAt }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PromptForLine($id: ID!, $line: Int!) {\n    call(id: $id) {\n      id\n      prompts(first: 1, line: $line) { turn source model instructions callerData firstLine lastLine earlier at }\n    }\n  }\n"): (typeof documents)["\n  query PromptForLine($id: ID!, $line: Int!) {\n    call(id: $id) {\n      id\n      prompts(first: 1, line: $line) { turn source model instructions callerData firstLine lastLine earlier at }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CallsAround($tenantId: ID, $filter: CallFilter, $first: Int!, $after: String) {\n    calls(tenantId: $tenantId, filter: $filter, first: $first, after: $after) {\n      edges { node { id startedAt } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): (typeof documents)["\n  query CallsAround($tenantId: ID, $filter: CallFilter, $first: Int!, $after: String) {\n    calls(tenantId: $tenantId, filter: $filter, first: $first, after: $after) {\n      edges { node { id startedAt } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query CustomerFiltered($id: ID!) { customer(id: $id) { id name phone } }"): (typeof documents)["query CustomerFiltered($id: ID!) { customer(id: $id) { id name phone } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CallRow on Call {\n    id status direction from rawFrom to startedAt endedAt durationSeconds\n    customer { id name phone }\n    analysis { sentiment summary intents }\n  }\n"): (typeof documents)["\n  fragment CallRow on Call {\n    id status direction from rawFrom to startedAt endedAt durationSeconds\n    customer { id name phone }\n    analysis { sentiment summary intents }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CallPage($tenantId: ID, $filter: CallFilter, $first: Int!, $after: String, $isCounted: Boolean!) {\n    calls(tenantId: $tenantId, first: $first, after: $after, filter: $filter) {\n      totalCount @include(if: $isCounted)\n      edges { node { ...CallRow } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): (typeof documents)["\n  query CallPage($tenantId: ID, $filter: CallFilter, $first: Int!, $after: String, $isCounted: Boolean!) {\n    calls(tenantId: $tenantId, first: $first, after: $after, filter: $filter) {\n      totalCount @include(if: $isCounted)\n      edges { node { ...CallRow } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription CallNews($tenantId: ID) {\n    callActivity(tenantId: $tenantId) {\n      kind\n      call { ...CallRow hangupCause }\n      turn { ...Line }\n    }\n  }\n"): (typeof documents)["\n  subscription CallNews($tenantId: ID) {\n    callActivity(tenantId: $tenantId) {\n      kind\n      call { ...CallRow hangupCause }\n      turn { ...Line }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CarrierStatus {\n    carrierStatus {\n      isConnected balanceProblem linesProblem\n      balance {\n        balance { minorUnits currency }\n        warnBelow { minorUnits currency }\n        isLow at\n      }\n      lines { most inUse at }\n    }\n  }\n"): (typeof documents)["\n  query CarrierStatus {\n    carrierStatus {\n      isConnected balanceProblem linesProblem\n      balance {\n        balance { minorUnits currency }\n        warnBelow { minorUnits currency }\n        isLow at\n      }\n      lines { most inUse at }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query LowBalanceWarning { lowBalanceWarning }"): (typeof documents)["query LowBalanceWarning { lowBalanceWarning }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetLowBalanceWarning($paise: Int) { setLowBalanceWarning(paise: $paise) }\n"): (typeof documents)["\n  mutation SetLowBalanceWarning($paise: Int) { setLowBalanceWarning(paise: $paise) }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CallCosts {\n    callCosts {\n      waiting givenUp\n      totals { month paidBy calls cost { minorUnits currency } }\n      tenants { month paidBy calls cost { minorUnits currency } tenant { id name } }\n    }\n  }\n"): (typeof documents)["\n  query CallCosts {\n    callCosts {\n      waiting givenUp\n      totals { month paidBy calls cost { minorUnits currency } }\n      tenants { month paidBy calls cost { minorUnits currency } tenant { id name } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query CallCostsCsv { callCostsCsv }"): (typeof documents)["query CallCostsCsv { callCostsCsv }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query NumberHealth($tenantId: ID!) {\n    numberHealth(tenantId: $tenantId) { phoneNumberId isMarked marks problem }\n  }\n"): (typeof documents)["\n  query NumberHealth($tenantId: ID!) {\n    numberHealth(tenantId: $tenantId) { phoneNumberId isMarked marks problem }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RecordingErasures($tenantId: ID) {\n    recordingErasures(tenantId: $tenantId) {\n      pending deleted failed\n      latest { id callId status reason attempts requestedAt nextAttemptAt settledAt }\n    }\n  }\n"): (typeof documents)["\n  query RecordingErasures($tenantId: ID) {\n    recordingErasures(tenantId: $tenantId) {\n      pending deleted failed\n      latest { id callId status reason attempts requestedAt nextAttemptAt settledAt }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RetryRecordingErasure($id: ID!) { retryRecordingErasure(id: $id) }\n"): (typeof documents)["\n  mutation RetryRecordingErasure($id: ID!) { retryRecordingErasure(id: $id) }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CustomerList($tenantId: ID, $search: String, $after: String) {\n    customers(first: 50, tenantId: $tenantId, search: $search, after: $after) {\n      totalCount\n      edges { node { id phone name tags callCount lastCallAt } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): (typeof documents)["\n  query CustomerList($tenantId: ID, $search: String, $after: String) {\n    customers(first: 50, tenantId: $tenantId, search: $search, after: $after) {\n      totalCount\n      edges { node { id phone name tags callCount lastCallAt } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OneCustomer($id: ID!) {\n    customer(id: $id) {\n      id phone name heardName notes notesTellable tags firstSeenAt lastCallAt callCount\n      followUps { id title status dueAt }\n    }\n  }\n"): (typeof documents)["\n  query OneCustomer($id: ID!) {\n    customer(id: $id) {\n      id phone name heardName notes notesTellable tags firstSeenAt lastCallAt callCount\n      followUps { id title status dueAt }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateCustomer($id: ID!, $input: UpdateCustomerInput!) {\n    updateCustomer(id: $id, input: $input) { id name heardName notes notesTellable tags }\n  }\n"): (typeof documents)["\n  mutation UpdateCustomer($id: ID!, $input: UpdateCustomerInput!) {\n    updateCustomer(id: $id, input: $input) { id name heardName notes notesTellable tags }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation EraseCustomer($id: ID!) { eraseCustomer(id: $id) }"): (typeof documents)["mutation EraseCustomer($id: ID!) { eraseCustomer(id: $id) }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Dashboard($tenantId: ID, $today: DateTime, $month: DateTime) {\n    today: callStats(tenantId: $tenantId, from: $today) { calls answered missed }\n    insights(tenantId: $tenantId, from: $month) {\n      total {\n        calls answered missed returning averageDurationSeconds averageReplySeconds\n        sentiment { positive neutral negative }\n        intents { intent calls }\n      }\n      days { day stats { answered missed calls } }\n      hours { hour stats { calls } }\n    }\n    repeatCallers(tenantId: $tenantId, from: $month, first: 5) { calls customer { id name phone } }\n    unansweredQuestions(tenantId: $tenantId, from: $month, first: 5) { question calls lastAskedAt }\n  }\n"): (typeof documents)["\n  query Dashboard($tenantId: ID, $today: DateTime, $month: DateTime) {\n    today: callStats(tenantId: $tenantId, from: $today) { calls answered missed }\n    insights(tenantId: $tenantId, from: $month) {\n      total {\n        calls answered missed returning averageDurationSeconds averageReplySeconds\n        sentiment { positive neutral negative }\n        intents { intent calls }\n      }\n      days { day stats { answered missed calls } }\n      hours { hour stats { calls } }\n    }\n    repeatCallers(tenantId: $tenantId, from: $month, first: 5) { calls customer { id name phone } }\n    unansweredQuestions(tenantId: $tenantId, from: $month, first: 5) { question calls lastAskedAt }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FollowUpsDue($tenantId: ID) {\n    followUps(tenantId: $tenantId, status: OPEN, first: 6) {\n      id title dueAt call { id } customer { id name phone }\n    }\n  }\n"): (typeof documents)["\n  query FollowUpsDue($tenantId: ID) {\n    followUps(tenantId: $tenantId, status: OPEN, first: 6) {\n      id title dueAt call { id } customer { id name phone }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CallsGoingOn($tenantId: ID) {\n    calls(tenantId: $tenantId, first: 12, filter: { status: IN_PROGRESS }) {\n      edges { node { ...CallRow turns { ...Line } } }\n    }\n  }\n"): (typeof documents)["\n  query CallsGoingOn($tenantId: ID) {\n    calls(tenantId: $tenantId, first: 12, filter: { status: IN_PROGRESS }) {\n      edges { node { ...CallRow turns { ...Line } } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DoorOfTenant($id: ID!) {\n    tenant(id: $id) { id ...TenantDoor }\n  }\n"): (typeof documents)["\n  query DoorOfTenant($id: ID!) {\n    tenant(id: $id) { id ...TenantDoor }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangeWebhookAccess($id: ID!, $access: WebhookAccess!) {\n    updateBusiness(tenantId: $id, input: { webhookAccess: $access }) { id ...TenantDoor }\n  }\n"): (typeof documents)["\n  mutation ChangeWebhookAccess($id: ID!, $access: WebhookAccess!) {\n    updateBusiness(tenantId: $id, input: { webhookAccess: $access }) { id ...TenantDoor }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RotateWebhookKey($id: ID!) {\n    rotateWebhookKey(tenantId: $id) { id ...TenantDoor }\n  }\n"): (typeof documents)["\n  mutation RotateWebhookKey($id: ID!) {\n    rotateWebhookKey(tenantId: $id) { id ...TenantDoor }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TenantDoor on Tenant {\n    name webhookAccess previousWebhookKeyUntil\n    webhookUrls { answer input hangup }\n    keyedWebhookUrls { answer input hangup }\n  }\n"): (typeof documents)["\n  fragment TenantDoor on Tenant {\n    name webhookAccess previousWebhookKeyUntil\n    webhookUrls { answer input hangup }\n    keyedWebhookUrls { answer input hangup }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment FollowUpFields on FollowUp {\n    id title status reason dueAt said notes createdAt settledAt\n    assignee { id name }\n    settledBy { id name }\n    call { id startedAt }\n    customer { id name phone }\n  }\n"): (typeof documents)["\n  fragment FollowUpFields on FollowUp {\n    id title status reason dueAt said notes createdAt settledAt\n    assignee { id name }\n    settledBy { id name }\n    call { id startedAt }\n    customer { id name phone }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FollowUpInbox($tenantId: ID!, $status: FollowUpStatus!) {\n    followUps(tenantId: $tenantId, status: $status) { ...FollowUpFields }\n  }\n"): (typeof documents)["\n  query FollowUpInbox($tenantId: ID!, $status: FollowUpStatus!) {\n    followUps(tenantId: $tenantId, status: $status) { ...FollowUpFields }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FollowUpPeople($tenantId: ID!) {\n    followUpAssignees(tenantId: $tenantId) { id name }\n  }\n"): (typeof documents)["\n  query FollowUpPeople($tenantId: ID!) {\n    followUpAssignees(tenantId: $tenantId) { id name }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateFollowUp($input: CreateFollowUpInput!) {\n    createFollowUp(input: $input) { ...FollowUpFields }\n  }\n"): (typeof documents)["\n  mutation CreateFollowUp($input: CreateFollowUpInput!) {\n    createFollowUp(input: $input) { ...FollowUpFields }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetFollowUpStatus($id: ID!, $status: FollowUpStatus!) {\n    setFollowUpStatus(id: $id, status: $status) { ...FollowUpFields }\n  }\n"): (typeof documents)["\n  mutation SetFollowUpStatus($id: ID!, $status: FollowUpStatus!) {\n    setFollowUpStatus(id: $id, status: $status) { ...FollowUpFields }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AssignFollowUp($id: ID!, $userId: ID) {\n    assignFollowUp(id: $id, userId: $userId) { ...FollowUpFields }\n  }\n"): (typeof documents)["\n  mutation AssignFollowUp($id: ID!, $userId: ID) {\n    assignFollowUp(id: $id, userId: $userId) { ...FollowUpFields }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetFollowUpDue($id: ID!, $dueAt: DateTime) {\n    setFollowUpDue(id: $id, dueAt: $dueAt) { ...FollowUpFields }\n  }\n"): (typeof documents)["\n  mutation SetFollowUpDue($id: ID!, $dueAt: DateTime) {\n    setFollowUpDue(id: $id, dueAt: $dueAt) { ...FollowUpFields }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation NoteFollowUp($id: ID!, $notes: String!) {\n    noteFollowUp(id: $id, notes: $notes) { ...FollowUpFields }\n  }\n"): (typeof documents)["\n  mutation NoteFollowUp($id: ID!, $notes: String!) {\n    noteFollowUp(id: $id, notes: $notes) { ...FollowUpFields }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment OfferFields on AvailableNumber {\n    e164 country region voice sms demo needsAadhaar minimumCommitmentMonths\n    setupFee { minorUnits currency }\n    monthlyFee { minorUnits currency }\n  }\n"): (typeof documents)["\n  fragment OfferFields on AvailableNumber {\n    e164 country region voice sms demo needsAadhaar minimumCommitmentMonths\n    setupFee { minorUnits currency }\n    monthlyFee { minorUnits currency }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AvailableNumbers(\n    $country: String!, $search: String, $region: String, $capability: NumberCapability,\n    $maxMonthlyFee: MoneyInput, $page: Int!, $perPage: Int!\n  ) {\n    availableNumbers(\n      country: $country, search: $search, region: $region, capability: $capability,\n      maxMonthlyFee: $maxMonthlyFee, page: $page, perPage: $perPage\n    ) { page perPage total items { ...OfferFields } }\n    platformSettings { marketplaceMode }\n  }\n"): (typeof documents)["\n  query AvailableNumbers(\n    $country: String!, $search: String, $region: String, $capability: NumberCapability,\n    $maxMonthlyFee: MoneyInput, $page: Int!, $perPage: Int!\n  ) {\n    availableNumbers(\n      country: $country, search: $search, region: $region, capability: $capability,\n      maxMonthlyFee: $maxMonthlyFee, page: $page, perPage: $perPage\n    ) { page perPage total items { ...OfferFields } }\n    platformSettings { marketplaceMode }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PurchaseNumber($input: PurchaseNumberInput!) {\n    purchaseNumber(input: $input) { ...OrderFields }\n  }\n"): (typeof documents)["\n  mutation PurchaseNumber($input: PurchaseNumberInput!) {\n    purchaseNumber(input: $input) { ...OrderFields }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query NumberCosts {\n    numberCosts {\n      total { minorUnits currency }\n      tenants { numbers monthly { minorUnits currency } tenant { id name } }\n      renewals { id e164 label demo nextBillingAt monthlyFee { minorUnits currency } tenant { id name } }\n    }\n    platformSettings { marketplaceMode }\n  }\n"): (typeof documents)["\n  query NumberCosts {\n    numberCosts {\n      total { minorUnits currency }\n      tenants { numbers monthly { minorUnits currency } tenant { id name } }\n      renewals { id e164 label demo nextBillingAt monthlyFee { minorUnits currency } tenant { id name } }\n    }\n    platformSettings { marketplaceMode }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query NumberReconciliation {\n    numberReconciliation { ...FindingsFields }\n    platformSettings { marketplaceMode }\n  }\n"): (typeof documents)["\n  query NumberReconciliation {\n    numberReconciliation { ...FindingsFields }\n    platformSettings { marketplaceMode }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment FindingsFields on NumberReconciliation {\n    listedAt problem\n    found { e164 foundAt nextBillingAt monthlyFee { minorUnits currency } }\n    lost { id e164 label lostSince tenant { id name } }\n  }\n"): (typeof documents)["\n  fragment FindingsFields on NumberReconciliation {\n    listedAt problem\n    found { e164 foundAt nextBillingAt monthlyFee { minorUnits currency } }\n    lost { id e164 label lostSince tenant { id name } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReconcileNumbers {\n    reconcileNumbers { ...FindingsFields }\n  }\n"): (typeof documents)["\n  mutation ReconcileNumbers {\n    reconcileNumbers { ...FindingsFields }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AssignFoundNumber($e164: E164!, $tenantId: ID!) {\n    assignFoundNumber(e164: $e164, tenantId: $tenantId) { id e164 status provisioningIssue tenant { id name } }\n  }\n"): (typeof documents)["\n  mutation AssignFoundNumber($e164: E164!, $tenantId: ID!) {\n    assignFoundNumber(e164: $e164, tenantId: $tenantId) { id e164 status provisioningIssue tenant { id name } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment OrderFields on NumberOrder {\n    id kind status e164 demo failure requestedAt requestedBy settledAt\n    setupFee { minorUnits currency }\n    monthlyFee { minorUnits currency }\n    releaseFee { minorUnits currency }\n    tenant { id name }\n    phoneNumber { id status provisioningIssue cooldownEndsAt }\n  }\n"): (typeof documents)["\n  fragment OrderFields on NumberOrder {\n    id kind status e164 demo failure requestedAt requestedBy settledAt\n    setupFee { minorUnits currency }\n    monthlyFee { minorUnits currency }\n    releaseFee { minorUnits currency }\n    tenant { id name }\n    phoneNumber { id status provisioningIssue cooldownEndsAt }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query NumberOrders($tenantId: ID) {\n    numberOrders(tenantId: $tenantId) { ...OrderFields }\n  }\n"): (typeof documents)["\n  query NumberOrders($tenantId: ID) {\n    numberOrders(tenantId: $tenantId) { ...OrderFields }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query NumberOrdersCsv($tenantId: ID) { numberOrdersCsv(tenantId: $tenantId) }\n"): (typeof documents)["\n  query NumberOrdersCsv($tenantId: ID) { numberOrdersCsv(tenantId: $tenantId) }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RetryPhoneNumber($id: ID!) {\n    retryPhoneNumber(id: $id) { id status provisioningIssue cooldownEndsAt }\n  }\n"): (typeof documents)["\n  mutation RetryPhoneNumber($id: ID!) {\n    retryPhoneNumber(id: $id) { id status provisioningIssue cooldownEndsAt }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment NumberFields on PhoneNumber {\n    id e164 label forwardedFrom status source demo hasProviderApiKey provisioningIssue\n    nextBillingAt cooldownEndsAt lostSince\n    monthlyFee { minorUnits currency }\n    releaseFee { minorUnits currency }\n    tenant { id name }\n  }\n"): (typeof documents)["\n  fragment NumberFields on PhoneNumber {\n    id e164 label forwardedFrom status source demo hasProviderApiKey provisioningIssue\n    nextBillingAt cooldownEndsAt lostSince\n    monthlyFee { minorUnits currency }\n    releaseFee { minorUnits currency }\n    tenant { id name }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query NumbersOfTenant($tenantId: ID!) {\n    phoneNumbers(tenantId: $tenantId) { ...NumberFields }\n    tenant(id: $tenantId) { id webhookUrls { answer input hangup } }\n  }\n"): (typeof documents)["\n  query NumbersOfTenant($tenantId: ID!) {\n    phoneNumbers(tenantId: $tenantId) { ...NumberFields }\n    tenant(id: $tenantId) { id webhookUrls { answer input hangup } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddPhoneNumber($input: AddPhoneNumberInput!) {\n    addPhoneNumber(input: $input) { ...NumberFields }\n  }\n"): (typeof documents)["\n  mutation AddPhoneNumber($input: AddPhoneNumberInput!) {\n    addPhoneNumber(input: $input) { ...NumberFields }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdatePhoneNumber($id: ID!, $input: UpdatePhoneNumberInput!) {\n    updatePhoneNumber(id: $id, input: $input) { ...NumberFields }\n  }\n"): (typeof documents)["\n  mutation UpdatePhoneNumber($id: ID!, $input: UpdatePhoneNumberInput!) {\n    updatePhoneNumber(id: $id, input: $input) { ...NumberFields }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemovePhoneNumber($id: ID!) {\n    removePhoneNumber(id: $id) { ...NumberFields }\n  }\n"): (typeof documents)["\n  mutation RemovePhoneNumber($id: ID!) {\n    removePhoneNumber(id: $id) { ...NumberFields }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReleaseNumber($id: ID!, $idempotencyKey: String!) {\n    releaseNumber(id: $id, idempotencyKey: $idempotencyKey) { ...OrderFields }\n  }\n"): (typeof documents)["\n  mutation ReleaseNumber($id: ID!, $idempotencyKey: String!) {\n    releaseNumber(id: $id, idempotencyKey: $idempotencyKey) { ...OrderFields }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelNumberRelease($id: ID!) {\n    cancelNumberRelease(id: $id) { ...NumberFields }\n  }\n"): (typeof documents)["\n  mutation CancelNumberRelease($id: ID!) {\n    cancelNumberRelease(id: $id) { ...NumberFields }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PersonaText on Persona {\n    version agentName greeting instructions facts language noSpeechMessage\n    hours { ...OpeningHoursText } outsideHours closedGreeting voice voiceLanguage\n  }\n"): (typeof documents)["\n  fragment PersonaText on Persona {\n    version agentName greeting instructions facts language noSpeechMessage\n    hours { ...OpeningHoursText } outsideHours closedGreeting voice voiceLanguage\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment OpeningHoursText on OpeningHours {\n    week { day ranges { from to } }\n    exceptions { date name ranges { from to } }\n  }\n"): (typeof documents)["\n  fragment OpeningHoursText on OpeningHours {\n    week { day ranges { from to } }\n    exceptions { date name ranges { from to } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PersonaOfTenant($tenantId: ID!) {\n    tenant(id: $tenantId) {\n      id\n      persona { ...PersonaText }\n    }\n  }\n"): (typeof documents)["\n  query PersonaOfTenant($tenantId: ID!) {\n    tenant(id: $tenantId) {\n      id\n      persona { ...PersonaText }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PersonaVersions($tenantId: ID!, $before: Int) {\n    personaVersions(tenantId: $tenantId, first: 10, before: $before) {\n      version author createdAt isCurrent agentName greeting instructions facts language noSpeechMessage\n      hours { ...OpeningHoursText } outsideHours closedGreeting voice voiceLanguage\n    }\n  }\n"): (typeof documents)["\n  query PersonaVersions($tenantId: ID!, $before: Int) {\n    personaVersions(tenantId: $tenantId, first: 10, before: $before) {\n      version author createdAt isCurrent agentName greeting instructions facts language noSpeechMessage\n      hours { ...OpeningHoursText } outsideHours closedGreeting voice voiceLanguage\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdatePersona($tenantId: ID!, $input: UpdatePersonaInput!) {\n    updatePersona(tenantId: $tenantId, input: $input) { ...PersonaText }\n  }\n"): (typeof documents)["\n  mutation UpdatePersona($tenantId: ID!, $input: UpdatePersonaInput!) {\n    updatePersona(tenantId: $tenantId, input: $input) { ...PersonaText }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RestorePersona($tenantId: ID!, $version: Int!) {\n    restorePersona(tenantId: $tenantId, version: $version) { ...PersonaText }\n  }\n"): (typeof documents)["\n  mutation RestorePersona($tenantId: ID!, $version: Int!) {\n    restorePersona(tenantId: $tenantId, version: $version) { ...PersonaText }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BeginTestCall($tenantId: ID!, $draft: UpdatePersonaInput!, $moment: TestCallMoment!) {\n    beginTestCall(tenantId: $tenantId, draft: $draft, moment: $moment) { greeting endsCall isOpen playedAt }\n  }\n"): (typeof documents)["\n  mutation BeginTestCall($tenantId: ID!, $draft: UpdatePersonaInput!, $moment: TestCallMoment!) {\n    beginTestCall(tenantId: $tenantId, draft: $draft, moment: $moment) { greeting endsCall isOpen playedAt }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ContinueTestCall($tenantId: ID!, $draft: UpdatePersonaInput!, $moment: TestCallMoment!, $lines: [TestCallLineInput!]!) {\n    continueTestCall(tenantId: $tenantId, draft: $draft, moment: $moment, lines: $lines) {\n      sentences source endsCall milliseconds instructions isOpen playedAt\n    }\n  }\n"): (typeof documents)["\n  mutation ContinueTestCall($tenantId: ID!, $draft: UpdatePersonaInput!, $moment: TestCallMoment!, $lines: [TestCallLineInput!]!) {\n    continueTestCall(tenantId: $tenantId, draft: $draft, moment: $moment, lines: $lines) {\n      sentences source endsCall milliseconds instructions isOpen playedAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MySecondFactor { me { id email hasSecondFactor } }\n"): (typeof documents)["\n  query MySecondFactor { me { id email hasSecondFactor } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StartSecondFactor { startSecondFactor { secret uri } }\n"): (typeof documents)["\n  mutation StartSecondFactor { startSecondFactor { secret uri } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConfirmSecondFactor($code: String!) { confirmSecondFactor(code: $code) }\n"): (typeof documents)["\n  mutation ConfirmSecondFactor($code: String!) { confirmSecondFactor(code: $code) }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DisableSecondFactor($password: String!, $code: String!) {\n    disableSecondFactor(password: $password, code: $code)\n  }\n"): (typeof documents)["\n  mutation DisableSecondFactor($password: String!, $code: String!) {\n    disableSecondFactor(password: $password, code: $code)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MySessions { sessions { id app system address startedAt lastUsedAt isThisOne } }\n"): (typeof documents)["\n  query MySessions { sessions { id app system address startedAt lastUsedAt isThisOne } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation EndSession($id: ID!) { endSession(id: $id) }"): (typeof documents)["mutation EndSession($id: ID!) { endSession(id: $id) }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation EndOtherSessions { endOtherSessions }"): (typeof documents)["mutation EndOtherSessions { endOtherSessions }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SettingsFields on PlatformSettings {\n    vobizAppId vobizApiKeyHint marketplaceMode updatedAt requireSecondFactor\n    connection { status detail checkedAt }\n  }\n"): (typeof documents)["\n  fragment SettingsFields on PlatformSettings {\n    vobizAppId vobizApiKeyHint marketplaceMode updatedAt requireSecondFactor\n    connection { status detail checkedAt }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PlatformSettings { platformSettings { ...SettingsFields } }\n"): (typeof documents)["\n  query PlatformSettings { platformSettings { ...SettingsFields } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdatePlatformSettings($input: UpdatePlatformSettingsInput!) {\n    updatePlatformSettings(input: $input) { ...SettingsFields }\n  }\n"): (typeof documents)["\n  mutation UpdatePlatformSettings($input: UpdatePlatformSettingsInput!) {\n    updatePlatformSettings(input: $input) { ...SettingsFields }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CheckVobizConnection { checkVobizConnection { ...SettingsFields } }\n"): (typeof documents)["\n  mutation CheckVobizConnection { checkVobizConnection { ...SettingsFields } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SetupOfTenant($tenantId: ID!) {\n    setupChecks(tenantId: $tenantId) { code status title detail fix }\n    tenant(id: $tenantId) { id slug webhookUrls { answer input hangup } }\n  }\n"): (typeof documents)["\n  query SetupOfTenant($tenantId: ID!) {\n    setupChecks(tenantId: $tenantId) { code status title detail fix }\n    tenant(id: $tenantId) { id slug webhookUrls { answer input hangup } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation RetryDeadJob($id: ID!) { retryDeadJob(id: $id) }"): (typeof documents)["mutation RetryDeadJob($id: ID!) { retryDeadJob(id: $id) }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation ForgetDeadJob($id: ID!) { forgetDeadJob(id: $id) }"): (typeof documents)["mutation ForgetDeadJob($id: ID!) { forgetDeadJob(id: $id) }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SystemStatus {\n    systemStatus {\n      version nodeVersion databaseVersion startedAt model waitingJobs runningJobs droppedWebhooks\n      health { part status }\n      refusedWebhooks { slug name reason amount latestAt }\n      deadJobs { id task attempts error failedAt }\n    }\n  }\n"): (typeof documents)["\n  query SystemStatus {\n    systemStatus {\n      version nodeVersion databaseVersion startedAt model waitingJobs runningJobs droppedWebhooks\n      health { part status }\n      refusedWebhooks { slug name reason amount latestAt }\n      deadJobs { id task attempts error failedAt }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation PrepareExport($tenantId: ID) { prepareExport(tenantId: $tenantId) }"): (typeof documents)["mutation PrepareExport($tenantId: ID) { prepareExport(tenantId: $tenantId) }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TenantList($search: String, $after: String) {\n    tenants(first: 25, search: $search, after: $after) {\n      totalCount\n      edges { node { id slug name status timeZone createdAt } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): (typeof documents)["\n  query TenantList($search: String, $after: String) {\n    tenants(first: 25, search: $search, after: $after) {\n      totalCount\n      edges { node { id slug name status timeZone createdAt } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TenantSettings($id: ID!) {\n    tenant(id: $id) {\n      slug status createdAt ...TenantTraits analysisTokensToday signedWebhookAt\n    }\n  }\n"): (typeof documents)["\n  query TenantSettings($id: ID!) {\n    tenant(id: $id) {\n      slug status createdAt ...TenantTraits analysisTokensToday signedWebhookAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateTenant($input: CreateTenantInput!) {\n    createTenant(input: $input) { id name }\n  }\n"): (typeof documents)["\n  mutation CreateTenant($input: CreateTenantInput!) {\n    createTenant(input: $input) { id name }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateTenant($id: ID!, $input: UpdateTenantInput!) {\n    updateTenant(id: $id, input: $input) { status ...TenantTraits }\n  }\n"): (typeof documents)["\n  mutation UpdateTenant($id: ID!, $input: UpdateTenantInput!) {\n    updateTenant(id: $id, input: $input) { status ...TenantTraits }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateBusiness($id: ID!, $input: UpdateBusinessInput!) {\n    updateBusiness(tenantId: $id, input: $input) { ...TenantTraits }\n  }\n"): (typeof documents)["\n  mutation UpdateBusiness($id: ID!, $input: UpdateBusinessInput!) {\n    updateBusiness(tenantId: $id, input: $input) { ...TenantTraits }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TenantTraits on Tenant {\n    id name timeZone signaturePolicy transcriptRetentionDays recordingRetentionDays recordCalls recordingNotice\n    analysisTokensADay newCallsAMinute callsAtOnce modelTurnsADay unverifiedAnalysisTokensADay recordingMegabytesADay\n  }\n"): (typeof documents)["\n  fragment TenantTraits on Tenant {\n    id name timeZone signaturePolicy transcriptRetentionDays recordingRetentionDays recordCalls recordingNotice\n    analysisTokensADay newCallsAMinute callsAtOnce modelTurnsADay unverifiedAnalysisTokensADay recordingMegabytesADay\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EraseTenant($id: ID!, $confirmSlug: String!) {\n    eraseTenant(id: $id, confirmSlug: $confirmSlug)\n  }\n"): (typeof documents)["\n  mutation EraseTenant($id: ID!, $confirmSlug: String!) {\n    eraseTenant(id: $id, confirmSlug: $confirmSlug)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query UsersOf($tenantId: ID) {\n    users(tenantId: $tenantId) { id email name role createdAt disabledAt mustChangePassword hasSecondFactor }\n  }\n"): (typeof documents)["\n  query UsersOf($tenantId: ID) {\n    users(tenantId: $tenantId) { id email name role createdAt disabledAt mustChangePassword hasSecondFactor }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation InviteUser($input: InviteUserInput!) {\n    inviteUser(input: $input) { temporaryPassword user { id name } }\n  }\n"): (typeof documents)["\n  mutation InviteUser($input: InviteUserInput!) {\n    inviteUser(input: $input) { temporaryPassword user { id name } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangeUserRole($id: ID!, $role: Role!, $tenantId: ID) {\n    changeUserRole(id: $id, role: $role, tenantId: $tenantId) { id role }\n  }\n"): (typeof documents)["\n  mutation ChangeUserRole($id: ID!, $role: Role!, $tenantId: ID) {\n    changeUserRole(id: $id, role: $role, tenantId: $tenantId) { id role }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResetUserPassword($id: ID!) {\n    resetUserPassword(id: $id) { temporaryPassword user { id mustChangePassword } }\n  }\n"): (typeof documents)["\n  mutation ResetUserPassword($id: ID!) {\n    resetUserPassword(id: $id) { temporaryPassword user { id mustChangePassword } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation EndUserSessions($id: ID!) { endUserSessions(id: $id) { id } }"): (typeof documents)["mutation EndUserSessions($id: ID!) { endUserSessions(id: $id) { id } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResetUserSecondFactor($id: ID!) { resetUserSecondFactor(id: $id) { id hasSecondFactor } }\n"): (typeof documents)["\n  mutation ResetUserSecondFactor($id: ID!) { resetUserSecondFactor(id: $id) { id hasSecondFactor } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation DisableUser($id: ID!) { disableUser(id: $id) { id disabledAt } }"): (typeof documents)["mutation DisableUser($id: ID!) { disableUser(id: $id) { id disabledAt } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation EnableUser($id: ID!) { enableUser(id: $id) { id disabledAt } }"): (typeof documents)["mutation EnableUser($id: ID!) { enableUser(id: $id) { id disabledAt } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WebhookLogPage($tenantId: ID, $filter: WebhookLogFilter, $after: String) {\n    webhookLog(first: 50, tenantId: $tenantId, filter: $filter, after: $after) {\n      totalCount\n      edges { node { id at slug webhook method providerCallId callId status milliseconds outcome reason } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): (typeof documents)["\n  query WebhookLogPage($tenantId: ID, $filter: WebhookLogFilter, $after: String) {\n    webhookLog(first: 50, tenantId: $tenantId, filter: $filter, after: $after) {\n      totalCount\n      edges { node { id at slug webhook method providerCallId callId status milliseconds outcome reason } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WebhookExchangePage($id: ID!) {\n    webhookExchange(id: $id) {\n      webhook { id at slug webhook method dialect providerCallId callId status milliseconds outcome reason }\n      contentType\n      query { name values }\n      body { name values }\n      isCut\n      xml\n      spoken\n    }\n  }\n"): (typeof documents)["\n  query WebhookExchangePage($id: ID!) {\n    webhookExchange(id: $id) {\n      webhook { id at slug webhook method dialect providerCallId callId status milliseconds outcome reason }\n      contentType\n      query { name values }\n      body { name values }\n      isCut\n      xml\n      spoken\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReplayWebhook($id: ID!) {\n    replayWebhook(id: $id) {\n      cannot\n      dialect\n      event { kind words digits turn part durationSeconds cause }\n      status\n      xml\n      spoken\n      later\n      milliseconds\n      differences { what before now }\n    }\n  }\n"): (typeof documents)["\n  mutation ReplayWebhook($id: ID!) {\n    replayWebhook(id: $id) {\n      cannot\n      dialect\n      event { kind words digits turn part durationSeconds cause }\n      status\n      xml\n      spoken\n      later\n      milliseconds\n      differences { what before now }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;