import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { useTenants } from '../../app/tenant.tsx';

/**
 * A user who opens a call's or customer's page by its address looks at its business from then on; one who then chooses
 * another business goes to its list, as this page has nothing to do with that one.
 * @param ownerId the business that the page is of; undefined where it isn't known
 */
export function useTenantOf(ownerId: string | undefined, list: string): void {
  const { tenant, choose } = useTenants();
  const navigate = useNavigate();
  const chosen = tenant?.id;
  const meant = useRef(chosen);
  useEffect(() => {
    if (chosen !== meant.current) {
      if (chosen !== ownerId) void navigate(list);
    } else if (ownerId !== undefined && chosen !== ownerId) {
      meant.current = ownerId;
      choose(ownerId);
      return;
    }
    meant.current = chosen;
  }, [chosen, ownerId, list, navigate, choose]);
}
