import { createHash, randomUUID } from 'node:crypto';
import { jobPriority } from '../calls/call-ended.ts';
import type { CallRecording, NotesRecordings } from '../calls/call-recording.ts';
import type { Clock } from '../infra/clock.ts';
import type { Tx } from '../infra/database.ts';
import type { CallId, TenantId } from '../infra/ids.ts';
import { Secret, type Vault } from '../infra/secrets.ts';
import { noteOnlyHeard } from './carrier-erasure/only-heard.store.ts';
import { readSource } from './media-host.ts';
import {
  complete,
  countOfCall,
  findNoted,
  insertRecording,
  type NotedRecording,
  type RecordingKey,
  reopen,
} from './recording.store.ts';
import { countUnverifiedWaiting, MOST_UNVERIFIED_WAITING } from './recording-quota.store.ts';
import { sourceUrlOf } from './source-url.ts';

export const DOWNLOAD_RECORDING = 'download-recording';

/** Where a tenant takes unsigned webhooks, a stranger may send them too, and must not fill the disk. */
const MOST_OF_A_CALL = 50;
const TOO_MANY_WAIT = `${MOST_UNVERIFIED_WAITING} recordings of calls that anybody may have made wait already.`;

export type NotingParts = { vault: Vault; clock: Clock; checkHost: (url: URL) => void };

/** Writes down what webhooks tell of recordings, and has them downloaded. Nothing is asked of any host here. */
export function notingRecordings({ vault, clock, checkHost }: NotingParts): NotesRecordings {
  return { noted };

  async function noted(
    tx: Tx,
    { tenantId, callId, verified }: { tenantId: TenantId; callId: CallId; verified: boolean },
    recording: CallRecording,
  ): Promise<void> {
    const source = readSource(recording.url, checkHost);
    const host = 'url' in source ? source.url.host : source.host;
    const named = { ...notedRecordingOf(recording, host), verified };
    if (recording.isOnlyHeard) {
      // Without the carrier's id it couldn't be erased there, and what is on another host isn't the carrier's.
      if (recording.id !== undefined && !('refusal' in source))
        await noteOnlyHeard(tx, { tenantId, id: randomUUID() }, callId, named, { now: clock.now() });
      return;
    }
    const known = await findNoted(tx, tenantId, callId, named);
    const key = { tenantId, id: known?.id ?? randomUUID() };
    const now = clock.now();
    if ('refusal' in source) {
      if (!known && (await countOfCall(tx, tenantId, callId)) < MOST_OF_A_CALL)
        await insertRecording(tx, key, callId, named, { status: 'REFUSED', reason: source.refusal, now });
      return;
    }
    const sealedUrl = vault.seal(new Secret(source.url.href), sourceUrlOf(key.id));
    if (!known) {
      if ((await countOfCall(tx, tenantId, callId)) >= MOST_OF_A_CALL) return;
      if (!verified && (await countUnverifiedWaiting(tx, tenantId)) >= MOST_UNVERIFIED_WAITING)
        return insertRecording(tx, key, callId, named, { status: 'REFUSED', reason: TOO_MANY_WAIT, now });
      await insertRecording(tx, key, callId, named, { status: 'WAITING', sealedUrl, now });
    } else if (known.status === 'KEPT' || known.status === 'WAITING') {
      await complete(tx, key, named);
    } else {
      await reopen(tx, key, named, { sealedUrl, now });
    }
    // Also for one that waits: told of again, it is likely to be there by now.
    if (known?.status !== 'KEPT') await addDownload(tx, key, verified);
  }
}

/** Has a recording downloaded now; there is one such job at a time. */
async function addDownload(tx: Tx, { tenantId, id }: RecordingKey, verified: boolean): Promise<void> {
  const options = { key: `download ${id}`, priority: jobPriority(verified) };
  await tx.addJob(DOWNLOAD_RECORDING, { tenantId, recordingId: id }, options);
}

function notedRecordingOf(
  { url, id, durationSeconds, accountId }: CallRecording,
  host: string,
): Omit<NotedRecording, 'verified'> {
  const urlHash = createHash('sha256').update(url).digest();
  const sourceKey = id === undefined ? `url ${urlHash.toString('hex')}` : `id ${id}`;
  return { sourceKey, urlHash, host, parentAuthId: accountId, durationSeconds };
}
