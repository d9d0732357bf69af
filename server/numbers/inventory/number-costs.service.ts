import type { Database } from '../../infra/database.ts';
import type { TenantId } from '../../infra/ids.ts';
import type { Markets } from '../marketplace/market.ts';
import { type Money, sumByCurrency } from '../money.ts';
import type { PhoneNumberRow } from './phone-number.store.ts';
import { listPaidFor } from './phone-number-lists.store.ts';

export type TenantCosts = {
  tenantId: TenantId;
  numbers: number;
  /** One amount a currency. */
  monthly: Money[];
};

export type NumberCosts = {
  tenants: TenantCosts[];
  total: Money[];
  /** The next to be billed, the soonest first. */
  renewals: PhoneNumberRow[];
};

const MOST_RENEWALS = 50;

/** What the platform's numbers cost a month. */
export class NumberCostService {
  constructor(
    private readonly database: Database,
    private readonly markets: Markets,
  ) {}

  /** @param demo whether of demo numbers; left out, of those of the present market */
  async costs(demo?: boolean | null): Promise<NumberCosts> {
    const isDemo = demo ?? (await this.markets.name()).demo;
    const numbers = await this.database.asPlatform((tx) => listPaidFor(tx, isDemo));
    const byTenant = Map.groupBy(numbers, ({ tenantId }) => tenantId);
    const tenants = [...byTenant].map(([tenantId, own]) => {
      return { tenantId, numbers: own.length, monthly: sumByCurrency(feesOf(own)) };
    });
    const billed = numbers.filter(({ nextBillingAt }) => nextBillingAt !== null);
    const renewals = billed.sort((a, b) => Number(a.nextBillingAt) - Number(b.nextBillingAt));
    return { tenants, total: sumByCurrency(feesOf(numbers)), renewals: renewals.slice(0, MOST_RENEWALS) };
  }
}

const feesOf = (numbers: readonly PhoneNumberRow[]) => numbers.flatMap(({ monthlyFee }) => monthlyFee ?? []);
