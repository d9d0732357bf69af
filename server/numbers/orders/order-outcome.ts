import type { Tx } from '../../infra/database.ts';
import { numberInUse } from '../inventory/phone-number.store.ts';
import { insertBought, markGivenBack, restore } from '../inventory/phone-number-changes.store.ts';
import type { OwnedNumber, ReleaseResult } from '../number-provider.ts';
import type { NumberOrderRow } from './number-order.store.ts';
import { markFailed, markSucceeded } from './number-order-steps.store.ts';

// What an order's outcome changes, in the transaction that settles it. Each holds the number's lock, and is safe to
// repeat: the second time finds the order settled.

/** The number was bought: it is shown, and is to be attached next. @returns its id */
export async function settleBought(
  tx: Tx,
  order: NumberOrderRow,
  owned: OwnedNumber,
  now: Date,
): Promise<string | null> {
  const inUse = await numberInUse(tx, order.e164, order.tenantId);
  const id = inUse
    ? inUse.tenantId === order.tenantId
      ? inUse.id
      : null
    : await insertBought(tx, order, owned, now);
  const { setupFee, monthlyFee } = owned;
  await markSucceeded(tx, order.id, { phoneNumberId: id, setupFee, monthlyFee, now });
  return id;
}

/** The number was given back. */
export async function settleReleased(
  tx: Tx,
  order: NumberOrderRow,
  {
    cooldownEndsAt,
    releaseFee,
  }: Pick<Extract<ReleaseResult, { outcome: 'released' }>, 'cooldownEndsAt' | 'releaseFee'>,
  { now, isGone }: { now: Date; isGone: boolean },
): Promise<void> {
  if (!(await markSucceeded(tx, order.id, { phoneNumberId: null, releaseFee, now }))) return;
  if (order.phoneNumberId) {
    await markGivenBack(tx, order.phoneNumberId, { cooldownEndsAt, releaseFee, isGone, now });
  }
}

/** The release was not carried out: the number goes on, and what may have been detached is attached again. */
export async function settleNotReleased(
  tx: Tx,
  order: NumberOrderRow,
  failure: string,
  now: Date,
): Promise<void> {
  if ((await markFailed(tx, order.id, failure, now)) && order.phoneNumberId) {
    await restore(tx, order.phoneNumberId, now);
  }
}
