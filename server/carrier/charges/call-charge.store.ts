import { sql } from 'kysely';
import { CHARGE_TASK, jobPriority } from '../../calls/call-ended.ts';
import type { Tx } from '../../infra/database.ts';
import type { CallId, TenantId } from '../../infra/ids.ts';
import { callsWithNumber } from '../../numbers/inventory/call-number.store.ts';
import type { NumberAccount } from '../../numbers/inventory/carrier-credentials.ts';

/** Names a call. */
export type CallKey = { tenantId: TenantId; callId: CallId };

/** A charge that isn't known yet, and what asking for it takes. */
export type WaitingCharge = {
  providerCallId: string;
  /** As a webhook named it. */
  toldAccount: string | null;
  attempts: number;
  /** Whether the call is known to come from the carrier. */
  verified: boolean;
  endedAt: Date | null;
  /** The tenant's number in the call; undefined where that isn't known. */
  number: NumberAccount | undefined;
};

/** @returns undefined where it is settled, or gone with its call */
export async function findWaiting(tx: Tx, key: CallKey): Promise<WaitingCharge | undefined> {
  const row = await callsWithNumber(tx)
    .innerJoin('callCharges as h', (on) =>
      on.onRef('h.tenantId', '=', 'c.tenantId').onRef('h.callId', '=', 'c.id'),
    )
    .select(['c.providerCallId', 'c.endedAt', 'h.account as toldAccount', 'h.attempts', 'h.verified'])
    .select(['n.id as numberId', 'n.providerApiKey as sealedKey', 'n.keyAccount', 'n.account as boughtWith'])
    .where('h.tenantId', '=', key.tenantId)
    .where('h.callId', '=', key.callId)
    .where('h.status', '=', 'WAITING')
    .executeTakeFirst();
  if (!row) return undefined;
  const { numberId, sealedKey, keyAccount, boughtWith, ...charge } = row;
  const number = numberId === null ? undefined : { numberId, sealedKey, keyAccount, boughtWith };
  return { ...charge, number };
}

const waiting = ({ db }: Tx, { tenantId, callId }: CallKey) =>
  db
    .updateTable('callCharges')
    .where('tenantId', '=', tenantId)
    .where('callId', '=', callId)
    .where('status', '=', 'WAITING');

export type KnownCharge = { micros: number; currency: string; byPlatform: boolean };

/** @param reason what is missing of it, if anything */
export async function markKnown(
  tx: Tx,
  key: CallKey,
  { micros, currency, byPlatform }: KnownCharge,
  { reason = null, now }: { reason?: string | null; now: Date },
): Promise<void> {
  await waiting(tx, key)
    .set((eb) => ({
      status: 'KNOWN',
      amountMicros: micros,
      currency,
      byPlatform,
      reason,
      attempts: eb('attempts', '+', 1),
      triedAt: now,
      settledAt: now,
      month: eb
        .selectFrom('calls as c')
        .innerJoin('tenants as t', 't.id', 'c.tenantId')
        .select(({ ref }) =>
          sql<string>`date_trunc('month', ${ref('c.startedAt')} at time zone ${ref('t.timeZone')})::date`.as(
            'month',
          ),
        )
        .where('c.tenantId', '=', key.tenantId)
        .where('c.id', '=', key.callId),
    }))
    .execute();
}

export async function markGivenUp(
  tx: Tx,
  key: CallKey,
  { reason, now }: { reason: string; now: Date },
): Promise<void> {
  await waiting(tx, key)
    .set((eb) => ({
      status: 'GIVEN_UP',
      reason,
      attempts: eb('attempts', '+', 1),
      triedAt: now,
      settledAt: now,
    }))
    .execute();
}

/** Notes an attempt that came to nothing, and has another follow. @param counts false: it wasn't made */
export async function tryAgain(
  tx: Tx,
  key: CallKey,
  {
    reason,
    now,
    runAt,
    verified,
    counts = true,
  }: { reason?: string; now: Date; runAt: Date; verified: boolean; counts?: boolean },
): Promise<void> {
  if (counts) {
    await waiting(tx, key)
      .set((eb) => ({ reason: reason ?? null, triedAt: now, attempts: eb('attempts', '+', 1) }))
      .execute();
  }
  const options = { key: `charge ${key.callId}`, runAt, priority: jobPriority(verified) };
  await tx.addJob(CHARGE_TASK, key, options);
}
