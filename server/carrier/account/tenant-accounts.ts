import type { TenantId } from '../../infra/ids.ts';
import { moneyText } from '../../numbers/money.ts';
import type { VobizAccount } from '../../settings/vobiz-account.ts';
import type { Lines } from '../carrier-account.ts';
import type { CarrierStatusService } from './carrier-status.service.ts';
import type { NumberHealthService } from './number-health.service.ts';

/** What the carrier tells of the accounts that a tenant's calls come by. */
export type TenantAccountFacts = {
  /** Of each account, the platform's or the tenant's own. */
  lines: (Pick<Lines, 'most' | 'inUse'> | { problem: string })[];
  /** The platform's, and only for super admins. */
  balance: { isLow: boolean; isEmpty: boolean; text: string } | { problem: string } | undefined;
};

/** Looks at the accounts of one tenant's numbers, for the doctor. */
export class TenantAccounts {
  constructor(
    private readonly status: Pick<CarrierStatusService, 'balance' | 'linesOf'>,
    private readonly health: Pick<NumberHealthService, 'accountsOf'>,
    private readonly platformAccount: () => Promise<VobizAccount>,
  ) {}

  async facts(tenantId: TenantId, { tellsBalance }: { tellsBalance: boolean }): Promise<TenantAccountFacts> {
    const accounts = await this.health.accountsOf(tenantId);
    const paysPlatform = accounts.some(({ byPlatform }) => byPlatform);
    const [lines, balance] = await Promise.all([
      Promise.all(
        accounts.map(async ({ credentials }) => {
          const told = await this.status.linesOf(credentials);
          return told.outcome === 'done' ? told.value : { problem: told.reason };
        }),
      ),
      tellsBalance && paysPlatform ? this.#balance() : undefined,
    ]);
    return { lines, balance };
  }

  async #balance(): Promise<NonNullable<TenantAccountFacts['balance']>> {
    const { value, problem } = await this.status.balance(await this.platformAccount());
    if (value === null) return { problem };
    const { balance, available, warnBelow, isLow } = value;
    const threshold = warnBelow ? `; it is low below ${moneyText(warnBelow)}` : '';
    return {
      isLow,
      isEmpty: (available ?? balance).minorUnits <= 0,
      text: `The platform’s account has ${moneyText(balance)}${threshold}.`,
    };
  }
}
