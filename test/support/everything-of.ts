import type { TestDatabase } from './database.ts';

/**
 * Every row of a tenant in every table that has tenants' rows, each as text.
 * @param except tables that aren't looked at
 */
export async function everythingOf(
  { admin }: TestDatabase,
  tenantId: string,
  { except = [] }: { except?: readonly string[] } = {},
): Promise<string[]> {
  const tables = await admin<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.columns
      where column_name = 'tenant_id' and table_schema in ('public', 'internal') and table_name <> all ($1)
     union all select 'public.tenants'`,
    [except],
  );
  const rows = await Promise.all(
    tables.map(({ name }) => {
      const owner = name === 'public.tenants' ? 'id' : 'tenant_id';
      return admin<{ row: string }>(
        `select '${name} ' || t::text as row from ${name} t where ${owner} = $1`,
        [tenantId],
      );
    }),
  );
  return rows
    .flat()
    .map(({ row }) => row)
    .sort();
}
