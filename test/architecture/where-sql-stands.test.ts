import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PROJECT } from './depcruise.ts';
import { findSql } from './find-sql.ts';

/** Stores and loaders hold the statements of their tables, and migrations make these. */
const MAY_HOLD_SQL = /\.(store|loaders?)\.ts$|^server\/database\/migrations\//;

const EXCEPTIONS: readonly { file: string; why: string }[] = [
  {
    file: 'server/infra/database.ts',
    why: 'Opens each transaction inside its tenant, enqueues and notifies.',
  },
  { file: 'server/infra/tables.ts', why: 'The pieces that stores put into their statements.' },
  { file: 'server/database/open.ts', why: 'Asks PostgreSQL’s version before there is a mapper.' },
  {
    file: 'server/database/prepare.ts',
    why: 'Holds the migrations’ lock, and makes role and grants after them.',
  },
  {
    file: 'server/database/embedded-postgres/readiness.ts',
    why: 'Makes the database that everything else connects to.',
  },
];

const excepted = EXCEPTIONS.map(({ file }) => file);

test('SQL and Kysely stand in stores, loaders and migrations', () => {
  const files = globSync('server/**/*.ts', { cwd: PROJECT }).filter((file) => !MAY_HOLD_SQL.test(file));
  expect(files.length).toBeGreaterThan(300);
  const strays = files
    .filter((file) => !excepted.includes(file))
    .flatMap((file) => findIn(file).map(({ line, text }) => `${file}:${line} ${text}`));
  expect(strays).toEqual([]);
});

test('an exception is one only while there is SQL in it', () => {
  const present = new Set(globSync('server/**/*.ts', { cwd: PROJECT }));
  expect(excepted.filter((file) => !present.has(file) || findIn(file).length === 0)).toEqual([]);
});

const findIn = (file: string) => findSql(readFileSync(join(PROJECT, file), 'utf8'));

test.each([
  ['a query', `tx.query('select 1')`],
  ['in capitals', `tx.query('SELECT id FROM calls')`],
  ['over lines', 'const LIST = `\n  -- the newest first\n  select id\n    from calls`;'],
  ['after a comment of SQL', 'const ONE = `/* one */ select id from calls`;'],
  ['with a value put in', `const one = \`select \${COLUMNS} from calls where id = $1\`;`],
  ['put together', `const all = 'select ' + columns;`],
  ['in parentheses', 'const some = `(select id from calls)`;'],
  ['with', 'const w = `with due as (select 1) select 2`;'],
  [
    'with, recursively, and columns',
    'const w = `with recursive up (id) as not materialized (values (1)) table up`;',
  ],
  ['insert', `tx.one("insert into calls (id) values ($1)", [id])`],
  ['update', 'const u = `update calls c set silences = 0`;'],
  ['update of a table put in', `const u = \`update "\${table}" set name = $1\`;`],
  ['delete', `const d = \`delete from "\${name}" where tenant_id = $1\`;`],
  ['merge', 'const m = `merge into calls using x on true`;'],
  ['Kysely’s select', `const calls = db.selectFrom('calls');`],
  ['Kysely’s insert', `await tx.db\n  .insertInto('calls')\n  .values(row)\n  .execute();`],
  ['Kysely’s update', `db.updateTable('calls')`],
  ['Kysely’s delete', `db.deleteFrom('calls')`],
  ['Kysely’s function call', `db.selectNoFrom(one)`],
  ['within a common table', `db.with('due', (of) => of.selectFrom('calls'))`],
  ['another statement builder', `orm.em.getKysely()`],
  ['a fragment', 'const isOld = sql`started_at < now()`;'],
  ['a typed fragment', 'const isOld = sql<boolean>`started_at < now()`;'],
  ['Kysely itself', `import { type Kysely, sql as raw } from 'kysely';`],
  ['all of Kysely', `import * as kysely from 'kysely';`],
])('%s is found', (_, source) => {
  expect(findSql(source)).toHaveLength(1);
});

test.each([
  ['a sentence', `const text = 'Select a number, or with the caller’s update, delete from the list.';`],
  ['a short word', `const verbs = ['select', 'insert', 'update', 'delete', 'with'];`],
  ['a sentence of with', `const text = \`with \${name} as the caller\`;`],
  ['a sentence of update', `const text = 'update the settings';`],
  ['a comment', '// select id from calls\n/** delete from calls */'],
  ['a stranger’s fragment', 'const q = gql`query { calls { id } }`;'],
  ['Kysely’s types', `import type { Kysely } from 'kysely';\nimport { type Expression } from 'kysely';`],
  ['a store', `import { listCalls } from './call.store.ts';\nlistCalls(tx, id);`],
])('%s is none', (_, source) => {
  expect(findSql(source)).toEqual([]);
});

test('what is found is told with its line', () => {
  expect(findSql(`const a = 1;\n\nconst b = 'select 1';`)).toEqual([{ line: 3, text: `'select 1'` }]);
});
