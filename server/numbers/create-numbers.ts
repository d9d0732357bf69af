import type { Clock } from '../infra/clock.ts';
import type { Database } from '../infra/database.ts';
import type { Log } from '../infra/log.ts';
import type { Vault } from '../infra/secrets.ts';
import type { PlatformSettingsService } from '../settings/platform-settings.service.ts';
import type { VobizCredentials } from '../settings/vobiz-account.ts';
import { Applications } from './applications.ts';
import { ReleaseCancellation } from './cancel-release.ts';
import { FoundNumbers } from './found-numbers.ts';
import { Markets } from './market.ts';
import { MarketplaceService } from './marketplace.service.ts';
import { NumberCostService } from './number-costs.service.ts';
import { NumberOrderService } from './number-order.service.ts';
import type { NumberProvider } from './number-provider.ts';
import { OneRequest } from './one-request.ts';
import { SETTLE_ORDER } from './open-order.ts';
import { type OrderBudgets, orderBudgets } from './order-budgets.ts';
import { OrderDriver } from './order-driver.ts';
import { OrderWatch } from './order-watch.ts';
import { OwnedNumbers } from './owned-numbers.ts';
import { PhoneNumberService } from './phone-number.service.ts';
import { WIRE_NUMBER } from './phone-number-changes.ts';
import { Purchases } from './purchase.ts';
import { reconcileNumbers } from './reconcile-numbers.job.ts';
import { Reconciliation } from './reconciliation.ts';
import { Releases } from './release.ts';
import { resumeNumberOrders } from './resume-number-orders.job.ts';
import { settleNumberOrder } from './settle-number-order.job.ts';
import { wireNumber } from './wire-number.job.ts';
import { Wiring } from './wiring.ts';

/** What numbers stand on. */
export type NumbersFoundation = {
  database: Database;
  vault: Vault;
  settings: PlatformSettingsService;
  /** The real market, with an account's credentials. */
  vobiz: (credentials: VobizCredentials) => NumberProvider;
  demo: NumberProvider;
  /** The address that the provider calls, without a trailing slash. */
  publicUrl: () => string;
  clock: Clock;
  log: Log;
  budgets?: OrderBudgets;
};

/** Puts together what numbers consist of: services for resolvers, and jobs with when they run by themselves. */
export function createNumbers(foundation: NumbersFoundation) {
  const { database, vault, settings, clock, log, budgets = orderBudgets } = foundation;
  const markets = new Markets(settings, foundation.vobiz, foundation.demo);
  const owned = new OwnedNumbers(clock);
  const applications = new Applications(database, foundation.publicUrl, clock);
  const wiring = new Wiring(database, markets, applications, owned, clock, budgets);
  const oneRequest = new OneRequest(database, clock, budgets);
  const purchases = new Purchases(database, markets, oneRequest, clock, budgets);
  const releases = new Releases(database, markets, oneRequest, clock, budgets);
  const driver = new OrderDriver(database, purchases, releases, wiring);
  const watch = new OrderWatch(database, markets, owned, driver, clock, budgets);
  const reconciliation = new Reconciliation(database, markets, owned, applications, clock, budgets);
  return {
    phoneNumbers: new PhoneNumberService(database, vault, wiring, clock),
    marketplace: new MarketplaceService(markets, clock),
    orders: new NumberOrderService(database, purchases, releases, driver, budgets, log),
    cancellation: new ReleaseCancellation(database, markets, owned, wiring, clock, budgets),
    reconciliation,
    costs: new NumberCostService(database, markets),
    found: new FoundNumbers(database, markets, wiring, clock),
    /** Takes up, at start, what an earlier process left open. */
    resume: async () => {
      await resumeNumberOrders(database, clock);
      await database.asPlatform((tx) => tx.addJob('reconcile-numbers', {}, { key: 'reconcile-numbers' }));
    },
    tasks: {
      [SETTLE_ORDER]: (payload: unknown) => settleNumberOrder(payload, { watch }),
      [WIRE_NUMBER]: (payload: unknown) => wireNumber(payload, { wiring }),
      'resume-number-orders': () => resumeNumberOrders(database, clock),
      'reconcile-numbers': (payload: unknown) => reconcileNumbers(payload, { reconciliation }),
    },
    schedule: [
      { task: 'resume-number-orders', match: '* * * * *' },
      { task: 'reconcile-numbers', match: '*/5 * * * *' },
    ],
  };
}
