import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createOrm } from '../../server/database/orm.ts';
import { aDatabase } from '../support/database.ts';

const own = await aDatabase();

/**
 * What the migrations make and entities don't name, as what the mapper would take away to have the database as the
 * entities say. None of it touches a column, its type or its default.
 */
const NOT_THE_ENTITIES: readonly { why: string; takesAway: RegExp }[] = [
  {
    why: 'Foreign keys span the tenant, and entities have no relations: rows are joined by statements.',
    takesAway: /^alter table \S+ drop constraint "\w+_fkey"$/,
  },
  {
    why: 'Checks of words and numbers are what TypeScript’s unions say, once more in the database.',
    takesAway: /^alter table \S+ drop constraint "\w+_check\d*"$/,
  },
  {
    why: 'Unique keys besides the primary one are what upserts name.',
    takesAway: /^alter table \S+ drop constraint "\w+_key"$/,
  },
  {
    why: 'Indexes are descending, partial, or over expressions, and follow the lists that they serve.',
    takesAway: /^drop index \S+$/,
  },
  {
    why: 'Row-level security names the transaction’s settings; tenant-isolation.test.ts looks after it.',
    takesAway: /^(drop policy "\w+" on \S+|alter table \S+ (disable|no force) row level security)$/,
  },
  { why: 'Triggers keep counts, words and marks.', takesAway: /^drop trigger if exists "\w+" on \S+$/ },
  {
    why: 'Functions of triggers and searches.',
    takesAway: /^drop function if exists ("internal"\.)?"\w+"\(.*\)$/,
  },
];

test('the migrations make what the entities say, to the column', async () => {
  expect(await differences(own.url)).toEqual([]);
});

test.each([
  ['a renamed column', 'alter table customers rename heard_name to said_name', /"said_name"/],
  ['a forgotten column', 'alter table turns add mood text', /drop column "mood"/],
  ['a table without an entity', 'create table strays (id uuid primary key)', /drop table if exists "strays"/],
  ['another type', 'alter table calls alter silences type bigint', /"silences" type int/],
  ['a column that may be null', 'alter table calls alter provider_call_id drop not null', /set not null/],
  ['another default', `alter table tenants alter time_zone set default 'UTC'`, /set default 'Asia\/Kolkata'/],
])('%s is a difference', async (_, change, difference) => {
  const changed = await aDatabase();
  await changed.admin(change);
  expect((await differences(changed.url)).join('\n')).toMatch(difference);
});

test('primary keys are the entities’, in their order', async () => {
  const keys = await own.admin<{ table: string; columns: string[] }>(`
    select c.relname as table, array(select a.attname::text from unnest(i.indkey) with ordinality as key (attnum, place)
             join pg_attribute a on a.attrelid = c.oid and a.attnum = key.attnum order by place) as columns
      from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
     where i.indisprimary and n.nspname in ('public', 'internal') and c.relname <> 'kaivox_migrations'`);
  const stored = Object.fromEntries(keys.map(({ table, columns }) => [table, columns]));
  const stated = everyEntity().map((meta) => [
    meta.tableName,
    meta.getPrimaryProps().flatMap(({ fieldNames }) => fieldNames),
  ]);
  expect(Object.fromEntries(stated)).toEqual(stored);
});

test('statements find every column by its property’s name', async () => {
  const readable = everyEntity().filter(({ schema }) => schema !== 'internal');
  expect(readable.length).toBeGreaterThan(35);
  for (const { tableName, props } of readable) {
    const columns = sql.join(props.map(({ name }) => sql.ref(name)));
    const statement = sql`select ${columns} from ${sql.table(tableName)} limit 0`;
    await expect(own.database.asPlatform(({ db }) => statement.execute(db))).resolves.toBeDefined();
  }
});

const everyEntity = () => [...own.database.orm.getMetadata().getAll().values()];

/** What the mapper would change in a database, but for what isn't the entities' to say. */
async function differences(url: string): Promise<string[]> {
  const orm = createOrm({ url });
  try {
    const sql = await orm.schema.getUpdateSchemaSQL({ wrap: false });
    return sql
      .split(';\n')
      .map((statement) => statement.trim().replace(/;$/, ''))
      .filter((statement) => statement !== '' && !/"graphile_worker"/.test(statement))
      .filter((statement) => !NOT_THE_ENTITIES.some(({ takesAway }) => takesAway.test(statement)));
  } finally {
    await orm.close(true);
  }
}
