import { badInput } from '../../infra/app-error.ts';
import type { Clock } from '../../infra/clock.ts';
import type { Database } from '../../infra/database.ts';
import type { TenantId } from '../../infra/ids.ts';
import { type Money, moneyOfMicros } from '../../numbers/money.ts';
import { countUnknown, sumByMonth, sumByTenant } from './call-costs.store.ts';

/** What calls cost in a month, as one account pays it in one currency. */
export type MonthCost = {
  /** As 2026-12. */
  month: string;
  paidBy: 'PLATFORM' | 'TENANT';
  calls: number;
  cost: Money;
};
export type TenantMonthCost = MonthCost & { tenantId: TenantId; name: string };

export type CallCosts = {
  tenants: TenantMonthCost[];
  totals: MonthCost[];
  waiting: number;
  givenUp: number;
};

const MOST_MONTHS = 36;

/** What the calls of all tenants cost, by month. */
export class CallCostService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * @param months how many, with the present one
   * @throws AppError BAD_USER_INPUT naming `months`
   */
  async costs(months: number): Promise<CallCosts> {
    if (months < 1 || months > MOST_MONTHS)
      throw badInput('months', `Between 1 and ${MOST_MONTHS} months can be asked for.`);
    const now = this.clock.now();
    const since = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1 - months, 1));
    const firstDay = since.toISOString().slice(0, 10);
    return this.database.asPlatform(async (tx) => {
      const tenants = await sumByTenant(tx, firstDay);
      const totals = await sumByMonth(tx, firstDay);
      const unknown = await countUnknown(tx, since);
      return {
        tenants: tenants.map((sum) => ({ ...shown(sum), tenantId: sum.tenantId, name: sum.tenant })),
        totals: totals.map(shown),
        ...unknown,
      };
    });
  }
}

type Sum = { month: string; byPlatform: boolean; calls: number; micros: number; currency: string };

const shown = ({ month, byPlatform, calls, micros, currency }: Sum): MonthCost => ({
  month: month.slice(0, 7),
  paidBy: byPlatform ? 'PLATFORM' : 'TENANT',
  calls,
  cost: moneyOfMicros(micros, currency),
});
