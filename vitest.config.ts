import { defineConfig } from 'vitest/config';
import { chromiumPath } from './test/support/chromium.ts';
import { ClosingLineReporter } from './test/support/closing-line-reporter.ts';

/** Without a browser everything else is still worth knowing; `.ci/run` brings one. */
const inBrowser = chromiumPath() === undefined ? ['test/desktop/*.test.ts'] : [];
if (inBrowser.length > 0) console.error('There is no Chromium here: the tests in a browser are left out.');

export default defineConfig({
  // As Node itself resolves: Vite would take a package's ES module by its "module" field, and graphql, which has one,
  // refuses to exist twice.
  resolve: { mainFields: ['main'], extensions: ['.js', '.mjs', '.ts', '.json'] },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: inBrowser,
    // Decorated classes want it there before they are loaded, in whichever order a test imports them.
    setupFiles: ['reflect-metadata'],
    globalSetup: ['test/support/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    reporters: ['default', new ClosingLineReporter()],
  },
});
