import { CHARGE_TASK } from '../calls/call-ended.ts';
import type { Clock } from '../infra/clock.ts';
import type { Database } from '../infra/database.ts';
import type { Module } from '../infra/module.ts';
import type { Vault } from '../infra/secrets.ts';
import type { VobizAccount } from '../settings/vobiz-account.ts';
import { CarrierStatusResolver } from './account/carrier-status.resolver.ts';
import { CarrierStatusService } from './account/carrier-status.service.ts';
import { NumberHealthResolver } from './account/number-health.resolver.ts';
import { NumberHealthService } from './account/number-health.service.ts';
import { TenantAccounts } from './account/tenant-accounts.ts';
import type { CarrierAccountOf } from './carrier-account.ts';
import { CallCostResolver } from './charges/call-cost.resolver.ts';
import { CallCostsResolver } from './charges/call-costs.resolver.ts';
import { CallCostService } from './charges/call-costs.service.ts';
import { CallCharges } from './charges/fetch-call-charge.job.ts';

export type CarrierFoundation = {
  database: Database;
  vault: Vault;
  clock: Clock;
  platformAccount: () => Promise<VobizAccount>;
  /** Asks Vobiz with an account's credentials. */
  accountOf: CarrierAccountOf;
};

/** What the carrier's account brings to the process: what calls cost, what is left, and how much it carries. */
export function createCarrier(parts: CarrierFoundation) {
  const { database, clock } = parts;
  const charges = new CallCharges(parts);
  const status = new CarrierStatusService(parts);
  const health = new NumberHealthService(parts);
  return {
    /** For the doctor and for System. */
    accounts: new TenantAccounts(status, health, parts.platformAccount),
    resolvers: [
      new CallCostResolver(database),
      new CallCostsResolver(new CallCostService(database, clock), database),
      new CarrierStatusResolver(status),
      new NumberHealthResolver(health),
    ],
    tasks: { [CHARGE_TASK]: (payload: unknown) => charges.fetch(payload) },
  } satisfies Module & { accounts: TenantAccounts };
}
