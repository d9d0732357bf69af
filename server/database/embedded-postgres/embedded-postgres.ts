import { accessSync, constants, existsSync, mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findBinaries } from './binaries.ts';
import { CLUSTER_USER, clusterPassword, ensureCluster } from './cluster.ts';
import { EmbeddedPostgresError } from './error.ts';
import { chooseIdentity } from './identity.ts';
import { lockDataDir } from './lock.ts';
import { clearRemains } from './orphan.ts';
import { spawnPostmaster } from './postmaster.ts';
import { ensureDatabase } from './readiness.ts';

/** Where the embedded server says what it does. A pino logger fits. */
type EmbeddedPostgresLog = Record<'info' | 'warn' | 'error', (line: string) => void>;

/** What the embedded server is started with. */
export type EmbeddedPostgresOptions = {
  /** Holds the cluster, its password, its log and the lock. Made when missing. */
  dataDir: string;
  log: EmbeddedPostgresLog;
  /** Settings of postgresql.conf, over ours. With `fsync: 'off'` the cluster is also made without syncing. */
  settings?: Record<string, string>;
};

/** A running embedded server. */
export type EmbeddedPostgres = {
  /** Of the database `kaivox`, for a superuser. The port is another after each start. */
  url: string;
  pid: number;
  /** Ends the server in an orderly way and gives up DATA_DIR. May be called again. */
  stop(): Promise<void>;
};

const DATABASE = 'kaivox';

/** Another program took the port that was free, or backends of a killed postmaster are still on their way out. */
const PASSING_TROUBLE = /could not bind|is still in use/;
const ATTEMPTS = 10;
const RETRY_AFTER_MS = 200;

/**
 * Starts PostgreSQL 18 on a cluster in `dataDir`, on loopback only, and returns when it takes connections. Clears up
 * first after a KaiVox that was killed.
 * @throws EmbeddedPostgresError with a sentence for the person who started us.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = prepareDataDir(options.dataDir);
  const unlock = lockDataDir(dataDir);
  try {
    const { url, postmaster } = await start(dataDir, options);
    let stopping: Promise<void> | undefined;
    postmaster.ended.addEventListener('abort', () => {
      if (!stopping) options.log.error(String(postmaster.ended.reason));
    });
    const stop = () => (stopping ??= postmaster.stop().finally(unlock));
    return { url, pid: postmaster.pid, stop };
  } catch (error) {
    unlock();
    throw error;
  }
}

async function start(dataDir: string, { log, settings = {} }: EmbeddedPostgresOptions) {
  const { postgres, initdb } = findBinaries();
  const clusterDir = join(dataDir, 'postgres');
  const identity = chooseIdentity(clusterDir, [dataDir, postgres, initdb]);
  const password = clusterPassword(dataDir, clusterDir);
  if (existsSync(clusterDir)) await clearRemains(clusterDir, log);
  else log.info('Making the embedded database; this takes a few seconds.');
  await ensureCluster({ clusterDir, password, initdb, identity, durable: settings.fsync !== 'off' });

  const run = { program: postgres, identity, clusterDir, logFile: join(dataDir, 'postgres.log'), settings };
  for (let attempt = 1; ; attempt++) {
    const postmaster = await spawnPostmaster(run);
    const url = (database: string) =>
      `postgres://${CLUSTER_USER}:${password}@127.0.0.1:${postmaster.port}/${database}`;
    try {
      await ensureDatabase(url('postgres'), DATABASE, postmaster.ended);
      return { url: url(DATABASE), postmaster };
    } catch (error) {
      await postmaster.stop();
      if (attempt === ATTEMPTS || !PASSING_TROUBLE.test(String(error))) throw error;
      await pause(RETRY_AFTER_MS);
    }
  }
}

function prepareDataDir(path: string): string {
  try {
    // Others may pass through, as PostgreSQL's own user must, but not look around.
    mkdirSync(path, { recursive: true, mode: 0o711 });
    accessSync(path, constants.W_OK);
    return realpathSync(path);
  } catch (error) {
    throw new EmbeddedPostgresError(`DATA_DIR (${path}) can't be written to: ${String(error)}`);
  }
}
