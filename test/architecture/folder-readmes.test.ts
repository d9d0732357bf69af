import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

const PROJECT = resolve(import.meta.dirname, '../..');
const files = kept();
const folders = new Set(files.flatMap((file) => foldersAbove(file)));
const readmes = files.filter((file) => file.endsWith('README.md'));
const read = (file: string) => readFileSync(join(PROJECT, file), 'utf8');

const withReadme = [...folders].filter((folder) =>
  /^(server|server\/telephony|test|desktop)\/[^/]+$/.test(folder),
);
test.each(withReadme)('%s says what lives in it', (folder) => {
  expect(readmes).toContain(`${folder}/README.md`);
  expect(read(`${folder}/README.md`)).toMatch(/^# \S/);
});

const rooms = [...folders].filter(
  (folder) => /^server\/.+\/.+/.test(folder) && !readmes.includes(`${folder}/README.md`),
);
test.each(rooms)('%s is named by the README above it', (room) => {
  const readme =
    foldersAbove(room)
      .map((folder) => `${folder}/README.md`)
      .find((file) => readmes.includes(file)) ?? '';
  const name = room.slice(room.lastIndexOf('/') + 1);
  expect(read(readme)).toMatch(new RegExp(`\`([\\w-]+/)*${name}/\``));
});

test.each(readmes)('%s names no file that isn’t there', (readme) => {
  const named = [
    ...read(readme)
      .replaceAll(/```.*?```/gs, '')
      .matchAll(/`([^`\s<*]+\.(?:tsx?|m[jt]s|yml|txt|graphql))`/g),
  ];
  const missing = named.map(([, name = '']) => name).filter((name) => !isThere(name, dirname(readme)));
  expect(missing).toEqual([]);
});

describe('a capability says what it may import, as the rules do', () => {
  const allowed = mayImport();
  test.each([...allowed])('%s', (capability, names) => {
    const [, said = ''] = /May import ([^.]*)\./.exec(read(`server/${capability}/README.md`)) ?? [];
    expect([...said.matchAll(/`([\w-]+)`/g)].map(([, name]) => name).sort()).toEqual([...names].sort());
  });
});

/** Below the README's own folder; or, as a path, from the project or from its part, such as `server/`. */
function isThere(name: string, folder: string): boolean {
  const [part = ''] = folder.split('/');
  const path = name.replace(/^(\.\.?\/)+/, '');
  const below = files.some(
    (file) => (folder === '.' || file.startsWith(`${folder}/`)) && `/${file}`.endsWith(`/${path}`),
  );
  return below || [PROJECT, join(PROJECT, part)].some((from) => existsSync(join(from, path)));
}

/** What git keeps, and what is about to be added. */
function kept(): string[] {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
  const listed = execFileSync('git', args, { cwd: PROJECT, encoding: 'utf8' }).split('\0');
  return listed.filter((file) => file !== '' && existsSync(join(PROJECT, file)));
}

/** From the nearest up to the topmost. */
function foldersAbove(path: string): string[] {
  const folder = dirname(path);
  return folder === '.' ? [] : [folder, ...foldersAbove(folder)];
}

/** Each capability with those that no rule of dependency-cruiser keeps from it. */
function mayImport(): ReadonlyMap<string, string[]> {
  const rule = z.object({ name: z.string(), to: z.object({ path: z.string().optional() }) });
  const config: unknown = createRequire(import.meta.url)('../../.dependency-cruiser.cjs');
  const orders = z
    .object({ forbidden: z.array(rule) })
    .parse(config)
    .forbidden.flatMap(({ name, to: { path = '' } }) => {
      const [, capability] = /^(.*)-imports-what-it-may$/.exec(name) ?? [];
      return capability === undefined ? [] : [{ capability, forbidden: new RegExp(path) }];
    });
  return new Map(
    orders.map(({ capability, forbidden }) => [
      capability,
      orders
        .map((other) => other.capability)
        .filter((other) => other !== capability && !forbidden.test(`server/${other}/x.ts`)),
    ]),
  );
}
