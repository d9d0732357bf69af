import type { Database } from '../../infra/database.ts';
import { NO_TENANT, type TenantId } from '../../infra/ids.ts';
import { changedTenants, recount } from './call-counts.store.ts';

/** Tenants looked up at once. */
const BATCH = 500;

/**
 * Counts the quarters in which calls changed anew, of all tenants. No request waits for it: until then, a user's
 * statistics count them call by call.
 */
export async function countChangedQuarters(database: Database): Promise<void> {
  for (let last = NO_TENANT; ; ) {
    const tenants = await database.asPlatform((tx) => changedTenants(tx, last, BATCH));
    for (const { id } of tenants) await countTenant(database, id);
    const end = tenants.at(-1);
    if (!end || tenants.length < BATCH) return;
    last = end.id;
  }
}

async function countTenant(database: Database, tenantId: TenantId): Promise<void> {
  const lock = 'count calls';
  while (await database.inTenant(tenantId, (tx) => recount(tx, tenantId), { lock }));
}
