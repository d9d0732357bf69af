import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { keyFromDataDir } from '../../../server/infra/secret-key.ts';

function aDataDir(): string {
  const directory = mkdtempSync(join(tmpdir(), 'kaivox-key-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  return directory;
}

test('is made once, for no other account to read, and read from then on', () => {
  const dataDir = aDataDir();
  const key = keyFromDataDir(dataDir);
  expect(key).toHaveLength(32);
  expect(keyFromDataDir(dataDir)).toEqual(key);
  expect(statSync(join(dataDir, 'secret-key')).mode & 0o777).toBe(0o600);
});

test('is another in another place', () => {
  expect(keyFromDataDir(aDataDir())).not.toEqual(keyFromDataDir(aDataDir()));
});

test('a damaged file is told, and not replaced: what it encrypted would be lost', () => {
  const dataDir = aDataDir();
  writeFileSync(join(dataDir, 'secret-key'), 'not a key');
  expect(() => keyFromDataDir(dataDir)).toThrow(/secret-key doesn't hold a key/);
  expect(() => keyFromDataDir(dataDir)).toThrow(/backup/);
});
