import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import { HotStatement, hotStatements, int4, nullable, text, uuid } from '../../server/infra/hot-statement.ts';
import { aDatabase, type TestDatabase } from '../support/database.ts';

const SERVER = resolve(import.meta.dirname, '../../server');
const STORES = globSync('**/*.{store,loader,loaders}.ts', { cwd: SERVER });

for (const store of STORES) await import(join(SERVER, store));

const statements = [...hotStatements];
const own = await aDatabase();

test('SQL that a database is not asked about stands nowhere', () => {
  const stated = (file: string, how: RegExp) =>
    readFileSync(join(SERVER, file), 'utf8').match(how)?.length ?? 0;
  const where = globSync('**/*.ts', { cwd: SERVER }).filter(
    (file) =>
      file !== 'infra/hot-statement.ts' && stated(file, /\bHotStatement\(|\b(hot|prepared)Statement\(/g) > 0,
  );
  expect(where.filter((file) => !STORES.includes(file))).toEqual([]);
  for (const file of where) {
    const atTheTop = stated(file, /^(export )?const \w+ = (hot|prepared)Statement\(/gm);
    expect(stated(file, /\b(hot|prepared)Statement\(/gi), `${file} states them at the top`).toBe(atTheTop);
  }
  const atAll = where.map((file) => stated(file, /\b(hot|prepared)Statement\(/g));
  expect(statements).toHaveLength(atAll.reduce((sum, amount) => sum + amount, 0));
});

test.each(statements.map((statement) => [beginningOf(statement), statement] as const))(
  '%s takes and gives what PostgreSQL says',
  async (_, statement) => {
    expect(await describedBy(own, statement)).toEqual(declaredBy(statement));
  },
);

const PLANTED = `select id, hangup_cause as cause from calls where tenant_id = $1 and silences > $2`;
const takes = { tenantId: uuid(), silences: int4() };

test.each([
  ['another type', { id: text(), cause: nullable(text()) }, takes, /^gives id uuid$/],
  ['a forgotten column', { id: uuid() }, takes, /^gives cause text or null$/],
  ['a column that may be null', { id: uuid(), cause: text() }, takes, /^gives cause text or null$/],
  ['a parameter’s type', { id: uuid(), cause: nullable(text()) }, { a: uuid(), b: text() }, /^takes 2 int/],
  ['a forgotten parameter', { id: uuid(), cause: nullable(text()) }, { a: uuid() }, /^takes 2 int/],
])('%s is a difference', async (_, columns, parameters, difference) => {
  const planted = new HotStatement(PLANTED, columns, parameters);
  const declared = declaredBy(planted);
  const described = await describedBy(own, planted);
  expect(described.filter((line) => !declared.includes(line)).join('\n')).toMatch(difference);
});

test('a statement that names a column which a migration renamed fails', async () => {
  const changed = await aDatabase();
  await changed.admin('alter table calls rename silences to quiet_turns');
  const planted = new HotStatement(PLANTED, {}, {});
  await expect(describedBy(changed, planted)).rejects.toThrow('column "silences" does not exist');
});

function beginningOf({ sql }: HotStatement): string {
  return sql.replaceAll(/\s+/g, ' ').trim().slice(0, 80);
}

/** What a statement is said to take and give, a line each. */
function declaredBy({ columns, parameters }: HotStatement): string[] {
  const gives = Object.entries(columns).map(
    ([name, { name: type, isNullable }]) => `gives ${name} ${type}${isNullable ? ' or null' : ''}`,
  );
  return [
    ...gives.sort(),
    ...Object.values(parameters).map(({ name }, index) => `takes ${index + 1} ${name}`),
  ];
}

/**
 * The same as PostgreSQL has it, without running the statement. What a table's column allows to be null may be; of
 * others PostgreSQL doesn't tell, and what is declared holds.
 */
async function describedBy({ url, admin }: TestDatabase, statement: HotStatement): Promise<string[]> {
  const { columns, parameters } = await describe(url, statement.sql);
  const types = new Map(
    (
      await admin<{ oid: number; name: string }>('select oid, format_type(oid, null) as name from pg_type')
    ).map(({ oid, name }) => [oid, name]),
  );
  const optional = await admin<{ table: number; column: number }>(
    `select attrelid as table, attnum as column from pg_attribute
      where not attnotnull and attnum > 0 and attrelid = any($1)`,
    [columns.map(({ tableID }) => tableID)],
  );
  const gives = columns.map(({ name, dataTypeID, tableID, columnID }) => {
    const mayBeNull =
      statement.columns[name]?.isNullable ||
      optional.some(({ table, column }) => table === tableID && column === columnID);
    return `gives ${name} ${types.get(dataTypeID)}${mayBeNull ? ' or null' : ''}`;
  });
  return [...gives.sort(), ...parameters.map((type, index) => `takes ${index + 1} ${types.get(type)}`)];
}

/** Has PostgreSQL parse and describe a statement, which `pg` itself only does on the way to running it. */
async function describe(
  url: string,
  text: string,
): Promise<{ columns: pg.FieldDef[]; parameters: number[] }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await new Promise((resolve, reject) => {
      let columns: pg.FieldDef[] = [];
      let parameters: number[] = [];
      client.query({
        submit(connection) {
          connection.once('parameterDescription', (message: { dataTypeIDs: number[] }) => {
            parameters = message.dataTypeIDs;
          });
          connection.parse({ name: '', text, types: [] }, true);
          connection.describe({ type: 'S', name: '' }, true);
          connection.sync();
        },
        handleRowDescription({ fields }: { fields: pg.FieldDef[] }) {
          columns = fields;
        },
        handleParseComplete() {},
        handleError: reject,
        handleReadyForQuery: () => resolve({ columns, parameters }),
      });
    });
  } finally {
    await client.end();
  }
}
