import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedPostgresError } from './error.ts';
import { ended, isRunning, signal, tracesOf } from './processes.ts';

/** Orderly first; a postmaster that a client holds up is then told to drop everything, and recovers at its start. */
const ENDINGS = [
  { name: 'SIGINT', patienceMs: 10_000 },
  { name: 'SIGQUIT', patienceMs: 10_000 },
] as const;

/**
 * Clears the way after a KaiVox that was killed: its PostgreSQL, when that still runs, is stopped, and a lock file
 * naming a process that is no PostgreSQL is removed. One naming a dead process is left for PostgreSQL itself, which
 * first makes sure by it that no backend has outlived its postmaster.
 * Only for the holder of DATA_DIR's lock.
 */
export async function clearRemains(clusterDir: string, log: { warn(line: string): void }): Promise<void> {
  const lockFile = join(clusterDir, 'postmaster.pid');
  if (!existsSync(lockFile)) return;
  const pid = Number(readFileSync(lockFile, 'utf8').split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 0) return rmSync(lockFile, { force: true });
  if (!isRunning(pid)) return;
  if (!servesCluster(pid, clusterDir)) return rmSync(lockFile, { force: true });
  log.warn(`Stopping the embedded PostgreSQL (process ${pid}) that a killed KaiVox left behind.`);
  await endPostmaster(pid);
}

/** Stops a postmaster and waits for its end. @throws EmbeddedPostgresError when it won't end. */
export async function endPostmaster(pid: number): Promise<void> {
  for (const { name, patienceMs } of ENDINGS) {
    signal(pid, name);
    if (await ended(pid, patienceMs)) return;
  }
  throw new EmbeddedPostgresError(`The embedded PostgreSQL (process ${pid}) doesn't stop; end it by hand.`);
}

/** Not just any PostgreSQL: the machine's own may have been given the process id meanwhile. */
function servesCluster(pid: number, clusterDir: string): boolean {
  const { command, directory } = tracesOf(pid);
  return command.includes('postgres') && (command.includes(` -D ${clusterDir} `) || directory === clusterDir);
}
