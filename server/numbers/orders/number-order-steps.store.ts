import type { UpdateQueryBuilder, UpdateResult } from 'kysely';
import type { Tx } from '../../infra/database.ts';
import type { Tables } from '../../infra/tables.ts';
import type { Money } from '../money.ts';

// An order's steps. Each is one conditional statement, so that of all who try, one at most takes it.

type Step = UpdateQueryBuilder<Tables, 'numberOrders', 'numberOrders', UpdateResult>;

/** @returns whether the order was as the step's condition says, and so the step was taken now */
const isTaken = async (step: Step): Promise<boolean> => (await step.returning('id').execute()).length === 1;

/**
 * Claims the right to send an order's one request. Committed before it leaves, so that no process ever sends it twice.
 * @returns false when another process has claimed it, or the order is settled
 */
export function claimSending(
  { db }: Tx,
  id: string,
  { now, mayActUntil }: { now: Date; mayActUntil: Date },
): Promise<boolean> {
  return isTaken(
    db
      .updateTable('numberOrders')
      .set({ sentAt: now, mayActUntil })
      .where('id', '=', id)
      .where('status', '=', 'PENDING')
      .where('sentAt', 'is', null),
  );
}

/** It isn't known what became of the request. `mayActUntil` can only come nearer: our side gave up earlier. */
export async function markUncertain(
  { db }: Tx,
  id: string,
  { failure, mayActUntil }: { failure: string; mayActUntil: Date },
): Promise<void> {
  await db
    .updateTable('numberOrders')
    .set((eb) => ({
      status: 'UNCERTAIN',
      failure,
      mayActUntil: eb.fn<Date>('least', ['mayActUntil', eb.val(mayActUntil)]),
    }))
    .where('id', '=', id)
    .where('status', '=', 'PENDING')
    .where('sentAt', 'is not', null)
    .execute();
}

/**
 * Ends an order for which nothing was sent, and now never will be.
 * @returns false when a process has claimed its sending, or it is settled
 */
export function callOff({ db }: Tx, id: string, failure: string, now: Date): Promise<boolean> {
  return isTaken(
    db
      .updateTable('numberOrders')
      .set({ status: 'FAILED', failure, settledAt: now })
      .where('id', '=', id)
      .where('status', '=', 'PENDING')
      .where('sentAt', 'is', null),
  );
}

/** Whether nothing was sent for an order yet. If so, no process claims its sending before the transaction ends. */
export async function lockUnsent({ db }: Tx, id: string): Promise<boolean> {
  const unsent = await db
    .selectFrom('numberOrders')
    .select('id')
    .where('id', '=', id)
    .where('status', '=', 'PENDING')
    .where('sentAt', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  return unsent !== undefined;
}

/** Ends an order that was clearly not carried out. @returns false when it was settled before */
export function markFailed({ db }: Tx, id: string, failure: string, now: Date): Promise<boolean> {
  return isTaken(
    db
      .updateTable('numberOrders')
      .set({ status: 'FAILED', failure, settledAt: now })
      .where('id', '=', id)
      .where('status', 'in', ['PENDING', 'UNCERTAIN']),
  );
}

/**
 * The provider did what the order asks. That is the truth also where we had given it up.
 * @returns false when it was SUCCEEDED before
 */
export function markSucceeded(
  { db }: Tx,
  id: string,
  done: {
    phoneNumberId: string | null;
    setupFee?: Money | null;
    monthlyFee?: Money | null;
    releaseFee?: Money | null;
    now: Date;
  },
): Promise<boolean> {
  const { phoneNumberId, setupFee, monthlyFee, releaseFee, now } = done;
  return isTaken(
    db
      .updateTable('numberOrders')
      .set((eb) => ({
        status: 'SUCCEEDED',
        failure: null,
        settledAt: now,
        phoneNumberId: eb.fn.coalesce(eb.val(phoneNumberId), 'phoneNumberId'),
        setupFee: setupFee?.minorUnits ?? null,
        monthlyFee: monthlyFee?.minorUnits ?? null,
        releaseFee: releaseFee?.minorUnits ?? null,
        feeCurrency: (setupFee ?? monthlyFee ?? releaseFee)?.currency ?? null,
      }))
      .where('id', '=', id)
      .where('status', '<>', 'SUCCEEDED'),
  );
}
