import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../../../server/database/embedded-postgres/embedded-postgres.ts';
import { EmbeddedPostgresError } from '../../../../server/database/embedded-postgres/error.ts';
import { ended, isRunning } from '../../../../server/database/embedded-postgres/processes.ts';

// One cluster for all tests, each of which starts it on what the one before left. Its parent is closed to others,
// as `mktemp -d` makes it.
const home = mkdtempSync(join(tmpdir(), 'kaivox-embedded-'));
const dataDir = join(home, 'data');
const cluster = join(dataDir, 'postgres');
const settings = { fsync: 'off' };

let said: string[] = [];
const log = {
  info: (line: string) => said.push(line),
  warn: (line: string) => said.push(line),
  error: (line: string) => said.push(line),
};
const running: EmbeddedPostgres[] = [];

async function start(more: Record<string, string> = {}): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataDir, log, settings: { ...settings, ...more } });
  running.push(postgres);
  return postgres;
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows.flat();
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  mkdirSync(join(`${cluster}.new`, 'cluster'), { recursive: true });
  writeFileSync(join(`${cluster}.new`, 'cluster', 'PG_VERSION'), '18\n');
  const postgres = await start();
  await query(postgres.url, 'create table kept as select 1 as row');
  await postgres.stop();
});
beforeEach(() => {
  said = [];
});
afterEach(() => Promise.all(running.splice(0).map((postgres) => postgres.stop())));
afterAll(() => rmSync(home, { recursive: true, force: true }));

test('a cluster whose making was cut short is made anew, and keeps its data after that', async () => {
  expect(existsSync(`${cluster}.new`)).toBe(false);
  const { url } = await start();
  expect(await query(url, 'select row from kept')).toEqual([1]);
  expect(await query(url, 'show server_version_num')).toEqual([expect.stringMatching(/^18/)]);
});

test('it listens on loopback, knows Unicode, and lets no client in without the password', async () => {
  const { url } = await start();
  expect(
    await query(
      url,
      "select current_setting('listen_addresses'), current_setting('unix_socket_directories')",
    ),
  ).toEqual(['127.0.0.1', '']);
  expect(await query(url, "select upper('ä'), current_setting('server_encoding')")).toEqual(['Ä', 'UTF8']);
  const stranger = new URL(url);
  stranger.password = 'guess';
  await expect(query(stranger.href, 'select 1')).rejects.toThrow(/password authentication failed/);
  expect(statSync(join(dataDir, 'postgres-password')).mode & 0o777).toBe(0o600);
});

test('stopping is done once, ends the process and gives the directory up', async () => {
  const postgres = await start();
  await Promise.all([postgres.stop(), postgres.stop()]);
  expect(isRunning(postgres.pid)).toBe(false);
  expect(existsSync(join(dataDir, 'kaivox.pid'))).toBe(false);
  expect(said).toEqual([]);
});

test('a second KaiVox is refused while the first one lives', async () => {
  const first = await start();
  await expect(start()).rejects.toThrow(
    `Another KaiVox (process ${process.pid}) uses DATA_DIR (${dataDir}).`,
  );
  expect(await query(first.url, 'select 1')).toEqual([1]);
});

test('a lock is taken over from a dead owner, whose number another process has by now', async () => {
  writeFileSync(join(dataDir, 'kaivox.pid'), `${process.ppid}\nlong ago\n`);
  await expect(start()).resolves.toBeDefined();
});

test.each([
  ['is dead', async () => (await aDeadProcess()).pid],
  ['is no PostgreSQL', async () => process.ppid],
])("PostgreSQL's own lock doesn't matter when its owner %s", async (_, owner) => {
  writeFileSync(join(cluster, 'postmaster.pid'), `${await owner()}\n${cluster}\n1\n5432\n\n\n\n`);
  const { url } = await start();
  expect(await query(url, 'select row from kept')).toEqual([1]);
});

test('the PostgreSQL of a KaiVox that was killed is stopped, and its data is there', async () => {
  const orphan = await anOrphan();
  const { url, pid } = await start();
  expect(isRunning(orphan)).toBe(false);
  expect(pid).not.toBe(orphan);
  expect(said).toEqual([expect.stringContaining(`(process ${orphan})`)]);
  expect(await query(url, 'select row from kept')).toEqual([1]);
});

test('its end that the server didn’t ask for is logged with its last words', async () => {
  const { pid } = await start();
  process.kill(pid, 'SIGTERM');
  expect(await ended(pid, 5_000)).toBe(true);
  await expect.poll(() => said).toEqual([expect.stringMatching(/ended.*database system is shut down/s)]);
});

test('why it would not start is told in its own words', async () => {
  const start = startEmbeddedPostgres({ dataDir, log, settings: { shared_buffers: 'lots' } });
  await expect(start).rejects.toThrow(/ended \(exit code 1\).*invalid value for parameter "shared_buffers"/s);
});

test.each([
  ['missing', () => undefined, /postgres-password, is missing: put it back/],
  [
    'another',
    () => writeFileSync(join(dataDir, 'postgres-password'), 'another\n'),
    /is not the embedded database's/,
  ],
])('a %s password is named as the trouble', async (_, change, wanted) => {
  const path = join(dataDir, 'postgres-password');
  renameSync(path, `${path}.kept`);
  change();
  await expect(start()).rejects.toThrow(wanted);
  renameSync(`${path}.kept`, path);
});

test('a DATA_DIR that is a file is named as the trouble', async () => {
  const file = join(home, 'file');
  writeFileSync(file, '');
  const start = startEmbeddedPostgres({ dataDir: file, log });
  await expect(start).rejects.toThrow(EmbeddedPostgresError);
  await expect(start).rejects.toThrow(`DATA_DIR (${file})`);
});

test.runIf(process.getuid?.() === 0)(
  'started by root below a closed directory, it runs as somebody else',
  async () => {
    expect(statSync(home).mode & 0o777).toBe(0o700);
    const { pid } = await start();
    const [, uid] = /^Uid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    expect(Number(uid)).toBeGreaterThan(0);
    expect(statSync(cluster).uid).toBe(Number(uid));
  },
);

async function aDeadProcess(): Promise<{ pid: number | undefined }> {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  await once(child, 'exit');
  return { pid: child.pid };
}

/** Starts the embedded PostgreSQL in another process and kills that. @returns PostgreSQL's process id. */
async function anOrphan(): Promise<number> {
  const module = resolve(
    import.meta.dirname,
    '../../../../server/database/embedded-postgres/embedded-postgres.ts',
  );
  const script = `import { startEmbeddedPostgres } from ${JSON.stringify(module)};
    const { pid } = await startEmbeddedPostgres(${JSON.stringify({ dataDir, settings })});
    console.log(pid);
    setInterval(() => {}, 1000);`;
  const args = ['--import', 'tsx', '--input-type=module', '--eval', script];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line]: unknown[] = await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
  const pid = Number(String(line));
  expect(isRunning(pid)).toBe(true);
  return pid;
}
