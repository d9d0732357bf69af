import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { RecordingKey } from '../recording.store.ts';
import type { RecordingStorage } from './storage.ts';

/** Below a directory of this machine, a folder a tenant. @param directory on the file system that files come from */
export function diskStorage(directory: string): RecordingStorage {
  const pathOf = ({ tenantId, id }: RecordingKey) => join(directory, tenantId, id);
  return {
    async keep(key, file) {
      const path = pathOf(key);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await rename(file, path);
      // The name as well has to outlive a power cut.
      await using folder = await open(dirname(path));
      await folder.sync();
    },
    async read(key, { start, end }) {
      const file = await open(pathOf(key)).catch(unlessMissing);
      return file && createReadStream('', { fd: file, start, end });
    },
    async remove(key) {
      await rm(pathOf(key), { force: true });
    },
  };
}

function unlessMissing(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
}
