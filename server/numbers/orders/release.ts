import { assertNever } from '../../../shared/assert-never.ts';
import { type Context, viewerOf } from '../../auth/access.ts';
import { audit } from '../../auth/audit/audit.ts';
import { notFound } from '../../infra/app-error.ts';
import type { Clock } from '../../infra/clock.ts';
import type { Database, Tx } from '../../infra/database.ts';
import { isUuid } from '../../infra/ids.ts';
import { TOKENS_CHANGED } from '../../settings/tokens-changed.ts';
import { findNumber, lockNumber, type PhoneNumberRow } from '../inventory/phone-number.store.ts';
import { markReleased } from '../inventory/phone-number-changes.store.ts';
import { type Markets, OWN_ACCOUNT } from '../marketplace/market.ts';
import { numberLock } from '../number-lock.ts';
import type { ReleaseResult } from '../number-provider.ts';
import { findOrder, insertOrder, type NumberOrderRow, openOrderOf } from './number-order.store.ts';
import { callOff, markFailed, markSucceeded, markUncertain } from './number-order-steps.store.ts';
import { earlierOrder, lookAfter } from './open-order.ts';
import type { OrderBudgets } from './order-budgets.ts';
import type { OrderClaim } from './order-claim.ts';
import { after } from './order-decision.ts';
import { settleNotReleased, settleReleased } from './order-outcome.ts';

const UNKNOWN =
  'Whether the number was released is being found out; nothing is sent again meanwhile. What came back: ';
const HELD_UP = {
  outcome: 'refused',
  reason: 'The order was held up here before anything was sent.',
} as const;

/** Gives numbers back, with one request an order. */
export class Releases {
  constructor(
    private readonly database: Database,
    private readonly markets: Markets,
    private readonly orderClaim: OrderClaim,
    private readonly clock: Clock,
    private readonly budgets: OrderBudgets,
  ) {}

  /**
   * Writes down what is to be released, before anything is sent. A tenant's own number is only taken off here: it
   * stays in the tenant's account at Vobiz, and its order has succeeded at once.
   * @returns the order; the earlier one where the key is known
   * @throws AppError NOT_FOUND for a number that isn't there, CONFLICT for a key that was used for something else
   */
  async open(numberId: string, idempotencyKey: string, context: Context): Promise<NumberOrderRow> {
    const number = await this.#find(numberId);
    return this.database.asPlatform(async (tx) => {
      const { tenantId, e164 } = number;
      const key = { tenantId, kind: 'RELEASE' as const, e164, idempotencyKey };
      const earlier = await earlierOrder(tx, key);
      if (earlier) return earlier;
      const locked = await lockNumber(tx, numberId);
      if (!locked) throw notFound('phone number');
      const now = this.clock.now();
      const failure = obstacle(locked, await openOrderOf(tx, e164));
      const { demo } = number;
      const id = await insertOrder(tx, {
        ...key,
        demo,
        account: number.account ?? OWN_ACCOUNT,
        phoneNumberId: numberId,
        requestedBy: viewerOf(context).userId,
        seen: undefined,
        now,
        failure,
      });
      if (failure === undefined) await this.#begin(tx, locked, id, now);
      await audit(tx, context, {
        action: 'number.release',
        tenantId,
        subject: e164,
        detail: { orderId: id, demo },
      });
      const order = await findOrder(tx, id);
      if (!order) throw new Error('An order that was just written is missing');
      return order;
    }, numberLock(number.e164));
  }

  /** Detaches the number and sends the order's request, unless another process has. */
  async send(order: NumberOrderRow): Promise<void> {
    const reach = await this.markets.of(order);
    if (!reach.isOpen) return this.#callOff(order, `The number wasn’t released. ${reach.reason}`);
    const { provider } = reach.market;
    // Releasing detaches as well; this spares callers a number that rings into nowhere while it takes long. Whatever
    // comes of it, the release itself tells what matters.
    await provider.detach(order.e164);
    const currency = (await this.#currencyOf(order)) ?? 'INR';
    const result = await this.orderClaim.send(order.id, (withinMs) =>
      provider.release(order.e164, currency, withinMs),
    );
    if (result === undefined) return;
    await this.#settle(order, result === 'too late' ? HELD_UP : result);
  }

  async #find(id: string): Promise<PhoneNumberRow> {
    const number = isUuid(id) ? await this.database.asPlatform((tx) => findNumber(tx, id)) : undefined;
    if (!number) throw notFound('phone number');
    return number;
  }

  async #begin(tx: Tx, { source, id, tenantId }: PhoneNumberRow, orderId: string, now: Date): Promise<void> {
    if (source === 'MARKETPLACE') return lookAfter(tx, orderId, after(now, this.budgets.takeUpMs));
    await markReleased(tx, id, now);
    await markSucceeded(tx, orderId, { phoneNumberId: id, now });
    await tx.notify(TOKENS_CHANGED, tenantId);
  }

  async #currencyOf({ phoneNumberId }: NumberOrderRow): Promise<string | undefined> {
    if (phoneNumberId === null) return undefined;
    const number = await this.database.asPlatform((tx) => findNumber(tx, phoneNumberId));
    return number?.monthlyFee?.currency;
  }

  async #settle(order: NumberOrderRow, result: ReleaseResult): Promise<void> {
    const now = this.clock.now();
    await this.database.asPlatform(async (tx) => {
      switch (result.outcome) {
        case 'released':
          return settleReleased(tx, order, result, { now, isGone: result.cooldownEndsAt === null });
        case 'not ours':
          if (
            await markFailed(tx, order.id, `The number is no longer ours to release. ${result.reason}`, now)
          ) {
            if (order.phoneNumberId) await markReleased(tx, order.phoneNumberId, now);
          }
          return;
        case 'refused':
          return settleNotReleased(tx, order, `The number wasn’t released. ${result.reason}`, now);
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

/** Why a number can't be released, whatever the provider says. */
function obstacle(number: PhoneNumberRow, open: NumberOrderRow | undefined): string | undefined {
  if (open) return 'The number wasn’t released. Another order for it isn’t settled yet.';
  if (number.status === 'RELEASING') return 'The number is being released already.';
  return number.status === 'RELEASED' ? 'The number was released already.' : undefined;
}
