import type { Tx } from '../infra/database.ts';
import type { RecordingKey } from './recording.store.ts';
import type { StorageName } from './storage/storage-name.ts';

/** A file whose recording is gone. */
export type Leftover = RecordingKey & { storedIn: StorageName };

/** Of all tenants, by the recordings' ids. @param after the last that was read */
export function listLeftovers({ db }: Tx, after: string | undefined, limit: number): Promise<Leftover[]> {
  return db
    .selectFrom('recordingLeftovers')
    .select(['tenantId', 'recordingId as id', 'storedIn'])
    .where(({ eb, lit }) => (after === undefined ? lit(true) : eb('recordingId', '>', after)))
    .orderBy('recordingId')
    .limit(limit)
    .execute();
}

export async function deleteLeftover({ db }: Tx, { tenantId, id }: RecordingKey): Promise<void> {
  await db
    .deleteFrom('recordingLeftovers')
    .where('tenantId', '=', tenantId)
    .where('recordingId', '=', id)
    .execute();
}
