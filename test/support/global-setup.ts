import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../../server/database/embedded-postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A superuser's URL to the run's PostgreSQL; each test file makes databases of its own there. */
    postgresAdminUrl: string;
  }
}

/** Nothing here needs to outlive a power cut, so nothing waits for the disk. */
const settings = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '200' };

/** Starts one PostgreSQL for the whole run. @returns what ends it. */
export default async function startPostgres({ provide }: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'kaivox-test-'));
  chmodSync(dataDir, 0o711);
  const postgres = await startEmbeddedPostgres({
    dataDir,
    log: { ...console, info: () => undefined },
    settings,
  });
  provide('postgresAdminUrl', postgres.url);
  return async () => {
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
