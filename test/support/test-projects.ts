import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** What a test file needs to run; a browser's also needs PostgreSQL. */
export type TestKind = 'unit' | 'database' | 'browser';

const PROJECT = resolve(import.meta.dirname, '../..');
/** Reached from a test file, even by way of others, each of these says what it needs. */
const BROWSERS = 'playwright-core';
const DATABASES = ['test/support/database.ts', 'server/database/embedded-postgres/embedded-postgres.ts'];

/** What is imported for its types alone isn't loaded. */
const IMPORT = /^\s*(?:import|export)\s+(?!type\b)(?:[^'";]*?\bfrom\s+)?'([^']+)'|\bimport\(\s*'([^']+)'/gm;

/** The project's test files, each under what its imports ask for. @returns paths relative to the project */
export function testFiles(project = PROJECT): Record<TestKind, string[]> {
  const sorted: Record<TestKind, string[]> = { unit: [], database: [], browser: [] };
  const imports = new Map<string, string[]>();
  const names = readdirSync(join(project, 'test'), { recursive: true, encoding: 'utf8' });
  for (const name of names.filter((each) => each.endsWith('.test.ts')).sort()) {
    const file = join('test', name).replaceAll('\\', '/');
    sorted[kindOf(reachedFrom(file, project, imports))].push(file);
  }
  return sorted;
}

function kindOf(reached: ReadonlySet<string>): TestKind {
  if (reached.has(BROWSERS)) return 'browser';
  return DATABASES.some((file) => reached.has(file)) ? 'database' : 'unit';
}

function reachedFrom(file: string, project: string, imports: Map<string, string[]>): ReadonlySet<string> {
  // A set goes on to what is added to it meanwhile.
  const reached = new Set([file]);
  for (const each of reached) {
    const found = imports.get(each) ?? importsOf(each, project);
    imports.set(each, found);
    for (const next of found) reached.add(next);
  }
  return reached;
}

/** Of a package there is nothing more to know. */
function importsOf(file: string, project: string): string[] {
  const path = join(project, file);
  if (!/\.tsx?$/.test(file) || !existsSync(path)) return [];
  return [...readFileSync(path, 'utf8').matchAll(IMPORT)]
    .map(([, written = '', loadedLater = '']) => written || loadedLater)
    .map((name) => (name.startsWith('.') ? join(dirname(file), name).replaceAll('\\', '/') : name));
}
