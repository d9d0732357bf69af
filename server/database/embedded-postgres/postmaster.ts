import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { EmbeddedPostgresError } from './error.ts';
import type { Identity } from './identity.ts';
import { launch } from './launch.ts';
import { endPostmaster } from './orphan.ts';
import { signal } from './processes.ts';

/** What a postmaster is started with. */
export type PostmasterOptions = {
  program: string;
  identity: Identity;
  clusterDir: string;
  logFile: string;
  settings: Record<string, string>;
};

/** A postmaster that was spawned; whether it takes connections is for `connectWhenReady` to find out. */
export type Postmaster = {
  pid: number;
  port: number;
  /** Aborts when the process ends, with an EmbeddedPostgresError that holds its last words. */
  ended: AbortSignal;
  stop(): Promise<void>;
};

/** How many lines of the log go into an error. */
const LAST_WORDS = 5;

/** Reached through loopback only, and only with the password. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // One line every five minutes would fill the disk of an operator who doesn't rotate the log.
  log_checkpoints: 'off',
};

/** Spawns a postmaster on a free port, in a process group of its own: Ctrl-C must not end it before we have drained. */
export async function spawnPostmaster(options: PostmasterOptions): Promise<Postmaster> {
  const port = await freePort();
  const log = openSync(options.logFile, 'a', 0o600);
  const logStart = statSync(options.logFile).size;
  const settings = Object.entries({ ...SETTINGS, ...options.settings, port: `${port}` });
  const flags = settings.flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const { file, args, how } = launch(options.identity, options.program, ['-D', options.clusterDir, ...flags]);
  const child = spawn(file, args, { ...how, detached: true, stdio: ['ignore', log, log] });
  closeSync(log);

  const over = new AbortController();
  child.once('error', (error) => over.abort(new EmbeddedPostgresError(cannotRun(file, error))));
  child.once('exit', (code, killer) => {
    const ending = `The embedded PostgreSQL ended (${killer ?? `exit code ${code}`}).`;
    over.abort(new EmbeddedPostgresError(`${ending} ${lastWords(options.logFile, logStart)}`));
  });
  const { pid } = child;
  if (pid === undefined) {
    await once(over.signal, 'abort');
    throw over.signal.reason;
  }
  child.unref();
  // For an exit without `stop()`: PostgreSQL is told to end as well, though this process can't wait until it has.
  const endWithUs = () => signal(pid, 'SIGINT');
  process.once('exit', endWithUs);
  over.signal.addEventListener('abort', () => process.off('exit', endWithUs));
  const stop = async () => {
    if (over.signal.aborted) return;
    child.ref();
    await endPostmaster(pid);
    if (!over.signal.aborted) await once(over.signal, 'abort');
  };
  return { pid, port, ended: over.signal, stop };
}

/** ENOENT of a file that is there means that its loader isn't, as on a system with another C library. */
function cannotRun(file: string, error: Error): string {
  return `${file} doesn't run on this system (${error.message}): set DATABASE_URL to a PostgreSQL 15 or newer.`;
}

/** Free at this moment; another program may still take it before PostgreSQL does. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new TypeError('A TCP server has a port.');
  return address.port;
}

function lastWords(logFile: string, from: number): string {
  if (!existsSync(logFile)) return '';
  const lines = readFileSync(logFile).subarray(from).toString().trim().split('\n');
  return `The end of ${logFile}: ${lines.slice(-LAST_WORDS).join(' | ')}`;
}
