import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { vi } from 'vitest';

const DESKTOP = resolve(import.meta.dirname, '../../desktop');
const BUILT = join(DESKTOP, 'dist/index.html');
const LOCK = join(tmpdir(), `kaivox-console-${DESKTOP.replaceAll('/', '-')}.lock`);
const VITE = resolve(DESKTOP, '../node_modules/vite/bin/vite.js');
const run = promisify(execFile);
const LONGEST_BUILD_MS = 50_000;

/** Builds the console unless that has been done since its sources changed; by one test file for all. */
export async function buildConsole(): Promise<void> {
  await vi.waitUntil(takeLock, { timeout: LONGEST_BUILD_MS, interval: 100 });
  try {
    if (isUpToDate()) return;
    await run(process.execPath, [VITE, 'build', '--config', join(DESKTOP, 'vite.config.ts')], {
      env: asForUse(),
    });
  } finally {
    rmSync(LOCK, { recursive: true, force: true });
  }
}

/** Vitest says that this is a test, and React would come with all its checks. */
function asForUse(): NodeJS.ProcessEnv {
  const { NODE_ENV: _, ...env } = process.env;
  return env;
}

function isUpToDate(): boolean {
  const built = changedAt(BUILT);
  const sources = readdirSync(join(DESKTOP, 'renderer'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return [...sources, join(DESKTOP, 'vite.config.ts')].every((source) => changedAt(source) <= built);
}

/** In milliseconds; 0 where there is no such file. */
const changedAt = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** A directory that holds the process's id; of one that has died, the lock is taken away. */
function takeLock(): boolean {
  try {
    mkdirSync(LOCK);
    writeFileSync(join(LOCK, 'pid'), `${process.pid}`);
    return true;
  } catch {
    if (isAbandoned()) rmSync(LOCK, { recursive: true, force: true });
    return false;
  }
}

function isAbandoned(): boolean {
  try {
    process.kill(Number(readFileSync(join(LOCK, 'pid'), 'utf8')), 0);
    return false;
  } catch {
    // No such process; or its id isn't written yet, which it soon will be.
    return Date.now() - changedAt(LOCK) > 1_000;
  }
}
