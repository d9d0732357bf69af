import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { createOrm } from '../../server/database/orm.ts';
import { Database } from '../../server/infra/database.ts';

/** A migrated database of a test file's own, on the run's PostgreSQL. */
export type TestDatabase = {
  url: string;
  database: Database;
  /** Runs SQL as a superuser, past row-level security, for looking and for making a mess. */
  admin<T extends object = Record<string, unknown>>(sql: string, parameters?: unknown[]): Promise<T[]>;
};

/** Makes a database by copying the template, and drops it after the file's last test. */
export async function aDatabase(): Promise<TestDatabase> {
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  const url = await copyTemplate(name);
  const orm = createOrm({ url, poolSize: 10 });
  const pool = new pg.Pool({ connectionString: url, max: 4 });
  // Dropping a database while a connection goes away is no failure of a test.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  afterAll(async () => {
    await orm.close(true);
    await pool.end();
    await onServer(`drop database if exists ${name} with (force)`);
  });
  return {
    url,
    database: await Database.over(orm),
    admin: async <T extends object>(sql: string, parameters: unknown[] = []) =>
      (await pool.query(sql, parameters)).rows as T[],
  };
}

/** Makes an empty database that is not even migrated. @returns its URL */
export async function anEmptyDatabase(): Promise<string> {
  const name = `e_${randomUUID().replaceAll('-', '')}`;
  await onServer(`create database ${name}`);
  afterAll(() => onServer(`drop database if exists ${name} with (force)`));
  return urlOf(name);
}

async function copyTemplate(name: string): Promise<string> {
  await onServer(`create database ${name} template ${inject('templateDatabase')}`);
  return urlOf(name);
}

function urlOf(name: string): string {
  const url = new URL(inject('postgresAdminUrl'));
  url.pathname = `/${name}`;
  return url.href;
}

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresAdminUrl') });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
