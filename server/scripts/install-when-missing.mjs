/**
 * Installs the dependencies when they are missing or aren't those of package-lock.json; npm runs it before start,
 * test and the like. Plain JavaScript for Node 20 and newer, as it runs before anything is installed. Speaks on
 * standard error only: standard output is the command's own.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const project = join(dirname(fileURLToPath(import.meta.url)), '../..');
const lockFile = join(project, 'package-lock.json');
const modules = join(project, 'node_modules');
/** Holds the hash of the lock file that node_modules was installed from. */
const record = join(modules, '.kaivox-lock');
/** Exists while one process installs. Not in node_modules, which `npm ci` removes first. */
const turn = join(project, '.kaivox', 'installing');

/** A process that made `turn` and was killed before it wrote its id there. */
const UNSIGNED_FOR_MS = 5_000;
const LOOK_EVERY_MS = 100;

const read = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '');
const wanted = () => createHash('sha256').update(read(lockFile)).digest('hex');

function isInstalled() {
  if (read(record) === wanted()) return true;
  if (!npmInstalledTheSame()) return false;
  writeFileSync(record, wanted());
  return true;
}

/** Whether the developer ran npm by hand: it notes what it put there, in the lock file's own format. */
function npmInstalledTheSame() {
  const noted = read(join(modules, '.package-lock.json'));
  if (noted === '') return false;
  const { packages: there } = JSON.parse(noted);
  return Object.entries(JSON.parse(read(lockFile)).packages).every(
    ([path, { version, optional }]) => path === '' || optional || there[path]?.version === version,
  );
}

function install() {
  console.error('Installing the dependencies; the first time this takes a minute.');
  if (!npm('ci')) {
    console.error('npm ci failed; trying npm install.');
    if (!npm('install', '--no-save'))
      throw new Error('npm could not install the dependencies; it says why above.');
  }
  writeFileSync(record, wanted());
}

function npm(...args) {
  // All of them, whatever NODE_ENV is: the tests' dependencies aren't asked for again later.
  const words = [...args, '--include=dev', '--include=optional'];
  const { status, error } = spawnSync('npm', words, {
    cwd: project,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (error) console.error(`npm: ${error.message}`);
  return status === 0;
}

/** Runs `work` while no other process does. */
async function inTurn(work) {
  mkdirSync(dirname(turn), { recursive: true, mode: 0o711 });
  for (let announced = false; !taken(); await pause(LOOK_EVERY_MS)) {
    if (removeIfAbandoned() || announced) continue;
    announced = true;
    console.error(
      `Waiting for process ${read(join(turn, 'pid'))}, which installs the dependencies (${turn}).`,
    );
  }
  const giveBack = () => rmSync(turn, { recursive: true, force: true });
  process.once('exit', giveBack);
  writeFileSync(join(turn, 'pid'), `${process.pid}`);
  work();
}

function taken() {
  try {
    mkdirSync(turn);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function removeIfAbandoned() {
  const owner = read(join(turn, 'pid'));
  const age = Date.now() - (statSync(turn, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  if (owner === '' ? age < UNSIGNED_FOR_MS : isRunning(Number(owner))) return false;
  // Moving it is atomic, so of two processes that find it abandoned one fails here, and only looks again.
  const aside = `${turn}.${process.pid}`;
  try {
    renameSync(turn, aside);
  } catch {
    return true;
  }
  rmSync(aside, { recursive: true, force: true });
  return true;
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

try {
  if (Number.parseInt(process.versions.node, 10) < 20)
    throw new Error(`KaiVox needs Node 20 or newer; this is ${process.version}.`);
  if (!isInstalled()) await inTurn(() => isInstalled() || install());
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
