import { z } from 'zod';
import type { Database } from '../../infra/database.ts';
import { type TenantId, writtenTenantId } from '../../infra/ids.ts';
import {
  deleteSome,
  deleteTenant,
  isToBeErased,
  type TenantTable,
  tenantTables,
} from './tenant-tables.store.ts';

export const ERASE_TENANT = 'erase-tenant';
const payload = z.object({ tenantId: writtenTenantId });
export type EraseTenant = z.infer<typeof payload>;

/** Rows deleted in one transaction. A call takes its turns, exchanges and all that it came to with it. */
const BATCH = 1_000;
const CALLS_BATCH = 200;

/** Deletes all rows of a tenant that is to be erased, bit by bit, and at last the tenant. Goes on where it stopped. */
export async function eraseTenant(database: Database, given: unknown): Promise<void> {
  const { tenantId } = payload.parse(given);
  const tables = await database.inTenant(
    tenantId,
    async (tx) => (await isToBeErased(tx, tenantId)) && (await tenantTables(tx)),
  );
  if (!tables) return;
  for (const table of tables.toSorted(callsFirst)) await empty(database, tenantId, table);
  // With what calls and admins added meanwhile.
  await database.inTenant(tenantId, (tx) => deleteTenant(tx, tenantId, tables));
}

async function empty(database: Database, tenantId: TenantId, table: TenantTable): Promise<void> {
  const limit = table.name === 'calls' ? CALLS_BATCH : BATCH;
  for (;;) {
    const deleted = await database.inTenant(tenantId, (tx) => deleteSome(tx, tenantId, table, limit));
    if (deleted < limit) return;
  }
}

/** What hangs on calls goes with them, without looking for each row's call again. */
const callsFirst = (one: TenantTable, other: TenantTable): number =>
  Number(other.name === 'calls') - Number(one.name === 'calls');
