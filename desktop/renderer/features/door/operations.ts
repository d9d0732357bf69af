import { graphql } from '../../graphql/generated/gql.ts';
import type { DoorOfTenantQuery } from '../../graphql/generated/graphql.ts';

export type TenantDoor = DoorOfTenantQuery['tenant'];
export type WebhookUrls = TenantDoor['webhookUrls'];

export const DOOR = graphql(`
  query DoorOfTenant($id: ID!) {
    tenant(id: $id) { id ...TenantDoor }
  }
`);

export const CHANGE_ACCESS = graphql(`
  mutation ChangeWebhookAccess($id: ID!, $access: WebhookAccess!) {
    updateBusiness(tenantId: $id, input: { webhookAccess: $access }) { id ...TenantDoor }
  }
`);

export const ROTATE_KEY = graphql(`
  mutation RotateWebhookKey($id: ID!) {
    rotateWebhookKey(tenantId: $id) { id ...TenantDoor }
  }
`);

// A part of the documents above.
graphql(`
  fragment TenantDoor on Tenant {
    name webhookAccess previousWebhookKeyUntil
    webhookUrls { answer input hangup }
    keyedWebhookUrls { answer input hangup }
  }
`);
