import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { createModules, type Foundation } from './composition.ts';
import { createOrm } from './database/orm.ts';
import { buildKaiVoxSchema } from './graphql/schema.ts';
import { systemClock } from './infra/clock.ts';
import { localUrl, parseConfig } from './infra/config.ts';
import { Database } from './infra/database.ts';
import { createLog } from './infra/log.ts';
import { mergeModules } from './infra/module.ts';
import { Notifications } from './infra/notifications.ts';
import { PublicUrl } from './infra/public-url.ts';
import { Vault } from './infra/secrets.ts';

/** Where clients find the schema, the console's generated types first of all. */
export const SCHEMA_FILE = join(import.meta.dirname, '../shared/schema.graphql');

/**
 * The schema of all capabilities, in an order of its own, so that it only changes where something has changed. Needs
 * no database: the capabilities are made, and never asked for anything.
 */
export function printedSchema(): string {
  const { resolvers } = mergeModules(createModules(unconnected()).all);
  return `${printSchema(lexicographicSortSchema(buildKaiVoxSchema(resolvers)))}\n`;
}

function unconnected(): Foundation {
  const url = 'postgres://unconnected.invalid/kaivox';
  const [config, log] = [parseConfig({}), createLog('silent')];
  return {
    config,
    database: new Database(createOrm({ url }), false),
    notifications: new Notifications(url, log),
    vault: new Vault(randomBytes(32)),
    publicUrl: new PublicUrl(localUrl(config.host, config.port)),
    clock: systemClock,
    log,
  };
}
