import { useQuery } from '@apollo/client/react';
import { useDocumentVisibility } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useTenant } from '../../app/tenant.tsx';
import type { FollowUpStatus } from '../../graphql/generated/graphql.ts';
import { FOLLOW_UPS } from './operations.ts';

const EVERY_MS = 15_000;

/** What there is to do, was done or dismissed; what callers leave meanwhile appears by itself. */
export function useFollowUps(status: FollowUpStatus) {
  const { id: tenantId } = useTenant();
  const visibility = useDocumentVisibility();
  const { data, error, refetch } = useQuery(FOLLOW_UPS, {
    variables: { tenantId, status },
    nextFetchPolicy: 'cache-and-network',
    pollInterval: visibility === 'visible' ? EVERY_MS : 0,
  });
  // What was settled just now is still in the list that was fetched.
  const followUps = data?.followUps.filter((followUp) => followUp.status === status);
  return { followUps, error, refetch };
}

/** The time, as exactly as due dates need it. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const ticking = setInterval(() => setNow(new Date()), EVERY_MS);
    return () => clearInterval(ticking);
  }, []);
  return now;
}
