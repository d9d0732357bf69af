import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import { entities } from './entities.ts';
import { migrationsList } from './migrations/list.ts';
import { PreparingClient } from './preparing-client.ts';
import { rowTypes } from './row-types.ts';

export type OrmOptions = {
  url: string;
  /** Connections at most. */
  poolSize?: number;
  /** Longest run of one statement, in milliseconds. */
  statementTimeoutMs?: number;
};

/** The object-relational mapper over a PostgreSQL; connects at first use. */
export function createOrm({ url, poolSize = 20, statementTimeoutMs = 15_000 }: OrmOptions): MikroORM {
  return new MikroORM({
    clientUrl: url,
    // Takes the database's name from the address, for the migrator's messages.
    dbName: decodeURIComponent(new URL(url).pathname.slice(1)) || 'postgres',
    entities,
    extensions: [Migrator],
    migrations: {
      migrationsList,
      tableName: 'kaivox_migrations',
      snapshot: false,
      transactional: true,
      silent: true,
    },
    pool: { min: 0, max: poolSize },
    driverOptions: {
      Client: PreparingClient,
      connectionTimeoutMillis: 5_000,
      statement_timeout: statementTimeoutMs,
      application_name: 'kaivox',
      types: rowTypes(),
    },
    forceUtcTimezone: true,
    allowGlobalContext: false,
  });
}
