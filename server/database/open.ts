import type { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { ConfigError } from '../infra/config.ts';
import { Database } from '../infra/database.ts';
import { createOrm } from './orm.ts';
import { prepareDatabase } from './prepare.ts';

/** PostgreSQL 15 is the first with what the migrations use. */
const OLDEST = 150_000;

/**
 * Connects and brings the database to this version.
 * @param name how the person who started us calls it, such as DATABASE_URL
 * @throws ConfigError with one sentence that names it, and no password, when it can't be used
 */
export async function openDatabase(
  url: string,
  name: string,
): Promise<{ orm: MikroORM; database: Database }> {
  await checkServer(url, name);
  const orm = createOrm({ url });
  try {
    await prepareDatabase(orm, url);
    return { orm, database: await Database.over(orm) };
  } catch (error) {
    await orm.close(true);
    throw new ConfigError(
      `${name} (${placeOf(url)}) could not be brought to this version: ${reasonOf(error)}.`,
    );
  }
}

async function checkServer(url: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string }>(
      `select current_setting('server_version_num') as version`,
    );
    if (Number(rows[0]?.version) < OLDEST) {
      throw new ConfigError(
        `${name} (${placeOf(url)}) is older than PostgreSQL 15, the oldest that KaiVox works with.`,
      );
    }
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    throw new ConfigError(`${name} (${placeOf(url)}) can't be reached: ${reasonOf(error)}.`);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Host, port and database; never the password. */
function placeOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}

function reasonOf(error: unknown): string {
  const [first = error] = error instanceof AggregateError ? error.errors : [];
  const { code, message } = first as { code?: string; message?: string };
  if (code === 'ECONNREFUSED') return 'nothing listens there';
  if (code === 'ENOTFOUND') return 'there is no such host';
  return (message ?? String(first)).split('\n')[0]?.replace(/\.$/, '').slice(0, 200) ?? '';
}
