import { graphql } from '../../graphql/generated/gql.ts';
import type { TenantSettingsQuery } from '../../graphql/generated/graphql.ts';

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
      id slug name status timeZone signaturePolicy transcriptRetentionDays recordingRetentionDays createdAt
      webhookUrls { answer input hangup }
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
    updateTenant(id: $id, input: $input) {
      id name status timeZone signaturePolicy transcriptRetentionDays recordingRetentionDays
    }
  }
`);

export type Tenant = TenantSettingsQuery['tenant'];

export const ERASE = graphql(`
  mutation EraseTenant($id: ID!, $confirmSlug: String!) {
    eraseTenant(id: $id, confirmSlug: $confirmSlug)
  }
`);
