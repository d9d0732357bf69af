import { graphql } from '../../graphql/generated/gql.ts';
import type {
  ReplayWebhookMutation,
  WebhookExchangePageQuery,
  WebhookLogPageQuery,
} from '../../graphql/generated/graphql.ts';

export const WEBHOOKS = graphql(`
  query WebhookLogPage($tenantId: ID, $filter: WebhookLogFilter, $after: String) {
    webhookLog(first: 50, tenantId: $tenantId, filter: $filter, after: $after) {
      totalCount
      edges { node { id at slug webhook method providerCallId callId status milliseconds outcome reason } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

export const WEBHOOK = graphql(`
  query WebhookExchangePage($id: ID!) {
    webhookExchange(id: $id) {
      webhook { id at slug webhook method dialect providerCallId callId status milliseconds outcome reason }
      contentType
      query { name values }
      body { name values }
      isCut
      xml
      spoken
    }
  }
`);

export const REPLAY = graphql(`
  mutation ReplayWebhook($id: ID!) {
    replayWebhook(id: $id) {
      cannot
      dialect
      event { kind words digits turn part durationSeconds cause }
      status
      xml
      spoken
      later
      milliseconds
      differences { what before now }
    }
  }
`);

export type ListedWebhook = WebhookLogPageQuery['webhookLog']['edges'][number]['node'];
export type Exchange = WebhookExchangePageQuery['webhookExchange'];
export type Replay = ReplayWebhookMutation['replayWebhook'];
