import type { Clock } from '../infra/clock.ts';
import type { Database } from '../infra/database.ts';
import type { Module } from '../infra/module.ts';
import type { Vault } from '../infra/secrets.ts';
import type { CheckConnection } from './connection.ts';
import { PlatformSettingsResolver } from './platform-settings.resolver.ts';
import { PlatformSettingsService } from './platform-settings.service.ts';

export type SettingsFoundation = {
  database: Database;
  vault: Vault;
  /** Asks Vobiz whether it takes an account's credentials. */
  checkConnection: CheckConnection;
  clock: Clock;
};

/** What the platform's settings bring to the process. */
export function createSettings({ database, vault, checkConnection, clock }: SettingsFoundation) {
  const settings = new PlatformSettingsService(database, vault, checkConnection, clock);
  return {
    /** Whose account numbers are bought with, and recordings fetched. */
    settings,
    resolvers: [new PlatformSettingsResolver(settings, clock)],
  } satisfies Module & { settings: PlatformSettingsService };
}
