import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll } from 'vitest';
import { createOrm } from '../../server/database/orm.ts';
import { prepareDatabase } from '../../server/database/prepare.ts';
import { Database } from '../../server/infra/database.ts';
import { anEmptyDatabase, type TestDatabase } from './database.ts';

/** A database that belongs to a role without any privilege of its own, as a hosted PostgreSQL gives one. */
export async function aPlainOwner(own: TestDatabase): Promise<TestDatabase> {
  const url = new URL(await anEmptyDatabase());
  const role = `plain_${randomUUID().slice(0, 8)}`;
  await own.admin(`create role ${role} login password 'plain' nosuperuser nocreaterole nobypassrls`);
  await own.admin(`alter database ${url.pathname.slice(1)} owner to ${role}`);
  const superuser = new pg.Pool({ connectionString: url.href, max: 2 });
  superuser.on('error', () => undefined);
  url.username = role;
  url.password = 'plain';
  const orm = createOrm({ url: url.href });
  await prepareDatabase(orm, url.href);
  afterAll(async () => {
    await orm.close(true);
    await superuser.end();
  });
  return {
    url: url.href,
    database: await Database.over(orm),
    admin: async <T extends object>(sql: string, parameters: unknown[] = []) =>
      (await superuser.query(sql, parameters)).rows as T[],
  };
}
