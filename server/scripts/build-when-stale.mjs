/**
 * Builds the console when its sources aren't those of the build that is there; npm runs it before start. Plain
 * JavaScript, as install-when-missing.mjs is, and speaks on standard error only.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = join(dirname(fileURLToPath(import.meta.url)), '../..');
const desktop = join(project, 'desktop');
const dist = join(desktop, 'dist');
/** Holds the hash of the sources that `dist` was built from. */
const record = join(dist, '.sources');

function sources() {
  const hash = createHash('sha256').update(readFileSync(join(project, 'package-lock.json')));
  for (const folder of [
    join(desktop, 'renderer'),
    join(project, 'shared'),
    join(desktop, 'vite.config.ts'),
  ]) {
    for (const file of filesOf(folder)) hash.update(file.slice(project.length)).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function filesOf(path) {
  const entries = path.endsWith('.ts')
    ? [path]
    : readdirSync(path, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name));
  return entries.sort();
}

const wanted = sources();
if (!existsSync(record) || readFileSync(record, 'utf8') !== wanted) {
  console.error('Building the console; this takes a few seconds.');
  // Elsewhere first: a server that is running goes on serving the old one until this one is whole.
  const fresh = `${dist}.${process.pid}`;
  const vite = join(project, 'node_modules/vite/bin/vite.js');
  const words = [
    vite,
    'build',
    '--config',
    join(desktop, 'vite.config.ts'),
    '--outDir',
    fresh,
    '--logLevel',
    'warn',
  ];
  const { status } = spawnSync(process.execPath, words, { cwd: project, stdio: ['ignore', 2, 2] });
  if (status === 0) {
    writeFileSync(join(fresh, '.sources'), wanted);
    rmSync(dist, { recursive: true, force: true });
    renameSync(fresh, dist);
  } else {
    rmSync(fresh, { recursive: true, force: true });
    // Calls are answered without it, so that is no reason not to start.
    console.error('The console could not be built; the reason is above. Everything else starts.');
  }
}
