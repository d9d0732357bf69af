import type { Clock } from '../../infra/clock.ts';
import type { Database } from '../../infra/database.ts';
import { claimSending } from './number-order-steps.store.ts';
import type { OrderBudgets } from './order-budgets.ts';
import { after } from './order-decision.ts';

/** What a request that may have left comes to when its port throws. */
export const BROKE_OFF = { outcome: 'unknown', reason: 'The request broke off.' } as const;

/** Sends an order's one request: at most once, however often it is tried, in whichever process. */
export class OrderClaim {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly budgets: OrderBudgets,
  ) {}

  /**
   * Claims the order, and sends only with the claim committed.
   * @param request sends it, and gives up after `withinMs`
   * @returns undefined where another process has the claim, and 'too late' where we were held up between claim and
   * request: others reckon with the claim's time, so the request must not leave any more
   */
  async send<T>(
    orderId: string,
    request: (withinMs: number) => Promise<T>,
  ): Promise<T | typeof BROKE_OFF | 'too late' | undefined> {
    const { requestMs, lateWorkMs, marginMs } = this.budgets;
    const now = this.clock.now();
    const claim = { now, mayActUntil: after(now, requestMs + lateWorkMs) };
    if (!(await this.database.asPlatform((tx) => claimSending(tx, orderId, claim)))) return undefined;
    if (this.clock.now() > after(now, marginMs)) return 'too late';
    return request(requestMs).catch(() => BROKE_OFF);
  }
}
