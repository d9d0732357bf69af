import { assertNever } from '../../../shared/assert-never.ts';
import type { Context } from '../../auth/access.ts';
import { audit } from '../../auth/audit/audit.ts';
import { AppError, notFound } from '../../infra/app-error.ts';
import type { Clock } from '../../infra/clock.ts';
import type { Database } from '../../infra/database.ts';
import { isUuid } from '../../infra/ids.ts';
import type { NumberProvisioning } from '../inventory/number-provisioning.ts';
import { findNumber, type PhoneNumberRow } from '../inventory/phone-number.store.ts';
import { restore } from '../inventory/phone-number-changes.store.ts';
import type { Market, Markets } from '../marketplace/market.ts';
import { numberLock } from '../number-lock.ts';
import type { CancelReleaseResult } from '../number-provider.ts';
import type { OwnedNumbers } from '../reconciliation/owned-numbers.ts';
import type { OrderBudgets } from './order-budgets.ts';
import { BROKE_OFF } from './order-claim.ts';

/** Takes releases back while their cooldown lasts. */
export class ReleaseCancellation {
  constructor(
    private readonly database: Database,
    private readonly markets: Markets,
    private readonly owned: OwnedNumbers,
    private readonly provisioning: NumberProvisioning,
    private readonly clock: Clock,
    private readonly budgets: OrderBudgets,
  ) {}

  /**
   * Cancels a release and attaches the number again. Asking twice does no harm.
   * @throws AppError NOT_FOUND, CONFLICT where it isn't being released or the provider refuses, PROVIDER_UNAVAILABLE
   * where it can't be told what came of it
   */
  async cancel(numberId: string, context: Context): Promise<PhoneNumberRow> {
    const number = await this.#read(numberId);
    if (number.status !== 'RELEASING') throw new AppError('CONFLICT', 'This number isn’t being released.');
    const reach = await this.markets.of(number);
    if (!reach.isOpen) throw new AppError('PROVIDER_UNAVAILABLE', reach.reason);
    const result = await reach.market.provider
      .cancelRelease(number.e164, this.budgets.requestMs)
      .catch(() => BROKE_OFF);
    await this.#requireKept(number, result, reach.market);
    await this.database.asPlatform(async (tx) => {
      await restore(tx, numberId, this.clock.now());
      const { tenantId, e164 } = number;
      await audit(tx, context, { action: 'number.cancelRelease', tenantId, subject: e164 });
    }, numberLock(number.e164));
    await this.provisioning.wire(numberId);
    return this.#read(numberId);
  }

  async #requireKept(number: PhoneNumberRow, result: CancelReleaseResult, market: Market): Promise<void> {
    switch (result.outcome) {
      case 'kept':
        return;
      case 'refused':
        throw new AppError('CONFLICT', `The release couldn’t be cancelled. ${result.reason}`);
      case 'unknown': {
        const { answer } = await this.owned.of(market.account, market.provider);
        const isKept = answer.outcome === 'done' && answer.value.some((item) => isLive(item, number.e164));
        if (isKept) return;
        const advice =
          'If the cancellation goes through, the number comes back by itself; else try again in a minute.';
        throw new AppError('PROVIDER_UNAVAILABLE', `${result.reason} ${advice}`);
      }
      default:
        return assertNever(result);
    }
  }

  async #read(id: string): Promise<PhoneNumberRow> {
    const number = isUuid(id) ? await this.database.asPlatform((tx) => findNumber(tx, id)) : undefined;
    if (!number) throw notFound('phone number');
    return number;
  }
}

const isLive = (item: { e164: string; releasedAt: Date | null }, e164: string) =>
  item.e164 === e164 && item.releasedAt === null;
