import type { Tx } from '../../infra/database.ts';
import type { Money } from '../money.ts';

// An order's steps. Each is one conditional statement, so that of all who try, one at most takes it.

/**
 * Claims the right to send an order's one request. Committed before it leaves, so that nobody ever sends it twice.
 * @returns false when somebody else has claimed it, or the order is settled
 */
export async function claimSending(
  tx: Tx,
  id: string,
  { now, mayActUntil }: { now: Date; mayActUntil: Date },
): Promise<boolean> {
  const rows = await tx.query(
    `update number_orders set sent_at = $2, may_act_until = $3
      where id = $1 and status = 'PENDING' and sent_at is null returning 1`,
    [id, now, mayActUntil],
  );
  return rows.length === 1;
}

/** Nobody knows what became of the request. `mayActUntil` can only come nearer: our side gave up earlier. */
export async function markUncertain(
  tx: Tx,
  id: string,
  { failure, mayActUntil }: { failure: string; mayActUntil: Date },
): Promise<void> {
  await tx.query(
    `update number_orders set status = 'UNCERTAIN', failure = $2, may_act_until = least(may_act_until, $3)
      where id = $1 and status = 'PENDING' and sent_at is not null`,
    [id, failure, mayActUntil],
  );
}

/**
 * Ends an order for which nothing was sent, and now never will be.
 * @returns false when somebody has claimed its sending, or it is settled
 */
export async function callOff(tx: Tx, id: string, failure: string, now: Date): Promise<boolean> {
  const rows = await tx.query(
    `update number_orders set status = 'FAILED', failure = $2, settled_at = $3
      where id = $1 and status = 'PENDING' and sent_at is null returning 1`,
    [id, failure, now],
  );
  return rows.length === 1;
}

/** Ends an order that was clearly not carried out. @returns false when it was settled before */
export async function markFailed(tx: Tx, id: string, failure: string, now: Date): Promise<boolean> {
  const rows = await tx.query(
    `update number_orders set status = 'FAILED', failure = $2, settled_at = $3
      where id = $1 and status in ('PENDING', 'UNCERTAIN') returning 1`,
    [id, failure, now],
  );
  return rows.length === 1;
}

/**
 * The provider did what the order asks. That is the truth also where we had given it up.
 * @returns false when it was SUCCEEDED before
 */
export async function markSucceeded(
  tx: Tx,
  id: string,
  done: {
    phoneNumberId: string | null;
    setupFee?: Money | null;
    monthlyFee?: Money | null;
    releaseFee?: Money | null;
    now: Date;
  },
): Promise<boolean> {
  const { setupFee, monthlyFee, releaseFee } = done;
  const currency = (setupFee ?? monthlyFee ?? releaseFee)?.currency ?? null;
  const rows = await tx.query(
    `update number_orders
        set status = 'SUCCEEDED', failure = null, settled_at = $3, phone_number_id = coalesce($2, phone_number_id),
            setup_fee = $4, monthly_fee = $5, release_fee = $6, fee_currency = $7
      where id = $1 and status <> 'SUCCEEDED' returning 1`,
    [
      id,
      done.phoneNumberId,
      done.now,
      setupFee?.minorUnits ?? null,
      monthlyFee?.minorUnits ?? null,
      releaseFee?.minorUnits ?? null,
      currency,
    ],
  );
  return rows.length === 1;
}
