import { graphql } from '../../graphql/generated/gql.ts';
import type { CustomerListQuery, OneCustomerQuery } from '../../graphql/generated/graphql.ts';

export const CUSTOMERS = graphql(`
  query CustomerList($tenantId: ID, $search: String, $after: String) {
    customers(first: 50, tenantId: $tenantId, search: $search, after: $after) {
      totalCount
      edges { node { id phone name tags callCount lastCallAt } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

export const CUSTOMER = graphql(`
  query OneCustomer($id: ID!) {
    customer(id: $id) {
      id phone name heardName notes notesTellable tags firstSeenAt lastCallAt callCount
      followUps { id title status dueAt }
    }
  }
`);

export const UPDATE = graphql(`
  mutation UpdateCustomer($id: ID!, $input: UpdateCustomerInput!) {
    updateCustomer(id: $id, input: $input) { id name heardName notes notesTellable tags }
  }
`);

export const ERASE = graphql(`mutation EraseCustomer($id: ID!) { eraseCustomer(id: $id) }`);

export type Listed = CustomerListQuery['customers']['edges'][number]['node'];
export type Customer = OneCustomerQuery['customer'];
