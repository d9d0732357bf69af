import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const PROJECT = resolve(import.meta.dirname, '../..');

type Entry = { term: string; where: string };
const glossary = readFileSync(join(PROJECT, 'docs/glossary.md'), 'utf8');
const entries = [...glossary.matchAll(/^\| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/gm)]
  .map(([, term = '', , where = '']): Entry => ({ term: term.trim(), where: where.trim() }))
  .filter(({ term }) => term !== 'term' && !term.startsWith('--'));

test('the glossary has each term once', () => {
  const terms = entries.map(({ term }) => term);
  expect(terms.length).toBeGreaterThan(50);
  expect(terms).toEqual([...new Set(terms)]);
});

test('what the glossary names is in the code', () => {
  const words = wordsIn(filesIn('server', 'shared'));
  const isThere = (name: string) =>
    name.includes('/') ? existsSync(join(PROJECT, name)) : name.split('.').every((part) => words.has(part));
  const names = [...glossary.matchAll(/`([^`\n]+)`/g)].map(([, name = '']) => name);
  expect(names.filter((name) => name !== '.dependency-cruiser.cjs' && !isThere(name))).toEqual([]);
});

test('what the glossary says of the screen is on it', () => {
  const shown = filesIn('desktop/renderer/i18n/en')
    .map((file) => readFileSync(join(PROJECT, file), 'utf8'))
    .join('\n');
  const said = entries.flatMap(({ where }) => where.split(/; ?/)[1]?.split(', ') ?? []);
  expect(said.length).toBeGreaterThan(20);
  expect(said.filter((words) => !shown.includes(`'${words}'`))).toEqual([]);
});

/** Every word of the sources and of their paths; a file's name is taken apart at its dots. */
function wordsIn(files: readonly string[]): Set<string> {
  const texts = files.flatMap((file) => [file, readFileSync(join(PROJECT, file), 'utf8')]);
  return new Set(texts.flatMap((text) => text.match(/[\w-]+/g) ?? []));
}

/** What git keeps in these folders, and what is about to be added. */
function filesIn(...folders: string[]): string[] {
  const listed = execFileSync(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', '-z', ...folders],
    { cwd: PROJECT, encoding: 'utf8' },
  );
  return listed
    .split('\0')
    .filter((file) => /\.(ts|tsx|graphql)$/.test(file) && existsSync(join(PROJECT, file)));
}
