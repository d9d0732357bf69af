import { rm } from 'node:fs/promises';
import { z } from 'zod';
import type { Clock } from '../infra/clock.ts';
import type { Database } from '../infra/database.ts';
import { writtenTenantId } from '../infra/ids.ts';
import { OutboundRefused } from '../infra/outbound/outbound-error.ts';
import type { ReachedBounds } from '../infra/reached-bounds.ts';
import type { Vault } from '../infra/secrets.ts';
import { writeKeyAccount } from '../numbers/inventory/phone-number-changes.store.ts';
import type { VobizAccount } from '../settings/vobiz-account.ts';
import { type FetchParts, fetchRecording } from './fetch-recording.ts';
import {
  beginDownload,
  markKept,
  markRefused,
  markTried,
  type RecordingKey,
  type ToDownload,
} from './recording.store.ts';
import { quotaLeft } from './recording-quota.store.ts';
import { sourceUrlOf } from './source-url.ts';
import { type Storages, storageOf } from './storage/storage.ts';
import { UnfitRecording } from './unfit-recording.ts';
import { mediaCredentials } from './whose-account/media-credentials.ts';

export type DownloadParts = FetchParts & {
  database: Database;
  vault: Vault;
  clock: Clock;
  storages: Storages;
  /** What numbers without a key of their own were bought with. */
  platformAccount: () => Promise<VobizAccount>;
  /** Told of recordings that the day's quota has no room for. */
  reached: Pick<ReachedBounds, 'note'>;
};

/** The tenant's recordings have taken what they may in a day. Its message is a sentence. */
class OverQuota extends UnfitRecording {
  override readonly name = 'OverQuota';

  constructor(megabytesADay: number) {
    super(`Today’s recordings have taken the ${megabytesADay} MB that they may take in a day.`);
  }
}

/** As often as the queue tries a job, which takes about 16 hours. */
const MOST_ATTEMPTS = 12;

const payloadOf = z.object({ tenantId: writtenTenantId, recordingId: z.uuid() });

/** Keeps a recording. Safe to repeat, and to be killed at any point: its row says what is left to do. */
export async function downloadRecording(payload: unknown, parts: DownloadParts): Promise<void> {
  const { tenantId, recordingId } = payloadOf.parse(payload);
  const { database, clock, storages } = parts;
  const key = { tenantId, id: recordingId };
  const { wanted, left } = await database.inTenant(tenantId, async (tx) => {
    const wanted = await beginDownload(tx, key);
    return { wanted, left: wanted && (await quotaLeft(tx, { tenantId, ...wanted }, clock.now())) };
  });
  if (!wanted || !left) return;
  try {
    if (left.bytes <= 0) throw new OverQuota(left.megabytesADay);
    await keep(key, wanted, parts);
  } catch (error) {
    const now = clock.now();
    const reason = error instanceof Error ? error.message.slice(0, 300) : 'It failed.';
    if (error instanceof OverQuota) parts.reached.note('recording_megabytes_a_day');
    if (error instanceof OutboundRefused || error instanceof UnfitRecording) {
      await database.inTenant(tenantId, (tx) => markRefused(tx, key, { reason, now }));
      return;
    }
    const tried = { reason, mostAttempts: MOST_ATTEMPTS, now };
    const status = await database.inTenant(tenantId, (tx) => markTried(tx, key, tried));
    if (status === undefined) await storageOf(storages, storages.current).remove(key);
    // The queue tries again, later each time.
    if (status === 'WAITING') throw error;
  }
}

async function keep(key: RecordingKey, wanted: ToDownload, parts: DownloadParts): Promise<void> {
  const { database, vault, clock, storages } = parts;
  if (wanted.sealedUrl === null) throw new Error('The recording’s address can’t be decrypted any more.');
  const url = vault.open(wanted.sealedUrl, sourceUrlOf(key.id)).reveal();
  const credentials = mediaCredentials(wanted, await parts.platformAccount(), vault);
  const { file, sound } = await fetchRecording(url, credentials, parts);
  const storage = storageOf(storages, storages.current);
  try {
    await storage.keep(key, file, sound);
  } finally {
    await rm(file, { force: true });
  }
  const kept = { storedIn: storages.current, now: clock.now() };
  const { tenantId } = key;
  // One after the other, so that those that came together aren't more than the day's quota.
  const outcome = await database.inTenant(
    tenantId,
    async (tx) => {
      if (credentials.proves) await writeKeyAccount(tx, { tenantId, ...credentials.proves });
      const left = await quotaLeft(tx, { tenantId, ...wanted }, kept.now);
      if (left.bytes < sound.bytes) return new OverQuota(left.megabytesADay);
      return (await markKept(tx, key, sound, kept)) ? 'kept' : 'forgotten meanwhile';
    },
    { lock: 'recordings of a day' },
  );
  if (outcome !== 'kept') await storage.remove(key);
  if (outcome instanceof OverQuota) throw outcome;
}
