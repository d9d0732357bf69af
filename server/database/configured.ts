import type { Config } from '../infra/config.ts';
import type { Log } from '../infra/log.ts';
import { startEmbeddedPostgres } from './embedded-postgres/embedded-postgres.ts';

/** Where the database is, and its name in sentences for the operator. Disposing ends it, where it is ours. */
export type ConfiguredDatabase = AsyncDisposable & { url: string; name: string };

/**
 * DATABASE_URL's, or the embedded PostgreSQL, which is started.
 * @throws EmbeddedPostgresError with a sentence
 */
export async function configuredDatabase(config: Config, log: Log): Promise<ConfiguredDatabase> {
  if (config.databaseUrl !== undefined) {
    return { url: config.databaseUrl, name: 'DATABASE_URL', [Symbol.asyncDispose]: async () => undefined };
  }
  const postgres = await startEmbeddedPostgres({
    dataDir: config.dataDir,
    log: {
      info: (line) => process.stderr.write(`${line}\n`),
      warn: (line) => log.warn(line),
      error: (line) => log.error(line),
    },
  });
  return { url: postgres.url, name: 'The embedded database', [Symbol.asyncDispose]: () => postgres.stop() };
}
