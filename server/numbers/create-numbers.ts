import type { Clock } from '../infra/clock.ts';
import type { Database } from '../infra/database.ts';
import type { Log } from '../infra/log.ts';
import type { Module } from '../infra/module.ts';
import type { Notifications } from '../infra/notifications.ts';
import type { Vault } from '../infra/secrets.ts';
import type { PlatformSettingsService } from '../settings/platform-settings.service.ts';
import type { VobizCredentials } from '../settings/vobiz-account.ts';
import type { WebhookAddresses } from '../tenants/webhook-keys/webhook-addresses.ts';
import { WEBHOOK_KEY_ROTATED, type WebhookKeys } from '../tenants/webhook-keys/webhook-keys.ts';
import { Applications } from './inventory/applications.ts';
import { NumberCostsResolver } from './inventory/number-costs.resolver.ts';
import { NumberCostService } from './inventory/number-costs.service.ts';
import { NumberProvisioning } from './inventory/number-provisioning.ts';
import { PhoneNumberResolver } from './inventory/phone-number.resolver.ts';
import { PhoneNumberService } from './inventory/phone-number.service.ts';
import { WIRE_NUMBER } from './inventory/phone-number-changes.store.ts';
import { provisionNumber } from './inventory/provision-number.job.ts';
import { WebhookTokens } from './inventory/webhook-tokens.ts';
import { Markets } from './marketplace/market.ts';
import { MarketplaceResolver } from './marketplace/marketplace.resolver.ts';
import { MarketplaceService } from './marketplace/marketplace.service.ts';
import type { NumberProvider } from './number-provider.ts';
import { ReleaseCancellation } from './orders/cancel-release.ts';
import { NumberOrderResolver } from './orders/number-order.resolver.ts';
import { NumberOrderService } from './orders/number-order.service.ts';
import { SETTLE_ORDER } from './orders/open-order.ts';
import { type OrderBudgets, orderBudgets } from './orders/order-budgets.ts';
import { OrderClaim } from './orders/order-claim.ts';
import { OrderDriver } from './orders/order-driver.ts';
import { OrderReconciler } from './orders/order-reconciler.ts';
import { Purchases } from './orders/purchase.ts';
import { Releases } from './orders/release.ts';
import { resumeNumberOrders } from './orders/resume-number-orders.job.ts';
import { settleNumberOrder } from './orders/settle-number-order.job.ts';
import { FoundNumbers } from './reconciliation/found-numbers.ts';
import { OwnedNumbers } from './reconciliation/owned-numbers.ts';
import { reconcileNumbers } from './reconciliation/reconcile-numbers.job.ts';
import { Reconciliation } from './reconciliation/reconciliation.ts';
import { repointApplication } from './reconciliation/repoint-application.job.ts';

/** What numbers stand on. */
export type NumbersFoundation = {
  database: Database;
  notifications: Notifications;
  vault: Vault;
  settings: PlatformSettingsService;
  webhookKeys: WebhookKeys;
  webhookAddresses: WebhookAddresses;
  /** The real market, with an account's credentials. */
  vobiz: (credentials: VobizCredentials) => NumberProvider;
  demo: NumberProvider;
  /** The address that the provider calls, without a trailing slash. */
  publicUrl: () => string;
  clock: Clock;
  log: Log;
  budgets?: OrderBudgets;
};

/** What numbers bring to the process. */
export function createNumbers(foundation: NumbersFoundation) {
  const { database, notifications, vault, settings, publicUrl, clock, log } = foundation;
  const { webhookKeys, webhookAddresses } = foundation;
  const { budgets = orderBudgets } = foundation;
  const markets = new Markets(settings, foundation.vobiz, foundation.demo);
  const owned = new OwnedNumbers(clock);
  const applications = new Applications(database, webhookKeys, publicUrl, clock);
  const provisioning = new NumberProvisioning(database, markets, applications, owned, clock, budgets);
  const orderClaim = new OrderClaim(database, clock, budgets);
  const purchases = new Purchases(database, markets, orderClaim, clock, budgets);
  const releases = new Releases(database, markets, orderClaim, clock, budgets);
  const driver = new OrderDriver(database, purchases, releases, provisioning);
  const watch = new OrderReconciler(database, markets, owned, driver, clock, budgets);
  const reconciliation = new Reconciliation(database, markets, owned, applications, clock, budgets);
  const services = {
    phoneNumbers: new PhoneNumberService(database, vault, provisioning, clock),
    marketplace: new MarketplaceService(markets, clock),
    orders: new NumberOrderService(database, purchases, releases, driver, budgets, log),
    cancellation: new ReleaseCancellation(database, markets, owned, provisioning, clock, budgets),
    reconciliation,
    costs: new NumberCostService(database, markets),
    found: new FoundNumbers(database, markets, provisioning, clock),
    /** What a tenant's webhooks may be signed with. */
    tokens: new WebhookTokens(database, vault, clock, notifications),
  };
  const module = {
    resolvers: [
      new PhoneNumberResolver(services.phoneNumbers, services.cancellation, database, webhookAddresses),
      new MarketplaceResolver(services.marketplace, services.reconciliation, services.found),
      new NumberOrderResolver(services.orders, database),
      new NumberCostsResolver(services.costs, database),
    ],
    resume: async () => {
      await resumeNumberOrders(database, clock);
      await database.asPlatform((tx) => tx.addJob('reconcile-numbers', {}, { key: 'reconcile-numbers' }));
    },
    tasks: {
      [SETTLE_ORDER]: (payload: unknown) => settleNumberOrder(payload, { watch }),
      [WEBHOOK_KEY_ROTATED]: (payload: unknown) => repointApplication(payload, { reconciliation }),
      [WIRE_NUMBER]: (payload: unknown) => provisionNumber(payload, { provisioning }),
      'resume-number-orders': () => resumeNumberOrders(database, clock),
      'reconcile-numbers': (payload: unknown) => reconcileNumbers(payload, { reconciliation }),
    },
    schedule: [
      { task: 'resume-number-orders', match: '* * * * *' },
      { task: 'reconcile-numbers', match: '*/5 * * * *' },
    ],
    /** Resolves once no order that was sent is being waited for. */
    drain: () => services.orders.drain(),
  } satisfies Module;
  return { ...services, ...module };
}
