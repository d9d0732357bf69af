import { useQuery } from '@apollo/client/react';
import { useTenant } from '../../app/tenant.tsx';
import type { FollowUpStatus } from '../../graphql/generated/graphql.ts';
import { FOLLOW_UPS } from './operations.ts';

/** What there is to do, was done or dismissed; asked for again by useFollowUpNews, as something happens. */
export function useFollowUps(status: FollowUpStatus) {
  const { id: tenantId } = useTenant();
  const { data, error, refetch } = useQuery(FOLLOW_UPS, {
    variables: { tenantId, status },
    nextFetchPolicy: 'cache-and-network',
    // The answer to one that is under way may be older than the news that make it be asked again.
    context: { queryDeduplication: false },
  });
  // What was settled just now is still in the list that was fetched.
  const followUps = data?.followUps.filter((followUp) => followUp.status === status);
  return { followUps, error, refetch };
}
