import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';

/** The directory of the project. */
export const PROJECT = resolve(import.meta.dirname, '../..');

/** Runs dependency-cruiser with the project's rules over `folders` of the project in `cwd`. */
export async function depcruise(cwd: string, folders: readonly string[], outputType: 'err' | 'json') {
  const bin = join(PROJECT, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const args = [
    bin,
    ...folders,
    '--config',
    join(PROJECT, '.dependency-cruiser.cjs'),
    '--output-type',
    outputType,
  ];
  const child = spawn(process.execPath, args, { cwd });
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { exitCode: child.exitCode, output: output + errors };
}
