import { within } from '../infra/async/time-limit.ts';
import type { Clock } from '../infra/clock.ts';
import type { Database, Tx } from '../infra/database.ts';
import type { TenantId } from '../infra/ids.ts';
import type { Notifications } from '../infra/notifications.ts';
import type { Vault } from '../infra/secrets.ts';
import { readProfile, type TenantProfile } from './tenant-profile.store.ts';
import { openedKeys } from './webhook-keys/opened-keys.ts';

export type { TenantProfile };

const CHANNEL = 'tenant_changed';
/** Only matters while notifications are lost. */
const TTL_MS = 30_000;
/** So long a tenant is asked for that was known a moment ago, while the database may be away. */
const PATIENCE_MS = 1_000;
/** Addresses of tenants that don't exist are probed; they must not fill the memory. */
const MOST_ENTRIES = 5_000;

const succeeded = () => true;
const failed = () => false;

type Entry = { profile: TenantProfile | undefined; until: number };

/** A version of a persona never changes, so what was made of it once is kept with it. */
function withKnownPersona(read: TenantProfile, known: TenantProfile | undefined): TenantProfile {
  const isSame = known?.id === read.id && known.persona.version === read.persona.version;
  return isSame ? { ...read, persona: known.persona } : read;
}

/** Tenants by slug, from memory: forgotten at once, in every instance, when one changes. */
export class TenantDirectory {
  readonly #entries = new Map<string, Entry>();
  /** Addresses of no tenant, apart: whoever probes them pushes no tenant out. */
  readonly #strange = new Map<string, Entry>();
  /** Counts what was forgotten, so that a read that began before a change isn't kept after it. */
  #generation = 0;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly notifications: Notifications,
    private readonly vault: Vault,
  ) {
    notifications.on(CHANNEL, () => this.forget());
    notifications.onReconnect(() => this.forget());
  }

  async bySlug(slug: string): Promise<TenantProfile | undefined> {
    const now = this.clock.now().getTime();
    const known = this.#entries.get(slug) ?? this.#strange.get(slug);
    if (known && known.until > now && this.notifications.isListening) return known.profile;
    const generation = this.#generation;
    const reading = this.#read(slug);
    // While the database is away, a caller is better told so in the business's own language.
    if (known && !(await within(PATIENCE_MS, reading).then(succeeded, failed))) return known.profile;
    const read = await reading;
    const profile = read && withKnownPersona(read, known?.profile);
    if (generation === this.#generation) {
      const entries = profile ? this.#entries : this.#strange;
      if (entries.size >= MOST_ENTRIES) entries.clear();
      entries.set(slug, { profile, until: now + TTL_MS });
    }
    return profile;
  }

  async #read(slug: string): Promise<TenantProfile | undefined> {
    const stored = await this.database.asPlatform((tx) => readProfile(tx, slug));
    return stored && { ...stored, webhookKeys: openedKeys(this.vault, stored.webhookKeys) };
  }

  /** Here at once; elsewhere when `changed`'s transaction has committed. */
  forget(): void {
    this.#generation += 1;
    this.#entries.clear();
    this.#strange.clear();
  }

  /** To be called in the transaction that changes a tenant or its persona. */
  static async changed(tx: Tx, tenantId: TenantId): Promise<void> {
    await tx.notify(CHANNEL, tenantId);
  }
}
