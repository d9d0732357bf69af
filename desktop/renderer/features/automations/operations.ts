import { graphql } from '../../graphql/generated/gql.ts';
import type {
  AutomationDeliveriesQuery,
  AutomationFieldsFragment,
  AutomationRunsQuery,
  TryAutomationQuery,
} from '../../graphql/generated/graphql.ts';

export type Automation = AutomationFieldsFragment;
export type Run = AutomationRunsQuery['automationRuns']['edges'][number]['node'];
export type Delivery = NonNullable<AutomationDeliveriesQuery['WEBHOOK']>['edges'][number]['node'];
export type DryRun = TryAutomationQuery['tryAutomation'];

graphql(`
  fragment AutomationFields on Automation {
    id name enabled trigger intents lastRunAt runCount
    conditions {
      sentimentScore { min max }
      durationSeconds { min max }
      timeOfDay { from until }
      customer tag
    }
    actions {
      id tagCustomer
      webhook { url hasSecret }
      email { to subject body }
      followUp { title dueInHours assignee { id name } }
      sms { to text isToCaller }
    }
  }
`);

export const AUTOMATIONS = graphql(`
  query AutomationList($tenantId: ID!) {
    automations(tenantId: $tenantId) { ...AutomationFields }
  }
`);

export const ONE = graphql(`
  query OneAutomation($id: ID!) {
    automation(id: $id) { ...AutomationFields }
  }
`);

export const FIELDS = graphql(`
  query AutomationTemplateFields {
    automationFields { name meaning }
  }
`);

export const CREATE = graphql(`
  mutation CreateAutomation($input: CreateAutomationInput!) {
    createAutomation(input: $input) { ...AutomationFields }
  }
`);

export const UPDATE = graphql(`
  mutation UpdateAutomation($id: ID!, $input: UpdateAutomationInput!) {
    updateAutomation(id: $id, input: $input) { ...AutomationFields }
  }
`);

export const DELETE = graphql(`
  mutation DeleteAutomation($id: ID!) {
    deleteAutomation(id: $id) { id }
  }
`);

export const TRYABLE = graphql(`
  query CallsToTryWith($tenantId: ID!) {
    calls(tenantId: $tenantId, first: 50) { edges { node { ...CallRow } } }
  }
`);

export const TRY = graphql(`
  query TryAutomation($id: ID!, $callId: ID!) {
    tryAutomation(id: $id, callId: $callId) {
      wouldRun reason
      actions { kind skipped target subject body dueAt }
    }
  }
`);

export const RUNS = graphql(`
  query AutomationRuns($automationId: ID!, $after: String) {
    automationRuns(automationId: $automationId, first: 25, after: $after) {
      edges { node { id trigger outcome reason ranAt actions { kind outcome reason } call { id startedAt } } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

graphql(`
  fragment DeliveryFields on AutomationDelivery {
    id kind target subject status attempts createdAt lastAttemptAt nextAttemptAt settledAt lastStatus problem repeats
    call { id startedAt }
  }
`);

/** Of one kind, each of which has a list of the server's. */
export const DELIVERIES = graphql(`
  query AutomationDeliveries(
    $automationId: ID!, $after: String, $status: DeliveryStatus,
    $ofWebhooks: Boolean!, $ofMails: Boolean!, $ofTexts: Boolean!
  ) {
    WEBHOOK: webhookDeliveries(automationId: $automationId, first: 25, after: $after, status: $status)
      @include(if: $ofWebhooks) { edges { node { ...DeliveryFields } } pageInfo { hasNextPage endCursor } }
    EMAIL: emailDeliveries(automationId: $automationId, first: 25, after: $after, status: $status)
      @include(if: $ofMails) { edges { node { ...DeliveryFields } } pageInfo { hasNextPage endCursor } }
    SMS: smsDeliveries(automationId: $automationId, first: 25, after: $after, status: $status)
      @include(if: $ofTexts) { edges { node { ...DeliveryFields } } pageInfo { hasNextPage endCursor } }
  }
`);

export const REDELIVER = graphql(`
  mutation Redeliver($id: ID!) {
    redeliver(id: $id) { ...DeliveryFields }
  }
`);
