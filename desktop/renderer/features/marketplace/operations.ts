import { graphql } from '../../graphql/generated/gql.ts';
import type { OfferFieldsFragment } from '../../graphql/generated/graphql.ts';

export type Offer = OfferFieldsFragment;

// A part of the documents below.
graphql(`
  fragment OfferFields on AvailableNumber {
    e164 country region voice sms demo needsAadhaar minimumCommitmentMonths
    setupFee { minorUnits currency }
    monthlyFee { minorUnits currency }
  }
`);

export const OFFERS = graphql(`
  query AvailableNumbers(
    $country: String!, $search: String, $region: String, $capability: NumberCapability,
    $maxMonthlyFee: MoneyInput, $page: Int!, $perPage: Int!
  ) {
    availableNumbers(
      country: $country, search: $search, region: $region, capability: $capability,
      maxMonthlyFee: $maxMonthlyFee, page: $page, perPage: $perPage
    ) { page perPage total items { ...OfferFields } }
    platformSettings { marketplaceMode }
  }
`);

export const BUY = graphql(`
  mutation PurchaseNumber($input: PurchaseNumberInput!) {
    purchaseNumber(input: $input) { ...OrderFields }
  }
`);

export const COSTS = graphql(`
  query NumberCosts {
    numberCosts {
      total { minorUnits currency }
      tenants { numbers monthly { minorUnits currency } tenant { id name } }
      renewals { id e164 label demo nextBillingAt monthlyFee { minorUnits currency } tenant { id name } }
    }
    platformSettings { marketplaceMode }
  }
`);

export const FINDINGS = graphql(`
  query NumberReconciliation {
    numberReconciliation { ...FindingsFields }
    platformSettings { marketplaceMode }
  }
`);

// A part of the documents below.
graphql(`
  fragment FindingsFields on NumberReconciliation {
    listedAt problem
    found { e164 foundAt nextBillingAt monthlyFee { minorUnits currency } }
    lost { id e164 label lostSince tenant { id name } }
  }
`);

export const LOOK_NOW = graphql(`
  mutation ReconcileNumbers {
    reconcileNumbers { ...FindingsFields }
  }
`);

export const ASSIGN = graphql(`
  mutation AssignFoundNumber($e164: E164!, $tenantId: ID!) {
    assignFoundNumber(e164: $e164, tenantId: $tenantId) { id e164 status provisioningIssue tenant { id name } }
  }
`);
