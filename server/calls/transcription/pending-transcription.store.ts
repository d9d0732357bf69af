import { randomUUID } from 'node:crypto';
import type { Tx } from '../../infra/database.ts';
import { Secret, type SecretPlace, type Vault } from '../../infra/secrets.ts';
import type { SpokenRecording } from '../call-recording.ts';
import type { ExchangeKey } from '../exchange.store.ts';

/** A turn of a caller's of which only a recording is known. */
export type PendingTranscription = {
  key: ExchangeKey;
  recording: SpokenRecording;
  /** The persona's, BCP 47. */
  language: string;
};

const sourceUrlOf = (id: string): SecretPlace => ({
  table: 'pending_transcriptions',
  column: 'source_url',
  row: id,
});

/** Remembers what is to be transcribed, until it is: its process may be killed meanwhile. */
export async function insertPendingTranscription(
  { db }: Tx,
  vault: Vault,
  { key, recording, language }: PendingTranscription,
  now: Date,
): Promise<void> {
  const id = randomUUID();
  const { tenantId, callId, number } = key;
  const sourceUrl = vault.seal(new Secret(recording.url), sourceUrlOf(id));
  const accountId = recording.accountId ?? null;
  await db
    .insertInto('pendingTranscriptions')
    .values({ tenantId, id, callId, number, sourceUrl, accountId, language, since: now })
    .execute();
}

/** @returns false where another process has settled that turn, or its words are deleted */
export async function deletePendingTranscription({ db }: Tx, key: ExchangeKey): Promise<boolean> {
  const deleted = await db
    .deleteFrom('pendingTranscriptions')
    .where('tenantId', '=', key.tenantId)
    .where('callId', '=', key.callId)
    .where('number', '=', key.number)
    .returning('id')
    .execute();
  return deleted.length === 1;
}

/** One whose process was killed before it had the words. */
export type AbandonedTranscription = Omit<PendingTranscription, 'recording'> & {
  /** Undefined where its address can't be decrypted any more. */
  recording: SpokenRecording | undefined;
  providerCallId: string;
  since: Date;
};

/** Those of all tenants that came before `before`, the oldest first. The transaction must be the platform's. */
export async function findAbandoned(
  { db }: Tx,
  vault: Vault,
  { before, most }: { before: Date; most: number },
): Promise<AbandonedTranscription[]> {
  const rows = await db
    .selectFrom('pendingTranscriptions as u')
    .innerJoin('calls as c', (on) => on.onRef('c.tenantId', '=', 'u.tenantId').onRef('c.id', '=', 'u.callId'))
    .select([
      'u.tenantId',
      'u.id',
      'u.callId',
      'u.number',
      'u.sourceUrl',
      'u.accountId',
      'u.language',
      'u.since',
    ])
    .select('c.providerCallId')
    .where('u.since', '<', before)
    .orderBy('u.since')
    .limit(most)
    .execute();
  return rows.map(({ tenantId, callId, number, id, sourceUrl, accountId, ...turn }) => ({
    ...turn,
    key: { tenantId, callId, number },
    recording: recordingOf({ id, sourceUrl, accountId }, vault),
  }));
}

function recordingOf(
  { id, sourceUrl, accountId }: { id: string; sourceUrl: Buffer | null; accountId: string | null },
  vault: Vault,
): SpokenRecording | undefined {
  if (sourceUrl === null) return undefined;
  try {
    return { url: vault.open(sourceUrl, sourceUrlOf(id)).reveal(), accountId: accountId ?? undefined };
  } catch {
    return undefined;
  }
}
