import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../infra/clock.ts';
import type { Database } from '../infra/database.ts';
import type { Log } from '../infra/log.ts';
import { deleteExpired } from './recording.store.ts';
import { deleteLeftover, listLeftovers } from './recording-leftover.store.ts';
import { type Storages, storageOf } from './storage/storage.ts';

export type ForgettingParts = {
  database: Database;
  clock: Clock;
  log: Log;
  storages: Storages;
  /** Where files are while they come. */
  incoming: string;
};

const BATCH = 500;
/** Longer than any download takes. */
const STALE_MS = 24 * 3_600_000;

/** Deletes recordings that are older than their tenant keeps them, and the files of all that are gone. */
export async function purgeRecordings(parts: ForgettingParts): Promise<void> {
  const { database, clock } = parts;
  for (let gone = BATCH; gone === BATCH; ) {
    gone = await database.asPlatform((tx) => deleteExpired(tx, clock.now(), BATCH));
  }
  await removeLeftovers(parts);
  await removeStale(parts);
}

/** One file that can't be removed keeps no other from going; it is tried again next time. */
async function removeLeftovers({ database, log, storages }: ForgettingParts): Promise<void> {
  for (let last: string | undefined; ; ) {
    const batch = await database.asPlatform((tx) => listLeftovers(tx, last, BATCH));
    for (const leftover of batch) {
      try {
        await storageOf(storages, leftover.storedIn).remove(leftover);
        await database.asPlatform((tx) => deleteLeftover(tx, leftover));
      } catch (err) {
        log.warn({ err, recordingId: leftover.id }, 'The file of a deleted recording could not be removed');
      }
    }
    const end = batch.at(-1);
    if (!end || batch.length < BATCH) return;
    last = end.id;
  }
}

/** Pieces that a killed process left. */
async function removeStale({ incoming, clock }: ForgettingParts): Promise<void> {
  const oldest = clock.now().getTime() - STALE_MS;
  for (const name of await readdir(incoming).catch(() => [])) {
    const file = join(incoming, name);
    const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
    if (mtimeMs < oldest) await rm(file, { force: true });
  }
}
