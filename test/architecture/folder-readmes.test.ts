import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const PROJECT = resolve(import.meta.dirname, '../..');

const folders = [
  ...childrenOf('server'),
  ...childrenOf('server/telephony'),
  ...childrenOf('test'),
  ...childrenOf('desktop'),
];

test.each(folders)('%s says what lives in it', (folder) => {
  const readme = join(PROJECT, folder, 'README.md');
  expect(existsSync(readme), `${folder}/README.md exists`).toBe(true);
  expect(readFileSync(readme, 'utf8')).toMatch(/^# \S/);
});

/** The folders right below `parent` that hold anything; git doesn't know the others. */
function childrenOf(parent: string): string[] {
  if (!existsSync(join(PROJECT, parent))) return [];
  return readdirSync(join(PROJECT, parent), { withFileTypes: true })
    .filter(
      (entry) =>
        entry.isDirectory() &&
        !entry.name.startsWith('dist') &&
        readdirSync(join(PROJECT, parent, entry.name)).length > 0,
    )
    .map((entry) => `${parent}/${entry.name}`);
}
