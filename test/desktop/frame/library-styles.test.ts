import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { buildConsole } from '../build-console.ts';

const PROJECT = resolve(import.meta.dirname, '../../..');
const ASSETS = join(PROJECT, 'desktop/dist/assets');
const LIBRARY = join(PROJECT, 'node_modules/@mantine/core/styles');

beforeAll(buildConsole, 90_000);

/** The library's classes, as `m_87cf2631`, in files of a folder. */
const classesIn = (folder: string, ending: string): Set<string> =>
  new Set(
    readdirSync(folder)
      .filter((file) => file.endsWith(ending))
      .flatMap((file) => readFileSync(join(folder, file), 'utf8').match(/\bm_[0-9a-f]+\b/g) ?? []),
  );

test('each part of the library that a page uses has its styles, which app/library.css names', () => {
  const known = classesIn(LIBRARY, '.css');
  const styled = classesIn(ASSETS, '.css');
  const used = [...classesIn(ASSETS, '.js')].filter((name) => known.has(name));

  expect(used.length).toBeGreaterThan(100);
  const without = readdirSync(LIBRARY)
    .filter((file) => /^\w+\.css$/.test(file))
    .filter((file) => {
      const { length } = used.filter(
        (name) => !styled.has(name) && readFileSync(join(LIBRARY, file), 'utf8').includes(name),
      );
      return length > 0;
    });
  expect(without).toEqual([]);
});
