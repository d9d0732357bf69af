import { useQuery } from '@apollo/client/react';
import { createContext, type ReactNode, use, useMemo, useState } from 'react';
import { graphql } from '../graphql/generated/gql.ts';
import { useSession } from './session.tsx';

const TENANTS = graphql(`
  query ChoosableTenants {
    tenants(first: 100) { edges { node { id slug name timeZone status } } }
  }
`);

/** Of more than a page of tenants, the chosen one may stand on none that was loaded. */
const CHOSEN = graphql(`
  query ChosenTenant($id: ID!) {
    tenant(id: $id) { id slug name timeZone status }
  }
`);

export type ChosenTenant = { id: string; slug: string; name: string; timeZone: string };

type Choice = {
  /** Whose calls and customers the pages show; undefined while there is none at all. */
  tenant: ChosenTenant | undefined;
  /** What a super admin may choose from; a tenant's user has but the own one. */
  tenants: readonly ChosenTenant[];
  choose(id: string): void;
  isLoading: boolean;
};

const TenantContext = createContext<Choice | undefined>(undefined);
const KEY = 'kaivox.tenant';

export function TenantProvider({ children }: { children: ReactNode }) {
  const { user } = useSession();
  const isPlatform = user.role === 'SUPER_ADMIN';
  const { data, loading } = useQuery(TENANTS, { skip: !isPlatform });
  const [chosen, setChosen] = useState(() => localStorage.getItem(KEY));
  const listed = useMemo(() => data?.tenants.edges.map(({ node }) => node) ?? [], [data]);
  const isElsewhere =
    isPlatform && data !== undefined && chosen !== null && !listed.some(({ id }) => id === chosen);
  const { data: elsewhere } = useQuery(CHOSEN, { variables: { id: chosen ?? '' }, skip: !isElsewhere });
  const choice = useMemo<Choice>(() => {
    const own = user.tenant ? [user.tenant] : [];
    const tenants = isPlatform ? [...listed, ...(elsewhere ? [elsewhere.tenant] : [])] : own;
    return {
      tenants,
      tenant: tenants.find(({ id }) => id === chosen) ?? tenants[0],
      choose: (id) => {
        localStorage.setItem(KEY, id);
        setChosen(id);
      },
      isLoading: isPlatform && loading && !data,
    };
  }, [isPlatform, data, listed, elsewhere, loading, user.tenant, chosen]);
  return <TenantContext value={choice}>{children}</TenantContext>;
}

export function useTenants(): Choice {
  const choice = use(TenantContext);
  if (!choice) throw new Error('There is no tenant here');
  return choice;
}

/** The tenant that a page is about; only within the shell, which shows pages once there is one. */
export function useTenant(): ChosenTenant {
  const { tenant } = useTenants();
  if (!tenant) throw new Error('No tenant is chosen');
  return tenant;
}
