import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';

const PROJECT = resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(PROJECT, file), 'utf8');

test('every relative link of a page leads to a file, and to a heading where it names one', () => {
  const links = pages().flatMap((page) => linksIn(page).map((link) => ({ page, link })));
  expect(links.length).toBeGreaterThan(10);
  expect(links.filter(({ page, link }) => !leadsSomewhere(page, link))).toEqual([]);
});

test('docs/README.md leads to every page of docs/', () => {
  const listed = linksIn('docs/README.md').map((link) => join('docs', link));
  const own = pages().filter((page) => page.startsWith('docs/') && page !== 'docs/README.md');
  expect(own.filter((page) => !listed.includes(page))).toEqual([]);
});

test('docs/architecture.md says who may import whom as the rules do', () => {
  const { forbidden } = rules.parse(createRequire(import.meta.url)('../../.dependency-cruiser.cjs'));
  const forbiddenTo = new Map(
    forbidden.flatMap(({ name, to }) => {
      const [, capability] = /^(.*)-imports-what-it-may$/.exec(name) ?? [];
      const [, rooms = ''] = /\((.*)\)/.exec(to.path ?? '') ?? [];
      return capability === undefined ? [] : [[capability, rooms.split('|')] as const];
    }),
  );
  const capabilities = [...forbiddenTo.keys()];
  const allowed = capabilities.map((capability) => [
    capability,
    capabilities
      .filter((other) => other !== capability && !forbiddenTo.get(capability)?.includes(other))
      .sort(),
  ]);
  const rows = [...read('docs/architecture.md').matchAll(/^\| `([\w-]+)` +\| (`[^|]*|nothing) *\|$/gm)];
  const shown = rows.map(([, capability = '', others = '']) => [
    capability,
    [...others.matchAll(/`([\w-]+)`/g)].map(([, name]) => name).sort(),
  ]);
  expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(allowed));
});

const rules = z.object({
  forbidden: z.array(z.object({ name: z.string(), to: z.object({ path: z.string().optional() }) })),
});

/** Every page that git keeps, and those about to be added. */
function pages(): string[] {
  const listed = execFileSync(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', '-z', '*.md'],
    { cwd: PROJECT, encoding: 'utf8' },
  );
  return listed.split('\0').filter((file) => file !== '' && existsSync(join(PROJECT, file)));
}

/** Links that lead within the project; what stands in code is no link. */
function linksIn(page: string): string[] {
  const text = read(page)
    .replaceAll(/^```[\s\S]*?^```$/gm, '')
    .replaceAll(/`[^`\n]*`/g, '');
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = '']) => link)
    .filter((link) => !/^[a-z]+:/.test(link));
}

function leadsSomewhere(page: string, link: string): boolean {
  const [path = '', heading] = link.split('#');
  const target = path === '' ? page : join(dirname(page), decodeURIComponent(path));
  if (target.startsWith('..') || !existsSync(join(PROJECT, target))) return false;
  return heading === undefined || headingsOf(target).includes(heading);
}

/** As GitHub names them in addresses. */
function headingsOf(page: string): string[] {
  return [...read(page).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
