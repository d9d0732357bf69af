import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { EmbeddedPostgresError } from './error.ts';

const TRY_EVERY_MS = 25;

/** Recovery after a crash replays the log and may take a while. */
const READY_WITHIN_MS = 300_000;

/** SQLSTATE cannot_connect_now: starting up, or recovering. */
const STARTING_UP = '57P03';
const WRONG_PASSWORD = '28P01';

async function connectWhenReady(url: string, stopped: AbortSignal): Promise<pg.Client> {
  for (const until = Date.now() + READY_WITHIN_MS; ; await pause(TRY_EVERY_MS)) {
    stopped.throwIfAborted();
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(() => undefined);
      const code = error instanceof pg.DatabaseError ? error.code : STARTING_UP;
      if (code === STARTING_UP && Date.now() < until) continue;
      throw new EmbeddedPostgresError(
        code === WRONG_PASSWORD ? PASSWORD_CHANGED : `The embedded database refuses us: ${error}`,
      );
    }
  }
}

const PASSWORD_CHANGED =
  "The password in DATA_DIR/postgres-password is not the embedded database's: put back the one it was made with.";

/**
 * Makes the database `name` unless it is there, as soon as the server at `url` takes connections.
 * @throws EmbeddedPostgresError when it refuses us, and the signal's reason when `stopped` aborts first.
 */
export async function ensureDatabase(url: string, name: string, stopped: AbortSignal): Promise<void> {
  const client = await connectWhenReady(url, stopped);
  try {
    const found = await client.query('select from pg_database where datname = $1', [name]);
    if (found.rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}
