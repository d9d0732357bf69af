import type { Clock } from '../infra/clock.ts';
import type { Database } from '../infra/database.ts';
import { addDownload } from './note-recording.ts';
import type { RecordingKey } from './recording.store.ts';

/** The queue waits 6 hours at most between two attempts: what was left alone for longer has lost its job. */
const FORGOTTEN_MS = 8 * 3_600_000;
const BATCH = 500;

/** Downloads that nobody works at any more are enqueued again. */
export async function resumeRecordings(database: Database, clock: Clock): Promise<void> {
  const since = new Date(clock.now().getTime() - FORGOTTEN_MS);
  await database.asPlatform(async (tx) => {
    const waiting = await tx.query<RecordingKey>(
      `select tenant_id as "tenantId", id from recordings
        where status = 'WAITING' and coalesce(tried_at, noted_at) < $1 order by coalesce(tried_at, noted_at) limit $2`,
      [since, BATCH],
    );
    for (const key of waiting) await addDownload(tx, key);
  });
}
