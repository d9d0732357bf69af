import { assertNever } from '../../../shared/assert-never.ts';
import { type Context, viewerOf } from '../../auth/access.ts';
import { audit } from '../../auth/audit/audit.ts';
import type { Clock } from '../../infra/clock.ts';
import type { Database } from '../../infra/database.ts';
import type { E164 } from '../../infra/phone-number.ts';
import { numberInUse, type PhoneNumberRow } from '../inventory/phone-number.store.ts';
import { wireAfter } from '../inventory/phone-number-changes.store.ts';
import type { Market, Markets } from '../marketplace/market.ts';
import type { Money } from '../money.ts';
import { numberLock } from '../number-lock.ts';
import type { PurchaseResult } from '../number-provider.ts';
import { findOrder, insertOrder, type NumberOrderRow, openOrderOf } from './number-order.store.ts';
import { callOff, markFailed, markUncertain } from './number-order-steps.store.ts';
import { earlierOrder, lookAfter, requireTenant } from './open-order.ts';
import type { OrderBudgets } from './order-budgets.ts';
import type { OrderClaim } from './order-claim.ts';
import { after } from './order-decision.ts';
import { settleBought } from './order-outcome.ts';
import { findOffer, objection } from './price-check.ts';

export type PurchaseNumber = {
  e164: E164;
  tenantId: string;
  idempotencyKey: string;
  /** The fees that the person saw; nothing else is paid. Undefined: whatever it costs. */
  seen: { setupFee: Money; monthlyFee: Money } | undefined;
};

const UNKNOWN =
  'Whether the number was bought is being found out; nothing is sent again meanwhile. What came back: ';

const HELD_UP = {
  outcome: 'refused',
  reason: 'The order was held up here before anything was sent.',
} as const;

/** Buys numbers, with one request an order. */
export class Purchases {
  constructor(
    private readonly database: Database,
    private readonly markets: Markets,
    private readonly orderClaim: OrderClaim,
    private readonly clock: Clock,
    private readonly budgets: OrderBudgets,
  ) {}

  /**
   * Writes down what is to be bought, before anything is sent. A number that can't be bought here makes an order that
   * is FAILED from the start.
   * @returns the order; the earlier one where the key is known
   * @throws AppError NOT_FOUND for a tenant that isn't there, CONFLICT for a key that was used for something else
   */
  async open(purchase: PurchaseNumber, context: Context): Promise<NumberOrderRow> {
    const order = { ...purchase, kind: 'PURCHASE' as const };
    const earlier = await this.database.asPlatform((tx) => earlierOrder(tx, order));
    if (earlier) return earlier;
    const { demo, account } = await this.markets.current();
    return this.database.asPlatform(async (tx) => {
      const meanwhile = await earlierOrder(tx, order);
      if (meanwhile) return meanwhile;
      const tenantId = await requireTenant(tx, order.tenantId);
      const now = this.clock.now();
      const failure = obstacle(
        await openOrderOf(tx, order.e164),
        await numberInUse(tx, order.e164, tenantId),
      );
      const requestedBy = viewerOf(context).userId;
      const row = { ...order, tenantId, demo, account, phoneNumberId: null, requestedBy, now, failure };
      const id = await insertOrder(tx, row);
      if (failure === undefined) await lookAfter(tx, id, after(now, this.budgets.takeUpMs));
      const { e164, seen } = order;
      await audit(tx, context, {
        action: 'number.purchase',
        tenantId,
        subject: e164,
        detail: { orderId: id, demo, seen },
      });
      return must(await findOrder(tx, id));
    }, numberLock(order.e164));
  }

  /**
   * Sends an order's request, unless another process has. Safe to call at any time: only the process that claims the
   * order sends.
   */
  async send(order: NumberOrderRow): Promise<void> {
    const reach = await this.markets.of(order);
    if (!reach.isOpen) return this.#callOff(order, `Nothing was bought. ${reach.reason}`);
    const currency = await this.#checkPrice(order, reach.market);
    if (currency === undefined) return;
    const { provider } = reach.market;
    const result = await this.orderClaim.send(order.id, (withinMs) =>
      provider.purchase(order.e164, currency, withinMs),
    );
    if (result === undefined) return;
    await this.#settle(order, result === 'too late' ? HELD_UP : result);
  }

  /** @returns the currency to pay in; undefined where the order was called off */
  async #checkPrice(order: NumberOrderRow, { provider }: Market): Promise<string | undefined> {
    const { seenSetupFee: setupFee, seenMonthlyFee: monthlyFee, e164 } = order;
    // No admin agreed to a price, and Indian numbers are paid in rupees: nothing to look up.
    if ((!setupFee || !monthlyFee) && e164.startsWith('+91')) return 'INR';
    const seen = setupFee && monthlyFee ? { setupFee, monthlyFee } : undefined;
    const offer = await findOffer(provider, e164);
    const against = objection(offer, seen);
    if (against === undefined && offer.outcome === 'done') return offer.value?.monthlyFee.currency ?? 'INR';
    await this.#callOff(order, `Nothing was bought. ${against}`);
    return undefined;
  }

  async #settle(order: NumberOrderRow, result: PurchaseResult): Promise<void> {
    const now = this.clock.now();
    await this.database.asPlatform(async (tx) => {
      switch (result.outcome) {
        case 'bought': {
          const numberId = await settleBought(tx, order, result.number, now);
          // The process that bought it attaches it at once; the job is for the case that it dies before.
          if (numberId) await wireAfter(tx, numberId, after(now, this.budgets.takeUpMs));
          return;
        }
        case 'refused':
          await markFailed(tx, order.id, `Nothing was bought. ${result.reason}`, now);
          return;
        case 'unknown': {
          const mayActUntil = after(now, this.budgets.lateWorkMs);
          await markUncertain(tx, order.id, { failure: UNKNOWN + result.reason, mayActUntil });
          return lookAfter(tx, order.id, after(now, this.budgets.firstLookMs));
        }
        default:
          return assertNever(result);
      }
    }, numberLock(order.e164));
  }

  async #callOff({ id, e164 }: NumberOrderRow, failure: string): Promise<void> {
    const now = this.clock.now();
    await this.database.asPlatform((tx) => callOff(tx, id, failure, now), numberLock(e164));
  }
}

/** Why a number can't be bought, whatever the provider says. */
function obstacle(open: NumberOrderRow | undefined, inUse: PhoneNumberRow | undefined): string | undefined {
  if (open) return 'Nothing was bought. Another order for this number isn’t settled yet.';
  if (!inUse) return undefined;
  return inUse.status === 'RELEASING'
    ? 'Nothing was bought. This number is being released, which can still be cancelled.'
    : 'Nothing was bought. This number is already in use here.';
}

function must<T>(row: T | undefined): T {
  if (row === undefined) throw new Error('A row that was just written is missing');
  return row;
}
