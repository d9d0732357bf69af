import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../../server/database/embedded-postgres/embedded-postgres.ts';
import { createOrm } from '../../server/database/orm.ts';
import { prepareDatabase } from '../../server/database/prepare.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A superuser's URL to the run's PostgreSQL; each test file makes databases of its own there. */
    postgresAdminUrl: string;
    /** A migrated database, to be copied and never connected to. */
    templateDatabase: string;
  }
}

const TEMPLATE = 'kaivox_template';

/** Nothing here needs to outlive a power cut, so nothing waits for the disk. */
const settings = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '200' };

/** Starts one PostgreSQL for the whole run, for the first project that needs it. @returns what ends it. */
export default async function startPostgres({
  vitest,
}: TestProject): Promise<(() => Promise<void>) | undefined> {
  // Projects set up one after the other, and all know what the root provides.
  const run = vitest.getRootProject();
  if (run.getProvidedContext().templateDatabase !== undefined) return;
  const dataDir = mkdtempSync(join(tmpdir(), 'kaivox-test-'));
  chmodSync(dataDir, 0o711);
  const postgres = await startEmbeddedPostgres({
    dataDir,
    log: { ...console, info: () => undefined },
    settings,
  });
  await makeTemplate(postgres.url);
  run.provide('postgresAdminUrl', postgres.url);
  run.provide('templateDatabase', TEMPLATE);
  return async () => {
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}

async function makeTemplate(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  await client.query(`create database ${TEMPLATE}`);
  await client.end();
  const url = new URL(adminUrl);
  url.pathname = `/${TEMPLATE}`;
  const orm = createOrm({ url: url.href });
  try {
    await prepareDatabase(orm, url.href);
  } finally {
    await orm.close(true);
  }
}
