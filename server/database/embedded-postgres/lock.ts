import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedPostgresError } from './error.ts';
import { beginningOf, isRunning } from './processes.ts';

/**
 * Makes this process the one that uses `dataDir`, by the file `kaivox.pid`: the process id, and when it began.
 * A lock whose owner is gone is taken over.
 * @returns what gives the lock back.
 * @throws EmbeddedPostgresError when a living process holds it.
 */
export function lockDataDir(dataDir: string): () => void {
  const path = join(dataDir, 'kaivox.pid');
  const ours = `${process.pid}\n${beginningOf(process.pid) ?? ''}\n`;
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, ours);
  try {
    while (!linked(draft, path)) takeOverIfStale(path, dataDir);
  } finally {
    rmSync(draft, { force: true });
  }
  return () => {
    if (contentOf(path) === ours) rmSync(path, { force: true });
  };
}

/** A link appears with its content or not at all, so another process never reads a half-written lock. */
function linked(draft: string, path: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function takeOverIfStale(path: string, dataDir: string): void {
  const found = contentOf(path);
  if (found === undefined) return;
  refuseIfAlive(found, dataDir);
  // Renamed before it goes, and looked at once more: another KaiVox may have taken it over since it was read.
  const aside = `${path}.stale-${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  const moved = contentOf(aside);
  if (moved !== undefined && moved !== found) linked(aside, path);
  rmSync(aside, { force: true });
}

function refuseIfAlive(lock: string, dataDir: string): void {
  const [id = '', beginning = ''] = lock.split('\n');
  const pid = Number(id);
  if (!Number.isInteger(pid) || pid <= 0 || !isRunning(pid)) return;
  const now = beginningOf(pid);
  if (now !== undefined && beginning !== '' && now !== beginning) return;
  throw new EmbeddedPostgresError(
    `Another KaiVox (process ${pid}) uses DATA_DIR (${dataDir}). Stop it, or give this one a DATA_DIR or a DATABASE_URL.`,
  );
}

function contentOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
