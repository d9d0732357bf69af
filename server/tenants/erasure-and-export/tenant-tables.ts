import type { Tx } from '../../infra/database.ts';

/** A table with rows of tenants. */
export type TenantTable = {
  name: string;
  /** The primary key's columns, with their types. */
  key: { column: string; type: string }[];
  /** Columns of bytes: sealed secrets, and hashes. */
  bytes: string[];
};

/**
 * All tables with rows of tenants but `tenants` itself, as the database has them: a new one can't be forgotten. Rows
 * without a foreign key outlive their tenant on purpose, as those of the audit log, and of files yet to be removed.
 */
export function tenantTables(tx: Tx): Promise<TenantTable[]> {
  return tx.query<TenantTable>(TABLES);
}

const TABLES = `
  select c.relname as name,
         (select json_agg(json_build_object('column', a.attname, 'type', format_type(a.atttypid, a.atttypmod))
                          order by k.position)
            from pg_index i
            cross join unnest(i.indkey) with ordinality k (attnum, position)
            join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
           where i.indrelid = c.oid and i.indisprimary) as key,
         array(select a.attname::text from pg_attribute a
                where a.attrelid = c.oid and a.atttypid = 'bytea'::regtype and not a.attisdropped) as bytes
    from pg_class c
    join pg_attribute t on t.attrelid = c.oid and t.attname = 'tenant_id' and not t.attisdropped
   where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
     and exists (select from pg_constraint f where f.conrelid = c.oid and f.contype = 'f' and t.attnum = any (f.conkey))
   order by c.relname`;
