import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { first as english } from '../../../desktop/renderer/i18n/en/first.ts';
import { first as hindi } from '../../../desktop/renderer/i18n/hi/first.ts';

const RENDERER = resolve(import.meta.dirname, '../../../desktop/renderer');

/** The files that come with a page before any other words do: what these import at once, and so on. */
function reachedFrom(entries: readonly string[]): Set<string> {
  const reached = new Set<string>();
  const open = entries.map((entry) => resolve(RENDERER, entry));
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (reached.has(file) || !existsSync(file)) continue;
    reached.add(file);
    const imports = readFileSync(file, 'utf8').matchAll(/^(?:import|\} from)\b(?! type).*?'(\..*?\.tsx?)'/gm);
    for (const [, path = ''] of imports) open.push(resolve(dirname(file), path));
  }
  return reached;
}

/** The catalogues that a component asks for: `useTranslation('calls')`, `useTranslation(['call', 'common'])`. */
function spokenIn(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/useTranslation\((.*?)\)/g)].flatMap(([, names = '']) =>
    [...names.matchAll(/'(\w+)'/g)].map(([, name = '']) => name),
  );
}

test('the first page speaks only words that come with it', () => {
  const files = [...reachedFrom(['main.tsx', 'features/dashboard/dashboard.tsx'])];
  const spoken = new Set(files.flatMap(spokenIn));

  // As many as there would be none if the files weren't found.
  expect(spoken).toContain('dashboard');
  expect(spoken).toContain('signIn');
  expect([...spoken].filter((name) => !(name in english))).toEqual([]);
});

test('they come in every language', () => {
  expect(Object.keys(hindi)).toEqual(Object.keys(english));
});
