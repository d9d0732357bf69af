import { randomUUID } from 'node:crypto';
import { at, type Tx } from '../../infra/database.ts';
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
  tx: Tx,
  vault: Vault,
  { key, recording, language }: PendingTranscription,
  now: Date,
): Promise<void> {
  const id = randomUUID();
  await tx.query(
    `insert into pending_transcriptions (tenant_id, id, call_id, number, source_url, account_id, language, since)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      key.tenantId,
      id,
      key.callId,
      key.number,
      vault.seal(new Secret(recording.url), sourceUrlOf(id)),
      recording.accountId ?? null,
      language,
      now,
    ],
  );
}

/** @returns false where somebody else has come to an end with that turn, or its words are forgotten */
export async function deletePendingTranscription(tx: Tx, key: ExchangeKey): Promise<boolean> {
  const rows = await tx.query(
    'delete from pending_transcriptions where tenant_id = $1 and call_id = $2 and number = $3 returning 1',
    [key.tenantId, key.callId, key.number],
  );
  return rows.length === 1;
}

type Row = {
  tenantId: string;
  id: string;
  callId: string;
  number: number;
  providerCallId: string;
  sourceUrl: Buffer | null;
  accountId: string | null;
  language: string;
  since: string;
};

/** One that nobody works at any more. */
export type AbandonedTranscription = Omit<PendingTranscription, 'recording'> & {
  /** Undefined where its address can't be decrypted any more. */
  recording: SpokenRecording | undefined;
  providerCallId: string;
  since: Date;
};

/** Those of all tenants that came before `before`, the oldest first. The transaction must be the platform's. */
export async function findAbandoned(
  tx: Tx,
  vault: Vault,
  { before, most }: { before: Date; most: number },
): Promise<AbandonedTranscription[]> {
  const rows = await tx.query<Row>(
    `select u.tenant_id as "tenantId", u.id, u.call_id as "callId", u.number, u.source_url as "sourceUrl",
            u.account_id as "accountId", u.language, u.since, c.provider_call_id as "providerCallId"
       from pending_transcriptions u join calls c on c.tenant_id = u.tenant_id and c.id = u.call_id
      where u.since < $1 order by u.since limit $2`,
    [before, most],
  );
  return rows.map(({ tenantId, callId, number, language, providerCallId, since, ...row }) => ({
    key: { tenantId, callId, number },
    recording: recordingOf(row, vault),
    ...{ language, providerCallId, since: at(since) },
  }));
}

function recordingOf(
  { id, sourceUrl, accountId }: Pick<Row, 'id' | 'sourceUrl' | 'accountId'>,
  vault: Vault,
): SpokenRecording | undefined {
  if (sourceUrl === null) return undefined;
  try {
    return { url: vault.open(sourceUrl, sourceUrlOf(id)).reveal(), accountId: accountId ?? undefined };
  } catch {
    return undefined;
  }
}
