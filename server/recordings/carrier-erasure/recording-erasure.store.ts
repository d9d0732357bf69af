import type { Tx } from '../../infra/database.ts';
import type { CallId, TenantId } from '../../infra/ids.ts';
import type { NumberAccount } from '../../numbers/inventory/carrier-credentials.ts';
import type { RecordingKey } from '../recording.store.ts';
import type { RecordingErasureStatus } from './recording-erasure.entity.ts';

/** One that is to be deleted now, and in which number's account; `number` is undefined where none is known. */
export type DueErasure = RecordingKey & {
  carrierId: string;
  account: string | null;
  attempts: number;
  requestedAt: Date;
  number: NumberAccount | undefined;
};

/**
 * Takes what is due, the longest due first, out of other processes' reach for a while: an attempt whose process dies
 * is made again then. For a transaction of the platform.
 */
export async function claimDue(
  { db }: Tx,
  { now, again, most }: { now: Date; again: Date; most: number },
): Promise<DueErasure[]> {
  const claimed = await db
    .with('due', (cte) =>
      cte
        .selectFrom('recordingErasures')
        .select(['tenantId', 'recordingId'])
        .where('status', '=', 'PENDING')
        .where('nextAttemptAt', '<=', now)
        .orderBy('nextAttemptAt')
        .limit(most)
        .forUpdate()
        .skipLocked(),
    )
    .with('claimed', (cte) =>
      cte
        .updateTable('recordingErasures as e')
        .from('due')
        .set((eb) => ({ nextAttemptAt: again, triedAt: now, attempts: eb('e.attempts', '+', 1) }))
        .whereRef('e.tenantId', '=', 'due.tenantId')
        .whereRef('e.recordingId', '=', 'due.recordingId')
        .returning(['e.tenantId', 'e.recordingId', 'e.carrierId', 'e.account', 'e.numberId'])
        .returning(['e.attempts', 'e.requestedAt']),
    )
    .selectFrom('claimed as e')
    // A number that moved to another tenant has kept its id and its key.
    .leftJoin('phoneNumbers as n', 'n.id', 'e.numberId')
    .leftJoin('leftKeys as k', 'k.numberId', 'e.numberId')
    .select(['e.tenantId', 'e.recordingId as id', 'e.account', 'e.attempts', 'e.requestedAt', 'e.numberId'])
    .select((eb) => [
      eb.ref('e.carrierId').$notNull().as('carrierId'),
      eb.fn.coalesce('n.providerApiKey', 'k.providerApiKey').as('sealedKey'),
      // A key's account is that of no other key.
      eb
        .case()
        .when('n.providerApiKey', 'is not', null)
        .then(eb.ref('n.keyAccount'))
        .else(eb.ref('k.keyAccount'))
        .end()
        .as('keyAccount'),
      eb.fn.coalesce('n.account', 'k.boughtWith').as('boughtWith'),
      eb.or([eb('n.id', 'is not', null), eb('k.numberId', 'is not', null)]).as('isKnown'),
    ])
    .execute();
  return claimed.map(({ numberId, sealedKey, keyAccount, boughtWith, isKnown, ...erasure }) => ({
    ...erasure,
    number: numberId === null || !isKnown ? undefined : { numberId, sealedKey, keyAccount, boughtWith },
  }));
}

const pending = ({ db }: Tx, { tenantId, id }: RecordingKey) =>
  db
    .updateTable('recordingErasures')
    .where('tenantId', '=', tenantId)
    .where('recordingId', '=', id)
    .where('status', '=', 'PENDING');

export async function markDeleted(tx: Tx, key: RecordingKey, now: Date): Promise<void> {
  await pending(tx, key)
    .set({ status: 'DELETED', reason: null, nextAttemptAt: null, settledAt: now })
    .execute();
}

export async function markFailed(
  tx: Tx,
  key: RecordingKey,
  { reason, now }: { reason: string; now: Date },
): Promise<void> {
  await pending(tx, key).set({ status: 'FAILED', reason, nextAttemptAt: null, settledAt: now }).execute();
}

export async function putOff(
  tx: Tx,
  key: RecordingKey,
  { reason, nextAttemptAt }: { reason: string; nextAttemptAt: Date },
): Promise<void> {
  await pending(tx, key).set({ reason, nextAttemptAt }).execute();
}

/** Forgets keys of numbers that are gone, once nothing is, or will be, to be deleted with them any more. */
export async function forgetLeftKeys({ db }: Tx): Promise<void> {
  await db
    .deleteFrom('leftKeys')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('recordingErasures as e')
            .select('e.recordingId')
            .whereRef('e.numberId', '=', 'leftKeys.numberId')
            .where('e.status', '=', 'PENDING'),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(selectFrom('recordings as r').select('r.id').whereRef('r.numberId', '=', 'leftKeys.numberId')),
      ),
    )
    .execute();
}

/** Forgets what was settled before then. */
export async function forgetSettled({ db }: Tx, before: Date): Promise<void> {
  await db.deleteFrom('recordingErasures').where('settledAt', '<', before).execute();
}

/** As it is shown: nothing of it leads to a caller. */
export type ShownErasure = {
  id: string;
  tenantId: TenantId;
  callId: CallId;
  status: RecordingErasureStatus;
  reason: string | null;
  attempts: number;
  requestedAt: Date;
  nextAttemptAt: Date | null;
  settledAt: Date | null;
};

/** The newest first, those that need a look before the rest. @param tenantId left out: of all tenants */
export function listErasures(
  { db }: Tx,
  { tenantId, most }: { tenantId: TenantId | undefined; most: number },
): Promise<ShownErasure[]> {
  return db
    .selectFrom('recordingErasures')
    .select(['recordingId as id', 'tenantId', 'callId', 'status', 'reason', 'attempts'])
    .select(['requestedAt', 'nextAttemptAt', 'settledAt'])
    .$if(tenantId !== undefined, (query) => query.where('tenantId', '=', tenantId as TenantId))
    .orderBy('requestedAt', 'desc')
    .orderBy('recordingId', 'desc')
    .limit(most)
    .execute();
}

export async function countErasures(
  { db }: Tx,
  tenantId: TenantId | undefined,
): Promise<Record<RecordingErasureStatus, number>> {
  const rows = await db
    .selectFrom('recordingErasures')
    .select((eb) => ['status', eb.fn.countAll<number>().as('amount')])
    .$if(tenantId !== undefined, (query) => query.where('tenantId', '=', tenantId as TenantId))
    .groupBy('status')
    .execute();
  const counts = { PENDING: 0, DELETED: 0, FAILED: 0 };
  for (const { status, amount } of rows) counts[status] = amount;
  return counts;
}

/** Has one that failed tried again, where the carrier named an id. @returns whether there is such a one */
export async function reopenErasure(
  { db }: Tx,
  recordingId: string,
  { tenantId, now }: { tenantId: TenantId | undefined; now: Date },
): Promise<boolean> {
  const reopened = await db
    .updateTable('recordingErasures')
    .set({ status: 'PENDING', settledAt: null, nextAttemptAt: now, requestedAt: now, attempts: 0 })
    .where('recordingId', '=', recordingId)
    .$if(tenantId !== undefined, (query) => query.where('tenantId', '=', tenantId as TenantId))
    .where('status', '=', 'FAILED')
    .where('carrierId', 'is not', null)
    .returning('recordingId')
    .execute();
  return reopened.length > 0;
}
