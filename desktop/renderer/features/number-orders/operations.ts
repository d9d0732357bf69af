import { graphql } from '../../graphql/generated/gql.ts';

// A part of the documents below.
graphql(`
  fragment OrderFields on NumberOrder {
    id kind status e164 demo failure requestedAt requestedBy settledAt
    setupFee { minorUnits currency }
    monthlyFee { minorUnits currency }
    releaseFee { minorUnits currency }
    tenant { id name }
    phoneNumber { id status provisioningIssue cooldownEndsAt }
  }
`);

/** One tenant's orders, or all: the newest first. */
export const ORDERS = graphql(`
  query NumberOrders($tenantId: ID) {
    numberOrders(tenantId: $tenantId) { ...OrderFields }
  }
`);

export const ORDERS_CSV = graphql(`
  query NumberOrdersCsv($tenantId: ID) { numberOrdersCsv(tenantId: $tenantId) }
`);

export const RETRY_NUMBER = graphql(`
  mutation RetryPhoneNumber($id: ID!) {
    retryPhoneNumber(id: $id) { id status provisioningIssue cooldownEndsAt }
  }
`);
