import pg from 'pg';
import { expect, test } from 'vitest';
import { migrationsList } from '../../../server/database/migrations/list.ts';
import { openDatabase } from '../../../server/database/open.ts';
import { createOrm } from '../../../server/database/orm.ts';
import { ConfigError } from '../../../server/infra/config.ts';
import { anEmptyDatabase } from '../../support/database.ts';

test('migrations are numbered from 1 on, each number once, in the order in which they run', () => {
  const numbers = migrationsList.map(({ name }) => Number(/^(\d{4})-[a-z-]+$/.exec(name)?.[1]));
  expect(numbers).toEqual(migrationsList.map((_, index) => index + 1));
});

test('an empty database is brought to this version, and again without harm', async () => {
  const url = await anEmptyDatabase();
  for (const _ of ['once', 'twice']) {
    const { orm, database } = await openDatabase(url, 'DATABASE_URL');
    const [settings] = await database.asPlatform(({ db }) =>
      db.selectFrom('platformSettings').select('onlyRow').execute(),
    );
    expect(settings).toEqual({ onlyRow: true });
    await orm.close(true);
  }
});

test('a database that the first migration alone made is brought to this version', async () => {
  const url = await anEmptyDatabase();
  const before = createOrm({ url });
  await before.migrator.up({ to: '0001-baseline' });
  await before.close(true);

  const { orm, database } = await openDatabase(url, 'DATABASE_URL');
  expect(await orm.migrator.getPending()).toEqual([]);
  const calls = database.asPlatform(({ db }) => db.selectFrom('calls').select('hangupSource').execute());
  await expect(calls).resolves.toEqual([]);
  await orm.close(true);
});

test('a database that another version’s migrations made is refused in one sentence, and left as it is', async () => {
  const url = await anEmptyDatabase();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('create table kaivox_migrations (id serial, name text, executed_at timestamptz)');
  await client.query(`insert into kaivox_migrations (name) values ('0001-first-house')`);

  const error = await openDatabase(url, 'DATABASE_URL').catch((reason: unknown) => reason);

  expect(error).toBeInstanceOf(ConfigError);
  expect(String(error)).toMatch(
    /^ConfigError: DATABASE_URL \(.*\) could not be brought to this version: it was made by a version that this one does not know \(migration 0001-first-house\): give this version an empty database\.$/,
  );
  const { rows } = await client.query(`select from pg_tables where tablename = 'tenants'`);
  expect(rows).toEqual([]);
  await client.end();
});
