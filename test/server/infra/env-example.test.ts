import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const PROJECT = resolve(import.meta.dirname, '../../..');
const read = (file: string) => readFileSync(resolve(PROJECT, file), 'utf8');

test('.env.example has every variable that the server reads, and the README as well', () => {
  const config = read('server/infra/config.ts');
  const variables = [...config.matchAll(/^ {2}([A-Z][A-Z0-9_]+): /gm)].map(([, name]) => name);
  expect(variables).toContain('PORT');
  expect(variables).toContain('LOG_LEVEL');

  const examples = [...read('.env.example').matchAll(/^#([A-Z][A-Z0-9_]+)=/gm)].map(([, name]) => name);
  const documented = new Set([...read('README.md').matchAll(/`([A-Z][A-Z0-9_]+)`/g)].map(([, name]) => name));
  expect(examples.toSorted()).toEqual(variables.toSorted());
  expect(variables.filter((name) => !documented.has(name))).toEqual([]);
});
