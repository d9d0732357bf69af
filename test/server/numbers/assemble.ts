import { systemClock } from '../../../server/infra/clock.ts';
import type { Database } from '../../../server/infra/database.ts';
import type { Log } from '../../../server/infra/log.ts';
import { Notifications } from '../../../server/infra/notifications.ts';
import type { Vault } from '../../../server/infra/secrets.ts';
import { createNumbers } from '../../../server/numbers/create-numbers.ts';
import type { NumberProvider } from '../../../server/numbers/number-provider.ts';
import { type OrderBudgets, orderBudgets } from '../../../server/numbers/orders/order-budgets.ts';
import { PlatformSettingsService } from '../../../server/settings/platform-settings.service.ts';
import { demoNumbers } from '../../../server/telephony/demo/demo-numbers.ts';
import { VobizRest } from '../../../server/telephony/vobiz/rest/rest-client.ts';
import { checkConnection } from '../../../server/telephony/vobiz/rest/rest-connection.ts';
import { vobizNumbers } from '../../../server/telephony/vobiz/rest/rest-numbers.ts';
import { WebhookAddresses } from '../../../server/tenants/webhook-keys/webhook-addresses.ts';
import { WebhookKeys } from '../../../server/tenants/webhook-keys/webhook-keys.ts';

/** The real ones, some ten times as fast; the margin is what a busy machine needs. */
const quickBudgets: OrderBudgets = {
  ...orderBudgets,
  requestMs: 700,
  lateWorkMs: 200,
  marginMs: 1_000,
  firstLookMs: 10,
  lookEveryMs: 40,
  staleMs: 60_000,
  takeUpMs: 300,
  answerWithinMs: 5_000,
  rewireMs: 10,
  longestRewireMs: 40,
};
const retries = { attempts: 2, firstPauseMs: 2, longestPauseMs: 500 };

export type InstanceOptions = {
  budgets?: Partial<OrderBudgets>;
  /** Puts something between the orders and Vobiz. */
  between?: (provider: NumberProvider) => NumberProvider;
};

/** What instances of numbers share in a test: the database, and how to reach Vobiz. */
export function assemble({
  database,
  vault,
  vobizUrl,
  log,
  publicUrl,
}: {
  database: Database;
  vault: Vault;
  vobizUrl: string;
  log: Log;
  publicUrl: () => string;
}) {
  const rest = new VobizRest({ baseUrl: vobizUrl, clock: systemClock, log });
  const settings = new PlatformSettingsService(database, vault, checkConnection(rest), systemClock);
  // Unconnected: no webhook's key is asked for here.
  const notifications = new Notifications('postgres://unconnected.invalid', log);
  const webhookKeys = new WebhookKeys(database, vault, systemClock, () => undefined);
  const webhookAddresses = new WebhookAddresses(webhookKeys, publicUrl);
  const anInstance = ({ budgets = {}, between = (provider) => provider }: InstanceOptions = {}) =>
    createNumbers({
      database,
      notifications,
      vault,
      settings,
      webhookKeys,
      webhookAddresses,
      vobiz: (account) => between(vobizNumbers(rest, account, { retries, safeMs: 700 })),
      demo: demoNumbers(database, systemClock),
      publicUrl,
      clock: systemClock,
      log,
      budgets: { ...quickBudgets, ...budgets },
    });
  return { rest, settings, webhookKeys, anInstance };
}

export type Numbers = ReturnType<typeof createNumbers>;
