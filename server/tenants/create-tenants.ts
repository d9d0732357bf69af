import type { Clock } from '../infra/clock.ts';
import type { Database } from '../infra/database.ts';
import type { Log } from '../infra/log.ts';
import type { Module } from '../infra/module.ts';
import type { Notifications } from '../infra/notifications.ts';
import type { Vault } from '../infra/secrets.ts';
import { ERASE_TENANT, eraseTenant } from './erasure-and-export/erase-tenant.job.ts';
import { TenantErasureResolver } from './erasure-and-export/tenant-erasure.resolver.ts';
import { type MayErase, TenantErasure } from './erasure-and-export/tenant-erasure.ts';
import { TenantExport } from './erasure-and-export/tenant-export.ts';
import {
  type TenantExportRoutesParts,
  tenantExportRoutes,
} from './erasure-and-export/tenant-export-routes.ts';
import { PersonaResolver } from './personas/persona.resolver.ts';
import { PersonaService } from './personas/persona.service.ts';
import { TenantResolver } from './tenant.resolver.ts';
import { TenantService } from './tenant.service.ts';
import { TenantDirectory } from './tenant-directory.ts';
import { UserTenantResolver } from './user-tenant.resolver.ts';
import { WebhookAddressesResolver } from './webhook-keys/webhook-addresses.resolver.ts';
import { WebhookAddresses } from './webhook-keys/webhook-addresses.ts';
import { WebhookKeys } from './webhook-keys/webhook-keys.ts';

export type TenantsFoundation = {
  database: Database;
  notifications: Notifications;
  vault: Vault;
  publicUrl: () => string;
  /** What others hold against erasing a tenant. */
  mayErase: MayErase;
  viewerOf: TenantExportRoutesParts['viewerOf'];
  clock: Clock;
  log: Log;
};

/** What tenants bring to the process. */
export function createTenants(foundation: TenantsFoundation) {
  const { database, notifications, vault, publicUrl, mayErase, viewerOf, clock, log } = foundation;
  const directory = new TenantDirectory(database, clock, notifications, vault);
  const forget = () => directory.forget();
  const webhookKeys = new WebhookKeys(database, vault, clock, forget);
  const webhookAddresses = new WebhookAddresses(webhookKeys, publicUrl);
  const tenantExport = new TenantExport(database, clock);
  return {
    /** Tenants by slug, from memory: what answering a call takes. */
    directory,
    webhookKeys,
    webhookAddresses,
    resolvers: [
      new TenantResolver(new TenantService(database, forget), database),
      new WebhookAddressesResolver(database, webhookKeys, webhookAddresses, clock),
      new TenantErasureResolver(new TenantErasure(database, clock, mayErase), tenantExport),
      new PersonaResolver(new PersonaService(database)),
      new UserTenantResolver(database),
    ],
    routes: { '/export': tenantExportRoutes({ viewerOf, tenantExport, log }) },
    tasks: { [ERASE_TENANT]: (payload: unknown) => eraseTenant(database, payload) },
  } satisfies Module & {
    directory: TenantDirectory;
    webhookKeys: WebhookKeys;
    webhookAddresses: WebhookAddresses;
  };
}
