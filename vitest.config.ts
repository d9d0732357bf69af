import { defineConfig } from 'vitest/config';
import { chromiumPath } from './test/support/chromium.ts';
import { ClosingLineReporter } from './test/support/closing-line-reporter.ts';
import { testFiles } from './test/support/test-projects.ts';

/** Without a browser everything else is still worth knowing; `.ci/run` brings one. */
const hasBrowser = chromiumPath() !== undefined;
if (!hasBrowser) console.error('There is no Chromium here: the tests in a browser are left out.');

const { unit, database, browser } = testFiles();
/** A file without a test of that name runs no hook of its own either, and what it has started ends with its process. */
const byName = process.argv.some((word) => word === '-t' || word.startsWith('--testNamePattern'));
const postgres = ['test/support/global-setup.ts'];

export default defineConfig({
  // As Node itself resolves: Vite would take a package's ES module by its "module" field, and graphql, which has one,
  // refuses to exist twice.
  resolve: { mainFields: ['main'], extensions: ['.js', '.mjs', '.ts', '.json'] },
  test: {
    // Decorated classes want it there before they are loaded, in whichever order a test imports them.
    setupFiles: ['reflect-metadata'],
    pool: 'forks',
    // The server is loaded once a process and not once a file, which took a third of a run's time: nothing in it keeps
    // state in a module.
    isolate: byName,
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    reporters: ['default', new ClosingLineReporter()],
    projects: [
      { extends: true, test: { name: 'unit', include: unit } },
      { extends: true, test: { name: 'database', include: database, globalSetup: postgres } },
      ...(hasBrowser
        ? [{ extends: true as const, test: { name: 'browser', include: browser, globalSetup: postgres } }]
        : []),
    ],
  },
});
