import { sql } from 'kysely';
import type { Tx } from '../../infra/database.ts';
import type { TenantId } from '../../infra/ids.ts';

/** A table with rows of tenants. */
export type TenantTable = {
  name: string;
  /** The primary key's columns, with their types. */
  key: { column: string; type: string }[];
  /** Columns of bytes: sealed secrets, and hashes. */
  bytes: string[];
};

/** A table of PostgreSQL's own names: they come from its catalogue alone, never from a request. */
type Named = Pick<TenantTable, 'name' | 'key'>;

/**
 * All tables with rows of tenants but `tenants` itself, as the database has them: a new one can't be forgotten. Rows
 * without a foreign key outlive their tenant on purpose, as those of the audit log, and of files yet to be removed.
 */
export async function tenantTables({ db }: Tx): Promise<TenantTable[]> {
  const { rows } = await sql<TenantTable>`
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
   order by c.relname`.execute(db);
  return rows;
}

const columnsOf = ({ key }: Named, prefix = '') =>
  sql.join(key.map(({ column }) => sql.ref(`${prefix}${column}`)));

/** Deletes `limit` of a tenant's rows at most. @returns how many it were */
export async function deleteSome(
  { db }: Tx,
  tenantId: TenantId,
  table: Named,
  limit: number,
): Promise<number> {
  const columns = columnsOf(table);
  const { rows } = await sql`
    delete from ${sql.table(table.name)} where (${columns}) in
      (select ${columns} from ${sql.table(table.name)} where tenant_id = ${tenantId} limit ${limit})
    returning 1`.execute(db);
  return rows.length;
}

/** Deletes what is left of a tenant in these tables, and the tenant. */
export async function deleteTenant({ db }: Tx, tenantId: TenantId, tables: readonly Named[]): Promise<void> {
  for (const { name } of tables)
    await sql`delete from ${sql.table(name)} where tenant_id = ${tenantId}`.execute(db);
  await db.deleteFrom('tenants').where('id', '=', tenantId).execute();
}

/** Whether a tenant was marked to be erased, and is still there. */
export async function isToBeErased({ db }: Tx, tenantId: TenantId): Promise<boolean> {
  const tenant = await db
    .selectFrom('tenants')
    .select('id')
    .where('id', '=', tenantId)
    .where('erasingSince', 'is not', null)
    .executeTakeFirst();
  return tenant !== undefined;
}

/** A row as JSON, and its place in its table: its primary key, as text. */
export type Line = { line: string; place: string[] };

/**
 * A tenant's rows in the order of the primary key, beginning after the last one's, without passwords and bytes.
 * @param owner the column with the tenant's id
 */
export async function readLines(
  { db }: Tx,
  tenantId: TenantId,
  {
    table,
    owner,
    after,
    limit,
  }: { table: TenantTable; owner: string; after: string[] | undefined; limit: number },
): Promise<Line[]> {
  const columns = columnsOf(table, 't.');
  const place = sql.join(table.key.map(({ column }) => sql`${sql.ref(`t.${column}`)}::text`));
  const beginning = sql.join(table.key.map(({ type }, index) => sql`${after?.[index]}::${sql.raw(type)}`));
  const { rows } = await sql<Line>`
    select (to_jsonb(t) - ${[...table.bytes, 'password_hash']}::text[])::text as line, array[${place}] as place
      from ${sql.table(table.name)} t
     where ${sql.ref(`t.${owner}`)} = ${tenantId} and ${after ? sql`(${columns}) > (${beginning})` : sql`true`}
     order by ${columns} limit ${limit}`.execute(db);
  return rows;
}
