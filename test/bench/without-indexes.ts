import type pg from 'pg';

/**
 * Does some work while tables are without their indexes, but for those that others refer to, and makes them again: for
 * millions of rows that is several times as quick as keeping them up to date row by row.
 */
export async function withoutIndexes(
  client: pg.Client,
  tables: readonly string[],
  work: () => Promise<void>,
): Promise<void> {
  const { rows: indexes } = await client.query<{ drop: string; make: string }>(INDEXES, [tables]);
  for (const { drop } of indexes) await client.query(drop);
  await work();
  await client.query(`set local maintenance_work_mem = '512MB'`);
  for (const { make } of indexes) await client.query(make);
}

const INDEXES = `
  select format('drop index %s', i.indexrelid::regclass) as drop, pg_get_indexdef(i.indexrelid) as make
    from pg_index i
   where i.indrelid = any ($1::regclass[])
     and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
  union all
  select format('alter table %s drop constraint %I', c.conrelid::regclass, c.conname),
         format('alter table %s add constraint %I %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid))
    from pg_constraint c
   where c.conrelid = any ($1::regclass[]) and c.contype in ('p', 'u')
     and not exists (select from pg_constraint f where f.contype = 'f' and f.conindid = c.conindid)`;
