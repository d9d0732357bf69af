import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from './config.ts';

const FILE = 'secret-key';

/**
 * The key that stored credentials are encrypted with, where SECRET_KEY names none: made once, kept in DATA_DIR for
 * no other user of the machine to read (mode 0600).
 * @throws ConfigError where the file can't be written, read or understood
 */
export function keyFromDataDir(dataDir: string): Buffer {
  const path = join(dataDir, FILE);
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o711 });
    // Of two processes that start at once one makes it, and both read the same.
    writeFileSync(path, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) {
      throw new ConfigError(`DATA_DIR (${dataDir}) can't be written to: ${String(error)}`);
    }
  }
  const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64');
  if (key.length !== 32)
    throw new ConfigError(`${path} doesn't hold a key (base64 of 32 bytes); restore it from a backup.`);
  return key;
}
