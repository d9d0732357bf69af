import { graphql } from '../../graphql/generated/gql.ts';
import type { NumberFieldsFragment } from '../../graphql/generated/graphql.ts';

export type PhoneNumber = NumberFieldsFragment;

// A part of the documents below.
graphql(`
  fragment NumberFields on PhoneNumber {
    id e164 label forwardedFrom status source demo hasProviderApiKey provisioningIssue
    nextBillingAt cooldownEndsAt lostSince
    monthlyFee { minorUnits currency }
    releaseFee { minorUnits currency }
    tenant { id name }
  }
`);

export const NUMBERS = graphql(`
  query NumbersOfTenant($tenantId: ID!) {
    phoneNumbers(tenantId: $tenantId) { ...NumberFields }
    tenant(id: $tenantId) { id webhookUrls { answer input hangup } }
  }
`);

export const ADD = graphql(`
  mutation AddPhoneNumber($input: AddPhoneNumberInput!) {
    addPhoneNumber(input: $input) { ...NumberFields }
  }
`);

export const UPDATE = graphql(`
  mutation UpdatePhoneNumber($id: ID!, $input: UpdatePhoneNumberInput!) {
    updatePhoneNumber(id: $id, input: $input) { ...NumberFields }
  }
`);

export const REMOVE = graphql(`
  mutation RemovePhoneNumber($id: ID!) {
    removePhoneNumber(id: $id) { ...NumberFields }
  }
`);

export const RELEASE = graphql(`
  mutation ReleaseNumber($id: ID!, $idempotencyKey: String!) {
    releaseNumber(id: $id, idempotencyKey: $idempotencyKey) { ...OrderFields }
  }
`);

export const KEEP = graphql(`
  mutation CancelNumberRelease($id: ID!) {
    cancelNumberRelease(id: $id) { ...NumberFields }
  }
`);
