import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';

/** What the server is started with, each time. */
export type DevServerStart = {
  /** For Node itself, such as `--inspect`. */
  words: readonly string[];
  /** Over this process's own environment. */
  env: Readonly<Record<string, string>>;
  /** Where people find it: printed in the place of the inner address, which is of no use to them. */
  address: string;
};

const PROJECT = resolve(import.meta.dirname, '../..');
/** An editor writes several files at once, and a checkout many. */
const SETTLES_WITHIN_MS = 100;
const LOOK_EVERY_MS = 50;
const READY_WITHIN_MS = 60_000;
/** Longer than main.ts gives running requests. */
const STOPS_WITHIN_MS = 15_000;

/** Should this process be killed, the server stops as well: it would hold its port and the database. */
const ENDS_WITH_US =
  'data:text/javascript,process.once("disconnect",()=>process.kill(process.pid,"SIGTERM"));process.channel.unref()';

/** The server as a process of its own, on an inner port, started anew when its files change. */
export class DevServer {
  readonly #inner: string;
  #start: DevServerStart | undefined;
  #child: ChildProcess | undefined;
  #restarting: Promise<void> | undefined;
  #change: NodeJS.Timeout | undefined;

  constructor(readonly port: number) {
    this.#inner = `http://127.0.0.1:${port}`;
  }

  start(start: DevServerStart): void {
    this.#start = start;
    this.#spawn(start);
  }

  /** A file of the server's has changed: starts it anew, once for all that change at the same time. */
  changed(file: string): void {
    clearTimeout(this.#change);
    this.#change = setTimeout(() => {
      this.#restarting = (this.#restarting ?? Promise.resolve()).then(async () => {
        process.stderr.write(`${file} has changed; the server starts anew.\n`);
        await this.#end();
        if (this.#start) this.#spawn(this.#start);
      });
    }, SETTLES_WITHIN_MS);
  }

  /** @returns whether it can take requests; waits while it starts, a minute at most */
  async isReady(): Promise<boolean> {
    for (const until = Date.now() + READY_WITHIN_MS; Date.now() < until; await pause(LOOK_EVERY_MS)) {
      await this.#restarting;
      if (this.#start && !isRunning(this.#child)) return false;
      const answer = await fetch(`${this.#inner}/readyz`).catch(() => undefined);
      if (answer?.ok) return true;
    }
    return false;
  }

  async stop(): Promise<void> {
    clearTimeout(this.#change);
    this.#start = undefined;
    await this.#restarting;
    await this.#end();
  }

  #spawn({ words, env, address }: DevServerStart): void {
    const main = ['--import', ENDS_WITH_US, '--import', 'tsx', join(PROJECT, 'server/main.ts')];
    const child = spawn(process.execPath, [...words, ...main], {
      cwd: PROJECT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
      // Ctrl-C reaches a whole group: the server would take a second signal for a developer who doesn't want to wait.
      detached: true,
    });
    this.#child = child;
    if (child.stdout) {
      const lines = createInterface({ input: child.stdout });
      lines.on('line', (line) => process.stdout.write(`${line.replaceAll(this.#inner, address)}\n`));
    }
    child.once('exit', (code) => {
      if (code) process.stderr.write('The server has ended; it starts anew with the next change.\n');
    });
  }

  async #end(): Promise<void> {
    const child = this.#child;
    if (!child || !isRunning(child)) return;
    const exit = once(child, 'exit');
    const impatience = setTimeout(() => child.kill('SIGKILL'), STOPS_WITHIN_MS);
    child.kill('SIGTERM');
    await exit;
    clearTimeout(impatience);
  }
}

const isRunning = (child: ChildProcess | undefined) =>
  child !== undefined && child.exitCode === null && child.signalCode === null;
