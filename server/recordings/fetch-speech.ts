import { readFile, rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { FetchesSpeech, Speech, SpokenRecording } from '../calls/call-recording.ts';
import type { CallId, TenantId } from '../infra/ids.ts';
import { OutboundRefused } from '../infra/outbound/outbound-error.ts';
import { findCallNumber } from '../numbers/inventory/call-number.store.ts';
import { writeKeyAccount } from '../numbers/inventory/phone-number-changes.store.ts';
import type { DownloadParts } from './download-recording.job.ts';
import { fetchRecording } from './fetch-recording.ts';
import { readSource } from './media-host.ts';
import { UnfitRecording } from './unfit-recording.ts';
import type { MediaCredentials } from './whose-account/media-credentials.ts';
import { mediaCredentials } from './whose-account/media-credentials.ts';

/** What one turn takes: half a minute as wav of 16 kHz in stereo has 2 MB. */
const MOST_BYTES = 4 * 2 ** 20;

/** Vobiz tells of a recording as it ends, and may have it a moment later. In milliseconds. */
const RETRY_AFTER_MS = 250;

/** Fetches what was recorded of a caller's turn, by the same rules as recordings that are kept. Keeps nothing. */
export function fetchingSpeech(parts: Omit<DownloadParts, 'storages' | 'clock' | 'reached'>): FetchesSpeech {
  return async (call, recording, { ms }) => {
    const deadline = performance.now() + ms;
    const source = readSource(recording.url, parts.checkHost);
    if ('refusal' in source) throw new OutboundRefused(source.refusal);
    const credentials = await credentialsFor(call, recording, parts);
    for (;;) {
      const limits = { bytes: MOST_BYTES, ms: Math.max(1, Math.ceil(deadline - performance.now())) };
      try {
        const speech = await fetchInto(source.url.href, credentials, { ...parts, limits });
        const { proves } = credentials;
        if (proves)
          await parts.database.inTenant(call.tenantId, (tx) =>
            writeKeyAccount(tx, { tenantId: call.tenantId, ...proves }),
          );
        return speech;
      } catch (error) {
        const isFinal = error instanceof OutboundRefused || error instanceof UnfitRecording;
        if (isFinal || performance.now() + RETRY_AFTER_MS >= deadline) throw error;
        await pause(RETRY_AFTER_MS);
      }
    }
  };
}

async function credentialsFor(
  call: { tenantId: TenantId; callId: CallId },
  { accountId }: SpokenRecording,
  { database, vault, platformAccount }: Pick<DownloadParts, 'database' | 'vault' | 'platformAccount'>,
): Promise<MediaCredentials> {
  const number = await database.inTenant(call.tenantId, (tx) => findCallNumber(tx, call));
  if (!number) throw new Error('The call is gone.');
  return mediaCredentials({ ...number, parentAuthId: accountId ?? null }, await platformAccount(), vault);
}

async function fetchInto(
  url: string,
  credentials: MediaCredentials,
  parts: Parameters<typeof fetchRecording>[2],
): Promise<Speech> {
  const { file, sound } = await fetchRecording(url, credentials, parts);
  try {
    return { sound: await readFile(file), contentType: sound.contentType };
  } finally {
    await rm(file, { force: true });
  }
}
