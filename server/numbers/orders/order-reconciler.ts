import { assertNever } from '../../../shared/assert-never.ts';
import type { Clock } from '../../infra/clock.ts';
import type { Database, Tx } from '../../infra/database.ts';
import { wireAfter } from '../inventory/phone-number-changes.store.ts';
import type { Markets } from '../marketplace/market.ts';
import { numberLock } from '../number-lock.ts';
import type { OwnedNumber } from '../number-provider.ts';
import type { Listing, OwnedNumbers } from '../reconciliation/owned-numbers.ts';
import { findOrder, type NumberOrderRow } from './number-order.store.ts';
import { callOff, lockUnsent, markFailed, markUncertain } from './number-order-steps.store.ts';
import { lookAfter } from './open-order.ts';
import type { OrderBudgets } from './order-budgets.ts';
import { nextLook, nextStep, type OrderDecision, orderDecision } from './order-decision.ts';
import type { OrderDriver } from './order-driver.ts';
import { settleBought, settleNotReleased, settleReleased } from './order-outcome.ts';

const INTERRUPTED = 'The order was interrupted before anything was sent, so nothing was done.';
const SENDER_DIED =
  'We were interrupted while the request was on its way. What became of it is being found out; nothing is sent again meanwhile.';
const NOT_CARRIED_OUT = {
  PURCHASE: 'Nothing was bought: the request failed, and Vobiz doesn’t list the number as ours.',
  RELEASE: 'The number wasn’t released: the request failed, and Vobiz still lists the number as ours.',
};

/** Looks after orders until they are settled, whatever happened to the process that opened them. */
export class OrderReconciler {
  constructor(
    private readonly database: Database,
    private readonly markets: Markets,
    private readonly owned: OwnedNumbers,
    private readonly driver: OrderDriver,
    private readonly clock: Clock,
    private readonly budgets: OrderBudgets,
  ) {}

  /** Takes an order one step on; while it stays open, the next look is arranged. Safe at any time, for any order. */
  async look(orderId: string): Promise<void> {
    const order = await this.database.asPlatform((tx) => findOrder(tx, orderId));
    if (!order || order.settledAt) return;
    const next = nextStep(order, this.clock.now(), this.budgets);
    switch (next.step) {
      case 'send':
        await this.driver.drive(order);
        return this.#lookAgain(orderId);
      case 'call off':
        return this.#inTurn(order, (tx, now) => this.#callOff(tx, order, now));
      case 'wait':
        return this.#inTurn(order, (tx) => lookAfter(tx, orderId, next.until));
      case 'look':
        return this.#findOut(order);
      default:
        return assertNever(next);
    }
  }

  async #findOut(order: NumberOrderRow): Promise<void> {
    if (order.status === 'PENDING') {
      const mayActUntil = order.mayActUntil ?? this.clock.now();
      await this.#inTurn(order, (tx) => markUncertain(tx, order.id, { failure: SENDER_DIED, mayActUntil }));
    }
    const reach = await this.markets.of(order);
    if (reach.isOpen) {
      await this.#judge(order, await this.owned.of(reach.market.account, reach.market.provider));
    }
    await this.#lookAgain(order.id);
  }

  /** Settles the order where the list proves something. */
  async #judge(order: NumberOrderRow, { startedAt, answer }: Listing): Promise<void> {
    if (answer.outcome !== 'done') return;
    const owned = ownedAs(order, answer.value);
    const found = orderDecision(order, { startedAt, owned }, this.budgets);
    await this.#inTurn(order, (tx, now) => settle(tx, order, { found, owned, now }));
  }

  /** Arranges the next look, unless the order is settled. */
  #lookAgain(orderId: string): Promise<void> {
    return this.database.asPlatform(async (tx) => {
      const order = await findOrder(tx, orderId);
      if (order && !order.settledAt) {
        await lookAfter(tx, orderId, nextLook(order, this.clock.now(), this.budgets));
      }
    });
  }

  async #callOff(tx: Tx, order: NumberOrderRow, now: Date): Promise<void> {
    if (order.kind === 'PURCHASE') await callOff(tx, order.id, INTERRUPTED, now);
    // It may have been detached already.
    else if (await lockUnsent(tx, order.id)) await settleNotReleased(tx, order, INTERRUPTED, now);
  }

  #inTurn(order: NumberOrderRow, work: (tx: Tx, now: Date) => Promise<unknown>): Promise<void> {
    return this.database.asPlatform(async (tx) => {
      await work(tx, this.clock.now());
    }, numberLock(order.e164));
  }
}

/** The number as the account has it; what was given back earlier counts only where nothing else is listed. */
function ownedAs({ e164 }: NumberOrderRow, all: readonly OwnedNumber[]): OwnedNumber | undefined {
  const listed = all.filter((item) => item.e164 === e164);
  return listed.find(({ releasedAt }) => releasedAt === null) ?? listed[0];
}

async function settle(
  tx: Tx,
  order: NumberOrderRow,
  { found, owned, now }: { found: OrderDecision; owned: OwnedNumber | undefined; now: Date },
): Promise<void> {
  if (found === 'not known yet') return;
  const current = await findOrder(tx, order.id);
  if (!current || current.settledAt) return;
  if (found === 'not carried out') {
    const failure = NOT_CARRIED_OUT[order.kind];
    if (order.kind === 'PURCHASE') await markFailed(tx, order.id, failure, now);
    else await settleNotReleased(tx, order, failure, now);
  } else if (order.kind === 'RELEASE') {
    const given = { cooldownEndsAt: null, releaseFee: null };
    await settleReleased(tx, order, given, { now, isGone: owned === undefined });
  } else if (owned) {
    const numberId = await settleBought(tx, order, owned, now);
    if (numberId) await wireAfter(tx, numberId, now);
  }
}
