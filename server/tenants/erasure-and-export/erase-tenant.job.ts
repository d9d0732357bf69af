import { z } from 'zod';
import type { Database } from '../../infra/database.ts';
import { type TenantTable, tenantTables } from './tenant-tables.ts';

export const ERASE_TENANT = 'erase-tenant';
const payload = z.object({ tenantId: z.uuid() });
export type EraseTenant = z.infer<typeof payload>;

/** Rows deleted in one transaction. A call takes its turns, exchanges and all that it came to with it. */
const BATCH = 1_000;
const CALLS_BATCH = 200;

/** Deletes all rows of a tenant that is to be erased, bit by bit, and at last the tenant. Goes on where it stopped. */
export async function eraseTenant(database: Database, given: unknown): Promise<void> {
  const { tenantId } = payload.parse(given);
  const tables = await database.inTenant(tenantId, async (tx) => {
    const isMeant = await tx.one('select from tenants where id = $1 and erasing_since is not null', [
      tenantId,
    ]);
    return isMeant && (await tenantTables(tx));
  });
  if (!tables) return;
  for (const table of tables.toSorted(callsFirst)) await empty(database, tenantId, table);
  await database.inTenant(tenantId, async (tx) => {
    // Whatever came in meanwhile.
    for (const { name } of tables) await tx.query(`delete from "${name}" where tenant_id = $1`, [tenantId]);
    await tx.query('delete from tenants where id = $1', [tenantId]);
  });
}

async function empty(database: Database, tenantId: string, { name, key }: TenantTable): Promise<void> {
  const columns = key.map(({ column }) => `"${column}"`).join(', ');
  const limit = name === 'calls' ? CALLS_BATCH : BATCH;
  const sql = `delete from "${name}" where (${columns}) in (select ${columns} from "${name}" where tenant_id = $1 limit ${limit})
    returning 1`;
  for (;;) {
    const deleted = await database.inTenant(tenantId, (tx) => tx.query(sql, [tenantId]));
    if (deleted.length < limit) return;
  }
}

/** What hangs on calls goes with them, without looking for each row's call again. */
const callsFirst = (one: TenantTable, other: TenantTable): number =>
  Number(other.name === 'calls') - Number(one.name === 'calls');
