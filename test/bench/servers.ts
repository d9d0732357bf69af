import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
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
export async function kaivoxServer(
  databaseUrl: string,
  env: Record<string, string> = {},
): Promise<BenchServer> {
  const server = await start(['server/main.ts'], /GraphQL +(\S+)\/graphql/, {
    PORT: '0',
    DATABASE_URL: databaseUrl,
    DATA_DIR: mkdtempSync(join(tmpdir(), 'kaivox-bench-data-')),
    DEMO_DATA: 'true',
    DEMO_PASSWORD: 'bench bench bench',
    ADMIN_PASSWORD: 'bench bench bench',
    LOG_LEVEL: 'warn',
    ...env,
  });
  await liftBounds(databaseUrl);
  return server;
}

/** A bench calls more often than strangers may. The server is told, as it would be of a change in the console. */
async function liftBounds(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(
    `update tenants set new_calls_a_minute = 100000, calls_at_once = 100000, model_turns_a_day = 1000000000`,
  );
  await client.query(`select pg_notify('tenant_changed', id::text) from tenants`);
  await client.end();
}

/** A baseline of this folder; it prints `listening on URL`. */
export function baselineServer(file: string, env: Record<string, string>): Promise<BenchServer> {
  return start([`test/bench/${file}`], /listening on (\S+)/, env);
}

/** A model in a process of its own (model.ts). `env` has a server ask it. */
export async function modelServer({
  afterMs,
}: {
  /** From a request until its answer begins. */
  afterMs: number;
}): Promise<BenchServer & { env: Record<string, string> }> {
  const model = await start([fileURLToPath(import.meta.resolve('./model.ts'))], /listening on (\S+)/, {
    MODEL_MS: `${afterMs}`,
  });
  return { ...model, env: { OPENAI_API_KEY: 'bench', OPENAI_BASE_URL: `${model.url}/v1` } };
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

/** Linux counts in hundredths of a second for programs, whatever the machine. */
const MS_A_TICK = 10;

/** Time that a process has used of processors since it began, all threads, in milliseconds (Linux). */
export function cpuMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The program's name, in brackets, may hold anything; utime and stime are the 14th and 15th field (proc(5)).
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * MS_A_TICK;
}
