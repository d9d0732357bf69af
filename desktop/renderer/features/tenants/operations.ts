import { graphql } from '../../graphql/generated/gql.ts';
import type { TenantSettingsQuery, TenantTraitsFragment } from '../../graphql/generated/graphql.ts';

export const TENANTS = graphql(`
  query TenantList($search: String, $after: String) {
    tenants(first: 25, search: $search, after: $after) {
      totalCount
      edges { node { id slug name status timeZone createdAt } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

export const TENANT = graphql(`
  query TenantSettings($id: ID!) {
    tenant(id: $id) {
      slug status createdAt ...TenantTraits analysisTokensToday signedWebhookAt
    }
  }
`);

export const CREATE = graphql(`
  mutation CreateTenant($input: CreateTenantInput!) {
    createTenant(input: $input) { id name }
  }
`);

export const UPDATE = graphql(`
  mutation UpdateTenant($id: ID!, $input: UpdateTenantInput!) {
    updateTenant(id: $id, input: $input) { status ...TenantTraits }
  }
`);

/** What a business's own admin may change. */
export const UPDATE_OWN = graphql(`
  mutation UpdateBusiness($id: ID!, $input: UpdateBusinessInput!) {
    updateBusiness(tenantId: $id, input: $input) { ...TenantTraits }
  }
`);

// A part of the documents above.
graphql(`
  fragment TenantTraits on Tenant {
    id name timeZone signaturePolicy transcriptRetentionDays recordingRetentionDays recordCalls recordingNotice
    analysisTokensADay newCallsAMinute callsAtOnce modelTurnsADay unverifiedAnalysisTokensADay recordingMegabytesADay
  }
`);

export type TenantTraits = TenantTraitsFragment;

export type Tenant = TenantSettingsQuery['tenant'];

export const ERASE = graphql(`
  mutation EraseTenant($id: ID!, $confirmSlug: String!) {
    eraseTenant(id: $id, confirmSlug: $confirmSlug)
  }
`);
