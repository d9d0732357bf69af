import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../infra/clock.ts';
import type { Database } from '../infra/database.ts';
import type { Log } from '../infra/log.ts';
import type { RecordingKey } from './recording.store.ts';
import { type Storages, storageOf } from './storage.ts';
import type { StorageName } from './storage-name.ts';

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
    gone = (await database.asPlatform((tx) => tx.query(EXPIRED, [clock.now(), BATCH]))).length;
  }
  await removeLeftovers(parts);
  await removeStale(parts);
}

/** $1 now, $2 how many. A call's words and its sound are as old as the call. */
const EXPIRED = `
  delete from recordings
   where (tenant_id, id) in (
     select r.tenant_id, r.id
       from tenants t
       join calls c on c.tenant_id = t.id and c.started_at < $1::timestamptz - make_interval(days => t.recording_retention_days)
       join recordings r on r.tenant_id = c.tenant_id and r.call_id = c.id
      where t.recording_retention_days is not null limit $2)
  returning 1`;

type Leftover = RecordingKey & { storedIn: StorageName };

/** One file that can't be removed keeps no other from going; it is tried again next time. */
async function removeLeftovers({ database, log, storages }: ForgettingParts): Promise<void> {
  for (let last = '00000000-0000-0000-0000-000000000000'; ; ) {
    const batch = await database.asPlatform((tx) => tx.query<Leftover>(LEFTOVERS, [last, BATCH]));
    for (const leftover of batch) {
      try {
        await storageOf(storages, leftover.storedIn).remove(leftover);
        const { tenantId, id } = leftover;
        await database.asPlatform((tx) =>
          tx.query('delete from recording_leftovers where tenant_id = $1 and recording_id = $2', [
            tenantId,
            id,
          ]),
        );
      } catch (err) {
        log.warn({ err, recordingId: leftover.id }, 'The file of a deleted recording could not be removed');
      }
    }
    const end = batch.at(-1);
    if (!end || batch.length < BATCH) return;
    last = end.id;
  }
}

const LEFTOVERS = `
  select tenant_id as "tenantId", recording_id as id, stored_in as "storedIn"
    from recording_leftovers where recording_id > $1 order by recording_id limit $2`;

/** Pieces that a killed process left. */
async function removeStale({ incoming, clock }: ForgettingParts): Promise<void> {
  const oldest = clock.now().getTime() - STALE_MS;
  for (const name of await readdir(incoming).catch(() => [])) {
    const file = join(incoming, name);
    const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
    if (mtimeMs < oldest) await rm(file, { force: true });
  }
}
