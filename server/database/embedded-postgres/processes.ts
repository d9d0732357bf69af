import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** Between two looks at a process that isn't our child: the system doesn't tell us when it ends. */
const LOOK_EVERY_MS = 20;

/** Whether the process runs. One that has ended but wasn't reaped (common under a container's PID 1) doesn't. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  return statOf(pid)?.state !== 'Z';
}

/**
 * When the process began, comparable as text only: tells a process from a later one with the same id, also after
 * a reboot. `undefined` where the system doesn't say.
 */
export function beginningOf(pid: number): string | undefined {
  const stat = statOf(pid);
  if (stat) return `${read('/proc/sys/kernel/random/boot_id')?.trim()} ${stat.startTicks}`;
  return ps(pid, 'lstart=');
}

/** The process's command line, words parted by spaces, and on Linux its working directory; empty when hidden. */
export function tracesOf(pid: number): { command: string; directory: string } {
  const command = read(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ') ?? ps(pid, 'command=') ?? '';
  return { command, directory: workingDirectoryOf(pid) };
}

/** Waits for a process that needn't be our child. @returns whether it ended within `patienceMs`. */
export async function ended(pid: number, patienceMs: number): Promise<boolean> {
  for (const until = Date.now() + patienceMs; isRunning(pid); ) {
    if (Date.now() >= until) return false;
    await pause(LOOK_EVERY_MS);
  }
  return true;
}

/** Sends a signal to a process that may have ended meanwhile. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

/** Fields 3 and 22 of proc_pid_stat(5); the second, a name in parentheses, may itself hold spaces. */
function statOf(pid: number): { state: string | undefined; startTicks: string | undefined } | undefined {
  const stat = read(`/proc/${pid}/stat`);
  if (!stat) return undefined;
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return { state: fields[0], startTicks: fields[19] };
}

/** Follows a directory that was renamed under a running process, which its command line can't. */
function workingDirectoryOf(pid: number): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return '';
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** For systems without /proc. */
function ps(pid: number, column: string): string | undefined {
  try {
    return execFileSync('ps', ['-p', `${pid}`, '-o', column], { encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch {
    return undefined;
  }
}
