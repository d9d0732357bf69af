import type { Clock } from '../infra/clock.ts';
import type { Database, Tx } from '../infra/database.ts';
import { Secret, type Vault } from '../infra/secrets.ts';
import type { CheckConnection, Connection } from './connection.ts';
import { readAppId, readCredential } from './credential-input.ts';
import {
  readSettings,
  type StoredSettings,
  writeConnection,
  writeCredentials,
  writeRequireSecondFactor,
} from './platform-settings.store.ts';
import { VOBIZ_API_KEY } from './secret-places.ts';
import { UNREADABLE_KEY, type VobizAccount } from './vobiz-account.ts';

/** The settings as they may be shown: of the key, its last characters. */
export type PlatformSettings = {
  vobizAppId: string | null;
  vobizApiKeyHint: string | null;
  marketplaceMode: 'DEMO' | 'LIVE';
  updatedAt: Date | null;
  /** Null in demo mode. */
  connection: (Connection & { checkedAt: Date }) | null;
  /** Of super admins. */
  requireSecondFactor: boolean;
};

/** What is left out stays; null or nothing but blanks clears. */
export type PlatformSettingsChange = {
  vobizAppId?: string | null | undefined;
  vobizApiKey?: string | null | undefined;
  requireSecondFactor?: boolean | null | undefined;
};

/** What a change came to, without a credential in it. */
export type SettingsChanged = {
  vobizAppId: string | null;
  vobizApiKey: 'kept' | 'cleared' | 'replaced';
  requireSecondFactor: boolean;
};

/** The platform's credentials for Vobiz: stored encrypted, checked when saved, never shown again. */
export class PlatformSettingsService {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly check: CheckConnection,
    private readonly clock: Clock,
  ) {}

  async read(): Promise<PlatformSettings> {
    return this.#shown(await this.database.asPlatform((tx) => readSettings(tx)));
  }

  /**
   * Saves, then asks Vobiz whether it takes credentials that were given; they stay saved whatever it says.
   * @param note runs in the transaction that saves, for the audit
   * @param mayLoosen throws where super admins are no longer to need a second factor, and whoever asks may not say so
   * @throws AppError BAD_USER_INPUT for a credential that no request could carry
   */
  async update(
    change: PlatformSettingsChange,
    note: (tx: Tx, changed: SettingsChanged) => Promise<void>,
    mayLoosen: () => void = () => undefined,
  ): Promise<PlatformSettings> {
    const appId = readAppId('vobizAppId', change.vobizAppId);
    const apiKey = readCredential('vobizApiKey', 'The Vobiz API key', change.vobizApiKey);
    const touchesCredentials = appId !== undefined || apiKey !== undefined;
    await this.database.asPlatform(async (tx) => {
      const before = await readSettings(tx, { forUpdate: true });
      const after = {
        appId: appId === undefined ? before.appId : appId,
        sealedKey: apiKey === undefined ? before.sealedKey : this.#sealed(apiKey),
      };
      const now = this.clock.now();
      const requireSecondFactor = change.requireSecondFactor ?? before.requireSecondFactor;
      if (before.requireSecondFactor && !requireSecondFactor) mayLoosen();
      if (touchesCredentials) await writeCredentials(tx, { ...after, now });
      if (requireSecondFactor !== before.requireSecondFactor)
        await writeRequireSecondFactor(tx, { requireSecondFactor, now });
      await note(tx, {
        ...{ vobizAppId: after.appId, vobizApiKey: whatBecame(apiKey), requireSecondFactor },
      });
    });
    return touchesCredentials ? this.recheck() : this.read();
  }

  /** Asks Vobiz again about the credentials that are stored. */
  async recheck(): Promise<PlatformSettings> {
    const stored = await this.database.asPlatform((tx) => readSettings(tx));
    const account = this.#account(stored);
    const { appId, sealedKey } = stored;
    if (account.mode !== 'DEMO' && appId !== null && sealedKey !== null) {
      const found: Connection =
        account.mode === 'LIVE'
          ? await this.check(account.credentials)
          : { status: 'UNVERIFIED', detail: UNREADABLE_KEY };
      const checkedAt = this.clock.now();
      await this.database.asPlatform((tx) =>
        writeConnection(tx, { appId, sealedKey }, { ...found, checkedAt }),
      );
    }
    return this.read();
  }

  /** The account that the platform's numbers are bought with. */
  async account(): Promise<VobizAccount> {
    return this.#account(await this.database.asPlatform((tx) => readSettings(tx)));
  }

  #sealed(apiKey: string | null): Buffer | null {
    return apiKey === null ? null : this.vault.seal(new Secret(apiKey), VOBIZ_API_KEY);
  }

  #account({ appId, sealedKey }: StoredSettings): VobizAccount {
    if (appId === null || sealedKey === null) return { mode: 'DEMO' };
    const apiKey = this.#opened(sealedKey);
    return apiKey ? { mode: 'LIVE', credentials: { appId, apiKey } } : { mode: 'UNREADABLE', appId };
  }

  #shown(stored: StoredSettings): PlatformSettings {
    const isLive = stored.appId !== null && stored.sealedKey !== null;
    return {
      vobizAppId: stored.appId,
      vobizApiKeyHint: stored.sealedKey && (this.#opened(stored.sealedKey)?.hint ?? '••••'),
      marketplaceMode: isLive ? 'LIVE' : 'DEMO',
      updatedAt: stored.updatedAt,
      connection: isLive ? stored.connection : null,
      requireSecondFactor: stored.requireSecondFactor,
    };
  }

  /** @returns undefined for a key that was stored under another SECRET_KEY */
  #opened(sealedKey: Buffer): Secret | undefined {
    try {
      return this.vault.open(sealedKey, VOBIZ_API_KEY);
    } catch {
      return undefined;
    }
  }
}

function whatBecame(apiKey: string | null | undefined): SettingsChanged['vobizApiKey'] {
  if (apiKey === undefined) return 'kept';
  return apiKey === null ? 'cleared' : 'replaced';
}
