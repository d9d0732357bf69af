import DataLoader from 'dataloader';
import { type Context, reachOf, viewerOf } from '../auth/access.ts';
import type { Database } from '../infra/database.ts';
import { loaderOf } from '../infra/graphql/loaders.ts';
import type { TenantId } from '../infra/ids.ts';
import { findPersonas, type PersonaRow } from './personas/persona.store.ts';
import { findTenants, type TenantRow } from './tenant.store.ts';

/** A request's tenants by id: one statement, however many are asked for. */
export function tenantLoader(
  context: Context,
  database: Database,
): DataLoader<TenantId, TenantRow | undefined> {
  return loaderOf(
    context,
    tenantLoader,
    () =>
      new DataLoader(async (ids) => {
        const rows = await database.within(reachOf(viewerOf(context)), (tx) => findTenants(tx, ids));
        const byId = new Map(rows.map((row) => [row.id, row]));
        return ids.map((id) => byId.get(id));
      }),
  );
}

/** A request's current personas by their tenants' ids. */
export function personaLoader(
  context: Context,
  database: Database,
): DataLoader<TenantId, PersonaRow | undefined> {
  return loaderOf(
    context,
    personaLoader,
    () =>
      new DataLoader(async (tenantIds) => {
        const rows = await database.within(reachOf(viewerOf(context)), (tx) => findPersonas(tx, tenantIds));
        const byTenant = new Map(rows.map((row) => [row.tenantId, row]));
        return tenantIds.map((id) => byTenant.get(id));
      }),
  );
}
