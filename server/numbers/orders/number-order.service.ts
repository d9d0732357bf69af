import { setTimeout as pause } from 'node:timers/promises';
import type { Context } from '../../auth/access.ts';
import type { Database } from '../../infra/database.ts';
import type { Log } from '../../infra/log.ts';
import { findOrder, listOrders, type NumberOrderRow } from './number-order.store.ts';
import { readIdempotencyKey, requireTenant } from './open-order.ts';
import type { OrderBudgets } from './order-budgets.ts';
import type { OrderDriver } from './order-driver.ts';
import type { PurchaseNumber, Purchases } from './purchase.ts';
import type { Releases } from './release.ts';

/** Buying and releasing numbers, as people ask for it: one order a key, and its outcome as soon as it is known. */
export class NumberOrderService {
  /** Orders that this process drives at the moment. */
  readonly #running = new Map<string, Promise<void>>();

  constructor(
    private readonly database: Database,
    private readonly purchases: Purchases,
    private readonly releases: Releases,
    private readonly driver: OrderDriver,
    private readonly budgets: OrderBudgets,
    private readonly log: Log,
  ) {}

  /**
   * Buys a number for a tenant. How it went is the order's status; with a known key nothing happens a second time.
   * @returns once the outcome is known or known to be uncertain, and within `answerWithinMs` in any case
   * @throws AppError as Purchases.open
   */
  async purchase(input: PurchaseNumber, context: Context): Promise<NumberOrderRow> {
    const idempotencyKey = readIdempotencyKey(input.idempotencyKey);
    return this.#outcome(await this.purchases.open({ ...input, idempotencyKey }, context));
  }

  /** Gives a number back; as `purchase`. */
  async release(numberId: string, idempotencyKey: string, context: Context): Promise<NumberOrderRow> {
    return this.#outcome(await this.releases.open(numberId, readIdempotencyKey(idempotencyKey), context));
  }

  /** Orders, newest first: one tenant's, or all. @throws AppError NOT_FOUND for a tenant that isn't there */
  async list(tenantId?: string | null): Promise<NumberOrderRow[]> {
    return this.database.asPlatform(async (tx) => {
      const id = tenantId ? await requireTenant(tx, tenantId) : undefined;
      return listOrders(tx, id);
    });
  }

  /** Resolves when nothing that was sent from here waits for its answer any more. */
  async drain(): Promise<void> {
    await Promise.allSettled(this.#running.values());
  }

  async #outcome(order: NumberOrderRow): Promise<NumberOrderRow> {
    const isUnsent = order.status === 'PENDING' && order.sentAt === null;
    const running = this.#running.get(order.id) ?? (isUnsent ? this.#drive(order) : undefined);
    if (!running) return order;
    const stop = new AbortController();
    const enough = pause(this.budgets.answerWithinMs, undefined, { signal: stop.signal }).catch(
      () => undefined,
    );
    await Promise.race([running, enough]);
    stop.abort();
    return (await this.database.asPlatform((tx) => findOrder(tx, order.id))) ?? order;
  }

  /** Whatever breaks here, the order's job takes it up. */
  #drive(order: NumberOrderRow): Promise<void> {
    const running = this.driver
      .drive(order)
      .catch((err: unknown) =>
        this.log.error({ err, orderId: order.id }, 'An order broke off; its job goes on'),
      )
      .finally(() => this.#running.delete(order.id));
    this.#running.set(order.id, running);
    return running;
  }
}
