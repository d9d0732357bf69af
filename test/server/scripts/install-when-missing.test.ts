import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';

const script = resolve(import.meta.dirname, '../../../server/scripts/install-when-missing.mjs');
const lock = (version: string) => JSON.stringify({ packages: { '': {}, 'node_modules/a': { version } } });

let project: string;

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'kaivox-install-'));
  mkdirSync(join(project, 'server', 'scripts'), { recursive: true });
  mkdirSync(join(project, 'bin'));
  copyFileSync(script, join(project, 'server', 'scripts', 'install-when-missing.mjs'));
  writeFileSync(join(project, 'package-lock.json'), lock('1.0.0'));
  npmThat('mkdir -p node_modules');
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

test('installs what is missing, says so on one line, and is silent after that', async () => {
  expect(await run()).toEqual({ code: 0, out: '', said: [expect.stringMatching(/^Installing/)] });
  expect(await run()).toEqual({ code: 0, out: '', said: [] });
  expect(calls()).toEqual([expect.stringMatching(/^ci /)]);
});

test('installs again after the lock file changed', async () => {
  await run();
  writeFileSync(join(project, 'package-lock.json'), lock('2.0.0'));
  await run();
  expect(calls()).toHaveLength(2);
});

test.each([
  ['leaves what npm ci put there by hand', '1.0.0', 0],
  ['replaces another version', '0.9.0', 1],
])('%s', async (_, installed, times) => {
  mkdirSync(join(project, 'node_modules'));
  writeFileSync(join(project, 'node_modules', '.package-lock.json'), lock(installed));
  await run();
  expect(calls()).toHaveLength(times);
});

test('falls back to npm install, leaving the lock file alone', async () => {
  npmThat('[ "$1" = install ] && mkdir -p node_modules');
  const { code, said } = await run();
  expect(code).toBe(0);
  expect(said).toContain('npm ci failed; trying npm install.');
  expect(calls()).toEqual([expect.stringMatching(/^ci /), expect.stringMatching(/^install --no-save /)]);
});

test('fails when npm does, and tries again the next time', async () => {
  npmThat('exit 1');
  expect(await run()).toMatchObject({
    code: 1,
    said: expect.arrayContaining([expect.stringMatching(/could not install/)]),
  });
  npmThat('mkdir -p node_modules');
  expect(await run()).toMatchObject({ code: 0 });
});

test('of several started at once, one installs and the others wait for it', async () => {
  npmThat('while [ ! -e go ]; do sleep 0.02; done; mkdir -p node_modules');
  const runs = [run(), run(), run()];
  await expect.poll(() => calls().length).toBe(1);
  writeFileSync(join(project, 'go'), '');
  expect((await Promise.all(runs)).map(({ code }) => code)).toEqual([0, 0, 0]);
  expect(calls()).toHaveLength(1);
});

test('takes over from one that was killed', async () => {
  const dead = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  await once(dead, 'exit');
  mkdirSync(join(project, '.kaivox', 'installing'), { recursive: true });
  writeFileSync(join(project, '.kaivox', 'installing', 'pid'), `${dead.pid}`);
  expect(await run()).toMatchObject({ code: 0 });
  expect(existsSync(join(project, '.kaivox', 'installing'))).toBe(false);
});

/** Puts an npm on the PATH that notes its arguments and then runs `shell` in the project. */
function npmThat(shell: string): void {
  const npm = join(project, 'bin', 'npm');
  writeFileSync(npm, `#!/bin/sh\necho "$@" >> npm-calls\n${shell}\n`);
  chmodSync(npm, 0o755);
}

function calls(): string[] {
  const path = join(project, 'npm-calls');
  return existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : [];
}

async function run(): Promise<{ code: number | null; out: string; said: string[] }> {
  const child = spawn(process.execPath, [join(project, 'server', 'scripts', 'install-when-missing.mjs')], {
    env: { ...process.env, PATH: [join(project, 'bin'), process.env.PATH].join(delimiter) },
  });
  const [out, said] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: child.exitCode, out, said: said.split('\n').filter(Boolean) };
}
