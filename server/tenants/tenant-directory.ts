import { within } from '../infra/async/time-limit.ts';
import type { Clock } from '../infra/clock.ts';
import type { Database, Tx } from '../infra/database.ts';
import type { TenantId } from '../infra/ids.ts';
import type { Notifications } from '../infra/notifications.ts';
import { readProfile, type TenantProfile } from './tenant-profile.store.ts';

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

/** Tenants by slug, from memory: forgotten at once, in every instance, when one changes. */
export class TenantDirectory {
  readonly #entries = new Map<string, Entry>();
  /** Counts what was forgotten, so that a read that began before a change isn't kept after it. */
  #generation = 0;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly notifications: Notifications,
  ) {
    notifications.on(CHANNEL, () => this.forget());
    notifications.onReconnect(() => this.forget());
  }

  async bySlug(slug: string): Promise<TenantProfile | undefined> {
    const now = this.clock.now().getTime();
    const known = this.#entries.get(slug);
    if (known && known.until > now && this.notifications.isListening) return known.profile;
    const generation = this.#generation;
    const read = this.database.asPlatform((tx) => readProfile(tx, slug));
    // While the database is away, a caller is better told so in the business's own language.
    if (known && !(await within(PATIENCE_MS, read).then(succeeded, failed))) return known.profile;
    const profile = await read;
    if (generation === this.#generation) {
      if (this.#entries.size >= MOST_ENTRIES) this.#entries.clear();
      this.#entries.set(slug, { profile, until: now + TTL_MS });
    }
    return profile;
  }

  /** Here at once; elsewhere when `changed`'s transaction has committed. */
  forget(): void {
    this.#generation += 1;
    this.#entries.clear();
  }

  /** To be called in the transaction that changes a tenant or its persona. */
  static async changed(tx: Tx, tenantId: TenantId): Promise<void> {
    await tx.notify(CHANNEL, tenantId);
  }
}
