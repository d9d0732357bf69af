import type { Clock } from '../../infra/clock.ts';
import type { Database } from '../../infra/database.ts';
import type { Market, Markets } from '../marketplace/market.ts';
import { numberLock } from '../number-lock.ts';
import type { Answer } from '../number-provider.ts';
import { openOrderOf } from '../orders/number-order.store.ts';
import type { OrderBudgets } from '../orders/order-budgets.ts';
import { after } from '../orders/order-decision.ts';
import type { OwnedNumbers } from '../reconciliation/owned-numbers.ts';
import type { Applications } from './applications.ts';
import { findNumber, type PhoneNumberRow } from './phone-number.store.ts';
import { markNotWired, markWired, wireAfter } from './phone-number-changes.store.ts';

/** Makes bought numbers answer calls: application, attached, checked. Each step may be repeated at any time. */
export class NumberProvisioning {
  constructor(
    private readonly database: Database,
    private readonly markets: Markets,
    private readonly applications: Applications,
    private readonly owned: OwnedNumbers,
    private readonly clock: Clock,
    private readonly budgets: OrderBudgets,
  ) {}

  /** Attaches a number that is PROVISIONING. What goes wrong is shown at the number, and tried again later. */
  async wire(numberId: string): Promise<void> {
    const number = await this.#unfinished(numberId);
    if (!number) return;
    const reach = await this.markets.of(number);
    const attached: Answer<string> = reach.isOpen
      ? await this.#attach(number, reach.market)
      : { outcome: 'unavailable', reason: reach.reason };
    const now = this.clock.now();
    await this.database.asPlatform(async (tx) => {
      if (attached.outcome === 'done') {
        const { tenantId } = number;
        return markWired(tx, { numberId, tenantId, applicationId: attached.value }, now);
      }
      await markNotWired(tx, numberId, attached.reason);
      await wireAfter(tx, numberId, after(now, this.#pause(number.wiringAttempts)));
    }, numberLock(number.e164));
  }

  /** A number that is being released is left alone. */
  async #unfinished(numberId: string): Promise<PhoneNumberRow | undefined> {
    return this.database.asPlatform(async (tx) => {
      const number = await findNumber(tx, numberId);
      if (number?.status !== 'PROVISIONING') return undefined;
      const isFree = !(await openOrderOf(tx, number.e164));
      return isFree ? number : undefined;
    });
  }

  async #attach({ tenantId, e164 }: PhoneNumberRow, market: Market): Promise<Answer<string>> {
    const application = await this.applications.ensure(tenantId, market);
    if (application.outcome !== 'done') {
      return { ...application, reason: `Its application couldn’t be set up. ${application.reason}` };
    }
    const attached = await market.provider.attach(e164, application.value);
    if (attached.outcome !== 'done')
      return { ...attached, reason: `It couldn’t be attached. ${attached.reason}` };
    const { answer } = await this.owned.of(market.account, market.provider);
    if (answer.outcome !== 'done') {
      return { ...answer, reason: `Whether it is attached couldn’t be checked. ${answer.reason}` };
    }
    const listed = answer.value.find((item) => item.e164 === e164 && item.releasedAt === null);
    if (!listed)
      return { outcome: 'unavailable', reason: 'Vobiz doesn’t list it among the platform’s numbers.' };
    const { applicationId = application.value } = listed;
    return applicationId === application.value
      ? application
      : { outcome: 'unavailable', reason: 'It was attached, but Vobiz lists it with another application.' };
  }

  /** Twice as long after each failure, with some chance in it so that many numbers don't come at once. */
  #pause(attempts: number): number {
    const { rewireMs, longestRewireMs } = this.budgets;
    return Math.min(rewireMs * 2 ** Math.min(attempts, 20), longestRewireMs) * (0.8 + Math.random() * 0.4);
  }
}
