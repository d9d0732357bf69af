import type { Clock } from '../../infra/clock.ts';
import type { Database } from '../../infra/database.ts';
import type { TenantId } from '../../infra/ids.ts';
import type { Notifications } from '../../infra/notifications.ts';
import type { Secret, SecretPlace, Vault } from '../../infra/secrets.ts';
import { VOBIZ_API_KEY } from '../../settings/secret-places.ts';
import { TOKENS_CHANGED } from '../../settings/tokens-changed.ts';
import { providerApiKeyOf } from './provider-api-key.ts';
import { readSealedTokens, type SealedToken } from './webhook-token.store.ts';

/** Only matters while notifications are lost. */
const TTL_MS = 30_000;
const MOST_TENANTS = 5_000;

type Entry = { tokens: Secret[]; until: number };

/**
 * What a tenant's webhooks may be signed with, from memory: its own numbers' keys and the platform's. Forgotten at
 * once, in every instance, when one changes.
 */
export class WebhookTokens {
  readonly #entries = new Map<string, Entry>();
  /** Counts what was forgotten, so that a read that began before a change isn't kept after it. */
  #generation = 0;

  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly clock: Clock,
    private readonly notifications: Notifications,
  ) {
    notifications.on(TOKENS_CHANGED, () => this.forget());
    notifications.onReconnect(() => this.forget());
  }

  /** @returns every token that can be decrypted, each once; one under another SECRET_KEY is as good as none */
  async of(tenantId: TenantId): Promise<Secret[]> {
    const now = this.clock.now().getTime();
    const known = this.#entries.get(tenantId);
    if (known && known.until > now && this.notifications.isListening) return known.tokens;
    const generation = this.#generation;
    const tokens = this.#opened(await this.database.asPlatform((tx) => readSealedTokens(tx, tenantId)));
    if (generation === this.#generation) {
      if (this.#entries.size >= MOST_TENANTS) this.#entries.clear();
      this.#entries.set(tenantId, { tokens, until: now + TTL_MS });
    }
    return tokens;
  }

  /** Here at once; elsewhere when the transaction that announces TOKENS_CHANGED has committed. */
  forget(): void {
    this.#generation += 1;
    this.#entries.clear();
  }

  #opened(rows: readonly SealedToken[]): Secret[] {
    const byText = new Map<string, Secret>();
    for (const { sealed, numberId } of rows) {
      const token = this.#open(sealed, numberId === null ? VOBIZ_API_KEY : providerApiKeyOf(numberId));
      if (token) byText.set(token.reveal(), token);
    }
    return [...byText.values()];
  }

  #open(sealed: Buffer, place: SecretPlace): Secret | undefined {
    try {
      return this.vault.open(sealed, place);
    } catch {
      return undefined;
    }
  }
}
