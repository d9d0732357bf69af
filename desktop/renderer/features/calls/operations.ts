import { graphql } from '../../graphql/generated/gql.ts';
import type { CallRowFragment } from '../../graphql/generated/graphql.ts';

/** A call as lists show it. */
graphql(`
  fragment CallRow on Call {
    id status direction from rawFrom to startedAt endedAt durationSeconds
    customer { id name phone }
    analysis { sentiment summary intents }
  }
`);

export const CALL_PAGE = graphql(`
  query CallPage($tenantId: ID, $filter: CallFilter, $first: Int!, $after: String, $isCounted: Boolean!) {
    calls(tenantId: $tenantId, first: $first, after: $after, filter: $filter) {
      totalCount @include(if: $isCounted)
      edges { node { ...CallRow } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

export type Row = CallRowFragment;
