import { graphql } from '../../graphql/generated/gql.ts';
import type { SetupOfTenantQuery } from '../../graphql/generated/graphql.ts';

export type SetupCheck = SetupOfTenantQuery['setupChecks'][number];
export type WebhookUrls = SetupOfTenantQuery['tenant']['webhookUrls'];

export const SETUP = graphql(`
  query SetupOfTenant($tenantId: ID!) {
    setupChecks(tenantId: $tenantId) { code status title detail fix }
    tenant(id: $tenantId) { id slug webhookUrls { answer input hangup } }
  }
`);
