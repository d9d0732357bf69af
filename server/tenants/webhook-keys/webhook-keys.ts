import { randomUUID } from 'node:crypto';
import { type Context, tenantFor, viewerOf } from '../../auth/access.ts';
import { audit } from '../../auth/audit/audit.ts';
import { notFound } from '../../infra/app-error.ts';
import type { Clock } from '../../infra/clock.ts';
import type { Database, Tx } from '../../infra/database.ts';
import type { TenantId } from '../../infra/ids.ts';
import type { Secret, Vault } from '../../infra/secrets.ts';
import { findTenant, lockTenant, type TenantRow } from '../tenant.store.ts';
import { TenantDirectory } from '../tenant-directory.ts';
import { findCurrentKeys, insertWebhookKey, retireCurrentKey } from './webhook-key.store.ts';
import { hashOf, newWebhookKey, webhookKeyPlace } from './webhook-key.ts';

/** Enqueued in the transaction that gives a tenant another key: what was told the old one is told the new one. */
export const WEBHOOK_KEY_ROTATED = 'webhook-key-rotated';

/** Time enough to type the new addresses into a portal, and for calls that began with the old ones. */
const OLD_KEY_MS = 24 * 60 * 60_000;
/** A key that can't be shown any more stands in portals all the same: its business goes on answering. */
const LOST_KEY_MS = 365 * OLD_KEY_MS;

/** The keys of tenants' webhook addresses: made when they are first asked for, shown, replaced. */
export class WebhookKeys {
  /** @param forget has this process read tenants anew at once; others are told by the transaction */
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly clock: Clock,
    private readonly forget: () => void,
  ) {}

  /** As `of`, in a transaction of its own. @param reach undefined: of any tenant */
  async shown(reach: TenantId | undefined, tenantIds: readonly TenantId[]): Promise<Map<TenantId, Secret>> {
    let isMade = false;
    const keys = await this.database.within(reach, (tx) =>
      this.of(tx, tenantIds, () => {
        isMade = true;
      }),
    );
    // Who is shown a key may use it at once.
    if (isMade) this.forget();
    return keys;
  }

  /** The keys that these tenants' addresses carry. One that there isn't yet is made. */
  async of(
    tx: Tx,
    tenantIds: readonly TenantId[],
    made: () => void = () => undefined,
  ): Promise<Map<TenantId, Secret>> {
    const keys = new Map<TenantId, Secret>();
    for (const stored of await findCurrentKeys(tx, tenantIds)) {
      if (stored.sealed) keys.set(stored.tenantId, this.#opened(stored.sealed, stored.id));
    }
    for (const id of tenantIds) {
      if (keys.has(id)) continue;
      keys.set(id, await this.#make(tx, id));
      made();
    }
    return keys;
  }

  /**
   * Gives a tenant another key; the old one is answered for 24 hours more.
   * @param tenantId a super admin names the tenant; its admin may leave it out
   * @throws AppError BAD_USER_INPUT, NOT_FOUND
   */
  async rotate(tenantId: string | null | undefined, context: Context): Promise<TenantRow> {
    const id = tenantFor(viewerOf(context), tenantId);
    const now = this.clock.now();
    const rotated = await this.database.inTenant(id, async (tx) => {
      const tenant = await findTenant(tx, id, { lock: true });
      if (!tenant) throw notFound('tenant');
      await retireCurrentKey(tx, id, { now, until: new Date(now.getTime() + OLD_KEY_MS) });
      await this.#insert(tx, id);
      await tx.addJob(WEBHOOK_KEY_ROTATED, { tenantId: id }, { key: `${WEBHOOK_KEY_ROTATED} ${id}` });
      await audit(tx, context, { action: 'tenant.rotateWebhookKey', tenantId: id, subject: tenant.slug });
      return tenant;
    });
    this.forget();
    return rotated;
  }

  /** Another request may have made it meanwhile, or an operator may have given up the SECRET_KEY that it was under. */
  async #make(tx: Tx, tenantId: TenantId): Promise<Secret> {
    await lockTenant(tx, tenantId);
    const [found] = await findCurrentKeys(tx, [tenantId]);
    if (found?.sealed) return this.#opened(found.sealed, found.id);
    const now = this.clock.now();
    if (found) await retireCurrentKey(tx, tenantId, { now, until: new Date(now.getTime() + LOST_KEY_MS) });
    return this.#insert(tx, tenantId);
  }

  async #insert(tx: Tx, tenantId: TenantId): Promise<Secret> {
    const id = randomUUID();
    const key = newWebhookKey();
    const sealed = this.vault.seal(key, webhookKeyPlace(id));
    await insertWebhookKey(tx, { tenantId, id, hash: hashOf(key.reveal()), sealed });
    await TenantDirectory.changed(tx, tenantId);
    return key;
  }

  #opened(sealed: Buffer, id: string): Secret {
    return this.vault.open(sealed, webhookKeyPlace(id));
  }
}
