import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished } from 'vitest';
import type { Pace } from '../../../../server/infra/jobs/heartbeat.ts';
import type { Work } from './work-until-killed.ts';

/** A process is found dead within 2 s, and a busy machine doesn't make it so. */
export const QUICK: Pace = { beatMs: 200, deadAfterMs: 1_500 };

const PROGRAM = resolve(import.meta.dirname, 'work-until-killed.ts');

/** A process of its own that works through a database's jobs. */
export async function aWorker(databaseUrl: string, { jobMs }: Pick<Work, 'jobMs'> = {}) {
  const work: Work = { databaseUrl, pace: QUICK, ...(jobMs !== undefined && { jobMs }) };
  const child = spawn(process.execPath, ['--import', 'tsx', PROGRAM, JSON.stringify(work)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said: string[] = [];
  createInterface(child.stdout).on('line', (line) => said.push(line));
  const signal = (name: NodeJS.Signals) => void child.kill(name);
  const end = async (name: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    signal(name);
    await gone;
  };
  onTestFinished(() => end('SIGKILL'));
  const until = (...lines: string[]) =>
    expect.poll(() => said, { timeout: 20_000 }).toEqual(expect.arrayContaining(lines));
  await until('ready');
  return { said, until, signal, end, pid: child.pid };
}
