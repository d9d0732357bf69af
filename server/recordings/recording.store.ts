import type { Tx } from '../infra/database.ts';
import type { SoundType } from './sound.ts';
import type { StorageName } from './storage-name.ts';

/** Names a recording. */
export type RecordingKey = { tenantId: string; id: string };

export type RecordingStatus =
  /** To be downloaded, or to be tried again. */
  | 'WAITING'
  | 'KEPT'
  /** Tried as often as is worth it. */
  | 'FAILED'
  /** By our own rules: nothing was fetched, or what came was thrown away. */
  | 'REFUSED';

/** What a webhook tells of one. `sourceKey` is the carrier's id, or stands in for it. */
export type NotedRecording = {
  sourceKey: string;
  urlHash: Buffer;
  host: string;
  parentAuthId: string | undefined;
  durationSeconds: number | undefined;
};

/** The same recording, if it was told of before: by its id, or at its address. */
export async function findNoted(
  tx: Tx,
  tenantId: string,
  callId: string,
  { sourceKey, urlHash }: NotedRecording,
): Promise<{ id: string; status: RecordingStatus } | undefined> {
  return tx.one(
    `select id, status from recordings
      where tenant_id = $1 and call_id = $2 and (source_key = $3 or url_hash = $4)
      order by source_key <> $3 limit 1 for update`,
    [tenantId, callId, sourceKey, urlHash],
  );
}

export async function countOfCall(tx: Tx, tenantId: string, callId: string): Promise<number> {
  const row = await tx.one<{ amount: number }>(
    'select count(*)::int as amount from recordings where tenant_id = $1 and call_id = $2',
    [tenantId, callId],
  );
  return row?.amount ?? 0;
}

type Verdict = { status: 'WAITING'; sealedUrl: Buffer } | { status: 'REFUSED'; reason: string };

export async function insertRecording(
  tx: Tx,
  { tenantId, id }: RecordingKey,
  callId: string,
  noted: NotedRecording,
  verdict: Verdict & { now: Date },
): Promise<void> {
  await tx.query(
    `insert into recordings (tenant_id, id, call_id, source_key, url_hash, source_host, source_url, parent_auth_id,
                             status, reason, noted_at, duration_seconds)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      tenantId,
      id,
      callId,
      noted.sourceKey,
      noted.urlHash,
      noted.host,
      verdict.status === 'WAITING' ? verdict.sealedUrl : null,
      noted.parentAuthId ?? null,
      verdict.status,
      verdict.status === 'REFUSED' ? verdict.reason : null,
      verdict.now,
      noted.durationSeconds ?? null,
    ],
  );
}

/** Adds what a later webhook knows and the first didn't. */
export async function complete(tx: Tx, { tenantId, id }: RecordingKey, noted: NotedRecording): Promise<void> {
  await tx.query(
    `update recordings set duration_seconds = coalesce(duration_seconds, $3), parent_auth_id = coalesce(parent_auth_id, $4)
      where tenant_id = $1 and id = $2`,
    [tenantId, id, noted.durationSeconds ?? null, noted.parentAuthId ?? null],
  );
}

/** One that came to nothing, told of again, gets another chance. */
export async function reopen(
  tx: Tx,
  { tenantId, id }: RecordingKey,
  noted: NotedRecording,
  { sealedUrl, now }: { sealedUrl: Buffer; now: Date },
): Promise<void> {
  await tx.query(
    `update recordings
        set status = 'WAITING', reason = null, attempts = 0, noted_at = $3, tried_at = null, source_url = $4,
            source_host = $5, url_hash = $6, parent_auth_id = coalesce($7, parent_auth_id)
      where tenant_id = $1 and id = $2`,
    [tenantId, id, now, sealedUrl, noted.host, noted.urlHash, noted.parentAuthId ?? null],
  );
}

/** The tenant's own number in a call `c`, where it is known here. */
const OWN_NUMBER = `left join lateral (
         select id, provider_api_key from phone_numbers p
          where p.tenant_id = c.tenant_id and p.e164 = case c.direction when 'INBOUND' then c."to" else c."from" end
          order by p.status = 'RELEASED', p.created_at desc limit 1
       ) n on true`;

/** The number that a call was for, and its key. */
export type CallNumber = { numberId: string | null; sealedKey: Buffer | null };

export async function findCallNumber(
  tx: Tx,
  { tenantId, callId }: { tenantId: string; callId: string },
): Promise<CallNumber | undefined> {
  return tx.one<CallNumber>(
    `select n.id as "numberId", n.provider_api_key as "sealedKey" from calls c ${OWN_NUMBER}
      where c.tenant_id = $1 and c.id = $2`,
    [tenantId, callId],
  );
}

/** What downloading takes. */
export type ToDownload = CallNumber & { sealedUrl: Buffer | null; parentAuthId: string | null };

/**
 * Counts an attempt before it is made, so that one whose process dies counts as it does in the queue.
 * @returns undefined where there is nothing to download any more
 */
export async function beginDownload(tx: Tx, { tenantId, id }: RecordingKey): Promise<ToDownload | undefined> {
  return tx.one<ToDownload>(
    `update recordings r set attempts = r.attempts + 1
       from calls c ${OWN_NUMBER}
      where c.tenant_id = r.tenant_id and c.id = r.call_id
        and r.tenant_id = $1 and r.id = $2 and r.status = 'WAITING'
     returning r.source_url as "sealedUrl", r.parent_auth_id as "parentAuthId", n.id as "numberId",
               n.provider_api_key as "sealedKey"`,
    [tenantId, id],
  );
}

/** A file as it was downloaded: how many bytes, and their SHA-256 in hexadecimal. */
export type Sound = { contentType: SoundType; bytes: number; sha256: string };

/** @returns false where the row is gone, and the file has to go as well */
export async function markKept(
  tx: Tx,
  { tenantId, id }: RecordingKey,
  { contentType, bytes, sha256 }: Sound,
  { storedIn, now }: { storedIn: StorageName; now: Date },
): Promise<boolean> {
  const rows = await tx.query(
    `update recordings
        set status = 'KEPT', reason = null, source_url = null, tried_at = $7, stored_at = $7,
            content_type = $3, bytes = $4, sha256 = $5, stored_in = $6
      where tenant_id = $1 and id = $2 and status = 'WAITING' returning 1`,
    [tenantId, id, contentType, bytes, sha256, storedIn, now],
  );
  return rows.length === 1;
}

export async function markRefused(
  tx: Tx,
  { tenantId, id }: RecordingKey,
  { reason, now }: { reason: string; now: Date },
): Promise<void> {
  await tx.query(
    `update recordings set status = 'REFUSED', reason = $3, source_url = null, tried_at = $4
      where tenant_id = $1 and id = $2 and status = 'WAITING'`,
    [tenantId, id, reason, now],
  );
}

/** @returns what it is after an attempt that came to nothing */
export async function markTried(
  tx: Tx,
  { tenantId, id }: RecordingKey,
  { reason, mostAttempts, now }: { reason: string; mostAttempts: number; now: Date },
): Promise<RecordingStatus | undefined> {
  const row = await tx.one<{ status: RecordingStatus }>(
    `update recordings
        set reason = $3, tried_at = $5,
            status = case when attempts >= $4 then 'FAILED' else status end
      where tenant_id = $1 and id = $2 and status = 'WAITING' returning status`,
    [tenantId, id, reason, mostAttempts, now],
  );
  return row?.status;
}
