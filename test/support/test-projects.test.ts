import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { testFiles } from './test-projects.ts';

/** Not written out, so that this file itself isn't taken for one that does so. */
const LATER = 'import';

test('a test file is where its imports want it, however far away they are', () => {
  const project = plant({
    'test/support/database.ts': '',
    'test/desktop/console.ts':
      "import { chromium } from 'playwright-core';\nimport '../support/database.ts';",
    'test/a/by-way-of-a-builder.test.ts': "import {\n  aCall,\n} from './a-call.ts';",
    'test/a/a-call.ts': "export * from '../support/database.ts';",
    'test/a/loaded-later.test.ts': `const { aDatabase } = await ${LATER}('../support/database.ts');`,
    'test/a/types-alone.test.ts': "import type { TestDatabase } from '../support/database.ts';",
    'test/a/embedded.test.ts':
      "import { start } from '../../server/database/embedded-postgres/embedded-postgres.ts';",
    'test/desktop/calls.test.ts': "import { aConsole } from './console.ts';",
  });
  expect(testFiles(project)).toEqual({
    unit: ['test/a/types-alone.test.ts'],
    database: [
      'test/a/by-way-of-a-builder.test.ts',
      'test/a/embedded.test.ts',
      'test/a/loaded-later.test.ts',
    ],
    browser: ['test/desktop/calls.test.ts'],
  });
});

test('every kind has files here', () => {
  const { unit, database, browser } = testFiles();
  expect(unit).toContain('test/support/test-projects.test.ts');
  expect(database).toContain('test/scenarios/whole-call.test.ts');
  expect(browser).toContain('test/desktop/business/calls.test.ts');
});

function plant(files: Record<string, string>): string {
  const project = mkdtempSync(join(tmpdir(), 'kaivox-projects-'));
  onTestFinished(() => rmSync(project, { recursive: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(project, name)), { recursive: true });
    writeFileSync(join(project, name), content);
  }
  return project;
}
