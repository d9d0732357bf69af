import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { EmbeddedPostgresError } from './error.ts';
import type { Identity } from './identity.ts';
import { launch } from './launch.ts';

/** The cluster's only login role, a superuser. */
export const CLUSTER_USER = 'kaivox';

const run = promisify(execFile);

/** The superuser's password, kept in `DATA_DIR/postgres-password` with mode 0600, made for a new cluster. */
export function clusterPassword(dataDir: string, clusterDir: string): string {
  const path = join(dataDir, 'postgres-password');
  const kept = fs.existsSync(path) ? fs.readFileSync(path, 'utf8').trim() : '';
  if (kept !== '') return kept;
  if (fs.existsSync(clusterDir)) {
    throw new EmbeddedPostgresError(
      `The embedded database's password, ${path}, is missing: put it back, or remove ${clusterDir} to start with an empty database.`,
    );
  }
  const password = randomBytes(24).toString('hex');
  fs.writeFileSync(path, `${password}\n`, { mode: 0o600, flush: true });
  return password;
}

/** What a cluster is made with. */
export type NewCluster = {
  clusterDir: string;
  password: string;
  initdb: string;
  identity: Identity;
  durable: boolean;
};

/**
 * Makes the cluster where there is none. It grows beside its place and moves there once complete, so one that was
 * cut short is never taken for a database.
 */
export async function ensureCluster(cluster: NewCluster): Promise<void> {
  const { clusterDir, identity } = cluster;
  const nursery = `${clusterDir}.new`;
  fs.rmSync(nursery, { recursive: true, force: true });
  if (!fs.existsSync(clusterDir)) {
    fs.mkdirSync(nursery, { mode: 0o700 });
    await initialise(cluster, nursery);
    fs.renameSync(join(nursery, 'cluster'), clusterDir);
    fs.rmSync(nursery, { recursive: true, force: true });
  }
  handOver(clusterDir, identity);
}

async function initialise(
  { password, initdb, identity, durable }: NewCluster,
  nursery: string,
): Promise<void> {
  const passwordFile = join(nursery, 'password');
  fs.writeFileSync(passwordFile, password, { mode: 0o600 });
  handOver(nursery, identity);
  // The builtin provider sorts alike on every machine; the C library's and ICU's order changes with their versions.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = [`--username=${CLUSTER_USER}`, '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  const place = [
    `--pgdata=${join(nursery, 'cluster')}`,
    '--no-instructions',
    ...(durable ? [] : ['--no-sync']),
  ];
  const { file, args, how } = launch(identity, initdb, [...place, ...access, ...locale]);
  try {
    await run(file, args, how);
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
    throw new EmbeddedPostgresError(
      `The embedded database couldn't be made: ${said.trim() || String(error)}`,
    );
  }
}

/** Gives a directory to PostgreSQL's account, e.g. after root copied it; without an account it is ours already. */
function handOver(directory: string, { account }: Identity): void {
  if (!account || fs.statSync(directory).uid === account.uid) return;
  const inside = fs.readdirSync(directory, { recursive: true, encoding: 'utf8' });
  for (const path of [directory, ...inside.map((name) => join(directory, name))]) {
    fs.lchownSync(path, account.uid, account.gid);
  }
}
