import { type NotNull, sql } from 'kysely';
import type { Tx } from '../infra/database.ts';
import type { CallId, TenantId } from '../infra/ids.ts';
import { CALL_NUMBER, type CallNumber, callsWithNumber } from '../numbers/inventory/call-number.store.ts';
import type { SoundType } from './sound.ts';
import type { StorageName } from './storage/storage-name.ts';

/** Names a recording. */
export type RecordingKey = { tenantId: TenantId; id: string };

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
  /** Whether the webhook, and its call, are known to come from the carrier. */
  verified: boolean;
};

/** The same recording, if it was told of before: by its id, or at its address. */
export function findNoted(
  { db }: Tx,
  tenantId: TenantId,
  callId: CallId,
  { sourceKey, urlHash }: NotedRecording,
): Promise<{ id: string; status: RecordingStatus } | undefined> {
  return db
    .selectFrom('recordings')
    .select(['id', 'status'])
    .where('tenantId', '=', tenantId)
    .where('callId', '=', callId)
    .where(({ or }) => or({ sourceKey, urlHash }))
    .orderBy(({ eb }) => eb('sourceKey', '!=', sourceKey))
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
}

/** How many a call has of those that are to be kept. */
export async function countOfCall({ db }: Tx, tenantId: TenantId, callId: CallId): Promise<number> {
  const { amount } = await db
    .selectFrom('recordings')
    .select((eb) => eb.fn.countAll<number>().as('amount'))
    .where('tenantId', '=', tenantId)
    .where('callId', '=', callId)
    .where('onlyHeard', '=', false)
    .executeTakeFirstOrThrow();
  return amount;
}

type Verdict = { status: 'WAITING'; sealedUrl: Buffer } | { status: 'REFUSED'; reason: string };

export async function insertRecording(
  { db }: Tx,
  { tenantId, id }: RecordingKey,
  callId: CallId,
  { sourceKey, urlHash, host, parentAuthId, durationSeconds, verified }: NotedRecording,
  verdict: Verdict & { now: Date },
): Promise<void> {
  await db
    .insertInto('recordings')
    .values({
      tenantId,
      id,
      callId,
      sourceKey,
      urlHash,
      sourceHost: host,
      sourceUrl: verdict.status === 'WAITING' ? verdict.sealedUrl : null,
      parentAuthId: parentAuthId ?? null,
      status: verdict.status,
      reason: verdict.status === 'REFUSED' ? verdict.reason : null,
      notedAt: verdict.now,
      durationSeconds: durationSeconds ?? null,
      verified,
      numberId: callsWithNumber({ db })
        .select('n.id')
        .where('c.tenantId', '=', tenantId)
        .where('c.id', '=', callId),
    })
    .execute();
}

/** Adds what a later webhook knows and the first didn't. */
export async function complete(
  { db }: Tx,
  { tenantId, id }: RecordingKey,
  { durationSeconds, parentAuthId, ...named }: NotedRecording,
): Promise<void> {
  await db
    .updateTable('recordings')
    .set(({ fn, val }) => ({
      durationSeconds: fn.coalesce('durationSeconds', val(durationSeconds ?? null)),
      parentAuthId: fn.coalesce('parentAuthId', val(parentAuthId ?? null)),
    }))
    .set('verified', vouched(named))
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .execute();
}

/** The id of a row that a stranger told of first is vouched for only where the carrier names the same. */
const vouched = ({ sourceKey, verified }: Pick<NotedRecording, 'sourceKey' | 'verified'>) =>
  sql<boolean>`(verified or (${verified}::boolean and source_key = ${sourceKey}))`;

/** One that came to nothing, told of again, gets another chance. */
export async function reopen(
  { db }: Tx,
  { tenantId, id }: RecordingKey,
  { host, urlHash, parentAuthId, ...named }: NotedRecording,
  { sealedUrl, now }: { sealedUrl: Buffer; now: Date },
): Promise<void> {
  await db
    .updateTable('recordings')
    .set({ status: 'WAITING', reason: null, attempts: 0, notedAt: now, triedAt: null })
    .set({ sourceUrl: sealedUrl, sourceHost: host, urlHash, onlyHeard: false })
    .set('verified', vouched(named))
    .set(({ fn, val }) => ({ parentAuthId: fn.coalesce(val(parentAuthId ?? null), 'parentAuthId') }))
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .execute();
}

/** What downloading takes. */
export type ToDownload = CallNumber & { sealedUrl: Buffer | null; parentAuthId: string | null };

/**
 * Counts an attempt before it is made, so that one whose process dies counts as it does in the queue.
 * @returns undefined where there is nothing to download any more
 */
export async function beginDownload(tx: Tx, key: RecordingKey): Promise<ToDownload | undefined> {
  const { tenantId, id } = key;
  await waiting(tx, key)
    .set((eb) => ({ attempts: eb('attempts', '+', 1) }))
    .execute();
  return callsWithNumber(tx)
    .innerJoin('recordings as r', (on) =>
      on.onRef('r.tenantId', '=', 'c.tenantId').onRef('r.callId', '=', 'c.id'),
    )
    .select(['r.sourceUrl as sealedUrl', 'r.parentAuthId'])
    .select(CALL_NUMBER)
    .where('r.tenantId', '=', tenantId)
    .where('r.id', '=', id)
    .where('r.status', '=', 'WAITING')
    .executeTakeFirst();
}

const waiting = ({ db }: Tx, { tenantId, id }: RecordingKey) =>
  db
    .updateTable('recordings')
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .where('status', '=', 'WAITING');

/** A file as it was downloaded: how many bytes, and their SHA-256 in hexadecimal. */
export type Sound = { contentType: SoundType; bytes: number; sha256: string };

/** @returns false where the row is gone, and the file has to go as well */
export async function markKept(
  tx: Tx,
  key: RecordingKey,
  { contentType, bytes, sha256 }: Sound,
  { storedIn, now }: { storedIn: StorageName; now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await waiting(tx, key)
    .set({ status: 'KEPT', reason: null, sourceUrl: null, triedAt: now, storedAt: now })
    .set({ contentType, bytes, sha256, storedIn })
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

export async function markRefused(
  tx: Tx,
  key: RecordingKey,
  { reason, now }: { reason: string; now: Date },
): Promise<void> {
  await waiting(tx, key).set({ status: 'REFUSED', reason, sourceUrl: null, triedAt: now }).execute();
}

/** @returns what it is after an attempt that came to nothing */
export async function markTried(
  tx: Tx,
  key: RecordingKey,
  { reason, mostAttempts, now }: { reason: string; mostAttempts: number; now: Date },
): Promise<RecordingStatus | undefined> {
  const tried = await waiting(tx, key)
    .set((eb) => ({
      reason,
      triedAt: now,
      status: eb
        .case()
        .when('attempts', '>=', mostAttempts)
        .then('FAILED' as const)
        .else(eb.ref('status'))
        .end(),
    }))
    .returning('status')
    .executeTakeFirst();
  return tried?.status;
}

/** One whose sound can be played, and where that is. */
export type PlayableRecording = RecordingKey & Sound & { storedIn: StorageName };

/** @returns undefined where there is none that the transaction may see */
export function findPlayable({ db }: Tx, id: string): Promise<PlayableRecording | undefined> {
  return (
    db
      .selectFrom('recordings')
      .select(['tenantId', 'id', 'contentType', 'bytes', 'sha256', 'storedIn'])
      .where('id', '=', id)
      .where('status', '=', 'KEPT')
      // The table's checks: what is kept has all of them.
      .$narrowType<{ contentType: NotNull; bytes: NotNull; sha256: NotNull; storedIn: NotNull }>()
      .executeTakeFirst()
  );
}

/**
 * Deletes recordings that are older than their tenant keeps them: a call's words and its sound are as old as the call.
 * @returns how many went, at most `limit`
 */
export async function deleteExpired({ db }: Tx, now: Date, limit: number): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('recordings')
    .where(({ eb, refTuple, selectFrom }) =>
      eb(
        refTuple('tenantId', 'id'),
        'in',
        selectFrom('tenants as t')
          .innerJoin('calls as c', 'c.tenantId', 't.id')
          .innerJoin('recordings as r', (on) =>
            on.onRef('r.tenantId', '=', 'c.tenantId').onRef('r.callId', '=', 'c.id'),
          )
          .select(['r.tenantId', 'r.id'])
          .where('t.recordingRetentionDays', 'is not', null)
          .where('c.startedAt', '<', ({ ref }) => {
            const days = ref('t.recordingRetentionDays');
            return sql<Date>`${now}::timestamptz - make_interval(days => ${days})`;
          })
          .limit(limit)
          .$asTuple('tenantId', 'id'),
      ),
    )
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
