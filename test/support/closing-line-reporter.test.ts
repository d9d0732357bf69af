import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';

const PROJECT = resolve(import.meta.dirname, '../..');

test.each([
  ['a good run', { 'a.test.js': "test('a', () => {}); test('b', () => {});" }, '2 passed, 0 failed', 0],
  [
    'tests of every outcome',
    {
      'a.test.js':
        "test('a', () => {}); test('b', () => { throw new Error() }); test.skip('c', () => {}); test.todo('d');",
    },
    '1 passed, 1 failed, 2 skipped',
    1,
  ],
  [
    'a file that cannot be loaded, beside a good one',
    { 'a.test.js': "import './missing.js';", 'b.test.js': "test('b', () => {});" },
    '1 passed, 1 failed',
    1,
  ],
  [
    'a hook that fails',
    { 'a.test.js': "describe('x', () => { beforeAll(() => { throw new Error() }); test('a', () => {}); });" },
    '0 passed, 1 failed, 1 skipped',
    1,
  ],
  [
    'an error that nobody awaited',
    {
      'a.test.js':
        "test('a', async () => { Promise.reject(new Error()); await new Promise(setImmediate); });",
    },
    '1 passed, 1 failed',
    1,
  ],
  [
    'a set-up that fails',
    { 'set-up.js': 'throw new Error();', 'a.test.js': "test('a', () => {});" },
    '0 passed, 1 failed',
    1,
  ],
  ['no tests at all', {}, '0 passed, 1 failed', 1],
])('%s', async (_, files, line, exitCode) => {
  const run = await aRunOf({ 'set-up.js': 'export default () => {};', ...files });
  expect(run).toEqual({ lastLine: line, exitCode });
});

async function aRunOf(
  files: Record<string, string>,
): Promise<{ lastLine: string | undefined; exitCode: number | null }> {
  const directory = mkdtempSync(join(tmpdir(), 'kaivox-closing-line-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  const reporter = JSON.stringify(join(PROJECT, 'test/support/closing-line-reporter.ts'));
  const config = `import { ClosingLineReporter } from ${reporter};
    const reporters = ['default', new ClosingLineReporter()];
    export default { test: { globals: true, globalSetup: 'set-up.js', reporters } };`;
  for (const [name, content] of Object.entries({ 'vitest.config.mjs': config, ...files })) {
    writeFileSync(join(directory, name), content);
  }
  // One stream for both, so that the last line is the last one of all.
  const words = [process.execPath, join(PROJECT, 'node_modules/vitest/vitest.mjs'), 'run'];
  const child = spawn('sh', ['-c', '"$@" 2>&1', 'sh', ...words], { cwd: directory });
  const [output] = await Promise.all([text(child.stdout), once(child, 'close')]);
  return { lastLine: output.trimEnd().split('\n').at(-1), exitCode: child.exitCode };
}
