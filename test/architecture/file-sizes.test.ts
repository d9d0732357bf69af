import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const PROJECT = resolve(import.meta.dirname, '../..');
const MAX_LINES = 300;
/** What can still be read as a list of names; past it, a folder has sub-rooms. */
const MAX_FILES = 25;
const GENERATED = /(^|\/)generated\//;

test(`no source file is longer than ${MAX_LINES} lines`, () => {
  const tooLong = sources()
    .map((file) => ({ file, lines: readFileSync(join(PROJECT, file), 'utf8').split('\n').length - 1 }))
    .filter(({ lines }) => lines > MAX_LINES);
  expect(tooLong).toEqual([]);
});

test(`no folder holds more than ${MAX_FILES} files of its own`, () => {
  const folders = Map.groupBy(
    sources().filter((file) => /^(server|desktop|test|shared)\//.test(file)),
    (file) => dirname(file),
  );
  const tooFull = [...folders].filter(([, files]) => files.length > MAX_FILES);
  expect(tooFull.map(([folder, files]) => ({ folder, files: files.length }))).toEqual([]);
});

/** What git keeps, and what is about to be added. */
function sources(): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: PROJECT,
    encoding: 'utf8',
  });
  const files = listed
    .split('\0')
    .filter((file) => /\.(ts|tsx|mts|mjs)$/.test(file) && !GENERATED.test(file));
  expect(files).toContain('server/scripts/install-when-missing.mjs');
  return files.filter((file) => existsSync(join(PROJECT, file)));
}
