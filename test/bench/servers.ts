import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../server/database/embedded-postgres/embedded-postgres.ts';

const PROJECT = resolve(import.meta.dirname, '../..');

/** A server in a process of its own. */
export type BenchServer = { url: string; pid: number; stop(): Promise<void> };

/** A PostgreSQL of the bench's own, with its usual settings: what is written waits for the disk. */
export async function benchPostgres() {
  const dataDir = mkdtempSync(join(tmpdir(), 'kaivox-bench-'));
  const postgres = await startEmbeddedPostgres({ dataDir, log: { ...console, info: () => undefined } });
  return {
    /** Makes an empty database. @returns its URL */
    async database(name: string): Promise<string> {
      const client = new pg.Client({ connectionString: postgres.url });
      await client.connect();
      await client.query(`drop database if exists ${name} with (force)`);
      await client.query(`create database ${name}`);
      await client.end();
      const url = new URL(postgres.url);
      url.pathname = `/${name}`;
      return url.href;
    },
    async stop() {
      await postgres.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** KaiVox itself, as `npm start` runs it. */
export function kaivoxServer(databaseUrl: string, env: Record<string, string> = {}): Promise<BenchServer> {
  return start(['server/main.ts'], /GraphQL +(\S+)\/graphql/, {
    PORT: '0',
    DATABASE_URL: databaseUrl,
    DATA_DIR: mkdtempSync(join(tmpdir(), 'kaivox-bench-data-')),
    DEMO_DATA: 'true',
    DEMO_PASSWORD: 'bench bench bench',
    ADMIN_PASSWORD: 'bench bench bench',
    LOG_LEVEL: 'warn',
    ...env,
  });
}

/** A baseline of this folder; it prints `listening on URL`. */
export function baselineServer(file: string, env: Record<string, string>): Promise<BenchServer> {
  return start([`test/bench/${file}`], /listening on (\S+)/, env);
}

async function start(
  words: string[],
  announcement: RegExp,
  env: Record<string, string>,
): Promise<BenchServer> {
  const node = ['--expose-gc', '--import', './test/bench/gc-on-signal.mjs', '--import', 'tsx'];
  const child: ChildProcess = spawn(process.execPath, [...node, ...words], {
    cwd: PROJECT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { stdout, pid } = child;
  if (!stdout || pid === undefined) throw new Error(`${words.join(' ')} could not be started`);
  const stop = async () => {
    if (child.exitCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  for await (const line of createInterface({ input: stdout })) {
    const [, url] = announcement.exec(line) ?? [];
    if (!url) continue;
    stdout.resume();
    return { url, pid, stop };
  }
  throw new Error(`${words.join(' ')} ended before it listened`);
}

/** Resident memory of a process, in bytes (Linux). */
export function residentBytes(pid: number): number {
  const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) * 1_024;
}
