import type { Database } from '../infra/database.ts';
import { PlatformSettingsResolver } from '../settings/platform-settings.resolver.ts';
import type { PlatformSettingsService } from '../settings/platform-settings.service.ts';
import type { createNumbers } from './create-numbers.ts';
import { NumberCostsResolver } from './inventory/number-costs.resolver.ts';
import { PhoneNumberResolver } from './inventory/phone-number.resolver.ts';
import { MarketplaceResolver } from './marketplace/marketplace.resolver.ts';
import { NumberOrderResolver } from './orders/number-order.resolver.ts';

/** What answers GraphQL about numbers, orders, the marketplace and the platform's settings. */
export function numberResolvers(
  numbers: ReturnType<typeof createNumbers>,
  {
    settings,
    database,
    publicUrl,
  }: { settings: PlatformSettingsService; database: Database; publicUrl: () => string },
): object[] {
  return [
    new PhoneNumberResolver(numbers.phoneNumbers, numbers.cancellation, database, publicUrl),
    new MarketplaceResolver(numbers.marketplace, numbers.reconciliation, numbers.found),
    new NumberOrderResolver(numbers.orders, database),
    new NumberCostsResolver(numbers.costs, database),
    new PlatformSettingsResolver(settings),
  ];
}
