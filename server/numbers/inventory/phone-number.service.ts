import { type Context, tenantFor, type Viewer, viewerOf } from '../../auth/access.ts';
import { audit } from '../../auth/audit/audit.ts';
import { AppError } from '../../infra/app-error.ts';
import type { Clock } from '../../infra/clock.ts';
import type { Database, Tx } from '../../infra/database.ts';
import type { TenantId } from '../../infra/ids.ts';
import type { E164 } from '../../infra/phone-number.ts';
import { Secret, type Vault } from '../../infra/secrets.ts';
import { readCredential } from '../../settings/credential-input.ts';
import { TOKENS_CHANGED } from '../../settings/tokens-changed.ts';
import { inNamedTenant } from '../../tenants/named-tenant.ts';
import { TenantDirectory } from '../../tenants/tenant-directory.ts';
import { numberLock } from '../number-lock.ts';
import { openOrderOf } from '../orders/number-order.store.ts';
import { requireTenant } from '../orders/open-order.ts';
import type { NumberProvisioning } from './number-provisioning.ts';
import { numberInUse, type PhoneNumberRow } from './phone-number.store.ts';
import { reachable, readForwardedFrom, readLabel, theNumber } from './phone-number-access.ts';
import {
  insertOwn,
  markReleased,
  moveToTenant,
  restore,
  writeForwardedFrom,
  writeLabel,
  writeProviderApiKey,
} from './phone-number-changes.store.ts';
import { listNumbers } from './phone-number-lists.store.ts';
import { providerApiKeyOf } from './provider-api-key.ts';

export type AddPhoneNumber = {
  tenantId?: string | null | undefined;
  e164: E164;
  label?: string | null | undefined;
  /** The business's other number, whose calls are forwarded to this one. */
  forwardedFrom?: E164 | null | undefined;
  providerApiKey?: string | null | undefined;
};

/** What is left out stays; null clears. */
export type UpdatePhoneNumber = {
  label?: string | null | undefined;
  forwardedFrom?: E164 | null | undefined;
  /** Super admins only: moves the number to another tenant. */
  tenantId?: string | null | undefined;
  providerApiKey?: string | null | undefined;
};

/** The numbers that tenants are reached under: listed, brought along, labelled, moved. */
export class PhoneNumberService {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly provisioning: Pick<NumberProvisioning, 'wire'>,
    private readonly clock: Clock,
  ) {}

  /** The tenant's numbers, those in use first. Of a number that was released more than once, the latest. */
  async list(viewer: Viewer, tenantId: string | null | undefined): Promise<PhoneNumberRow[]> {
    return inNamedTenant(this.database, viewer, tenantId, (tx, id) => listNumbers(tx, id));
  }

  /**
   * Adds a number that the tenant already has in its own account at Vobiz, which sends the calls here.
   * @throws AppError CONFLICT for a number that a tenant has already
   */
  async add(input: AddPhoneNumber, context: Context): Promise<PhoneNumberRow> {
    const tenantId = tenantFor(viewerOf(context), input.tenantId);
    const label = readLabel(input.label);
    const forwardedFrom = readForwardedFrom(input.forwardedFrom, input.e164) ?? null;
    const apiKey = readCredential('providerApiKey', 'The provider’s API key', input.providerApiKey);
    return this.database.asPlatform(async (tx) => {
      await requireTenant(tx, tenantId);
      await refuseInUse(tx, input.e164);
      const id = crypto.randomUUID();
      const providerApiKey = this.#sealed(id, apiKey ?? null);
      const own = { tenantId, id, e164: input.e164, label: label ?? null, forwardedFrom, providerApiKey };
      await insertOwn(tx, own, this.clock.now());
      await tx.notify(TOKENS_CHANGED, tenantId);
      await TenantDirectory.changed(tx, tenantId);
      await audit(tx, context, { action: 'number.add', tenantId, subject: input.e164 });
      return theNumber(tx, id);
    }, numberLock(input.e164));
  }

  /**
   * Labels a number, replaces its key, or moves it to another tenant, whose calls it then brings.
   * @throws AppError NOT_FOUND, FORBIDDEN for a move by a tenant's admin, CONFLICT for a number on its way out
   */
  async update(id: string, input: UpdatePhoneNumber, context: Context): Promise<PhoneNumberRow> {
    const viewer = viewerOf(context);
    const label = readLabel(input.label);
    const apiKey = readCredential('providerApiKey', 'The provider’s API key', input.providerApiKey);
    const number = await this.database.asPlatform(async (tx) => {
      const before = await reachable(tx, id, viewer);
      const forwardedFrom = readForwardedFrom(input.forwardedFrom, before.e164);
      const wanted = input.tenantId ?? before.tenantId;
      const isMoved = wanted !== before.tenantId;
      const tenantId = isMoved ? await this.#move(tx, before, wanted, viewer) : before.tenantId;
      if (label !== undefined) await writeLabel(tx, id, label);
      if (forwardedFrom !== undefined) await writeForwardedFrom(tx, id, forwardedFrom);
      if (apiKey !== undefined) await writeProviderApiKey(tx, id, this.#sealed(id, apiKey));
      await tx.notify(TOKENS_CHANGED, tenantId);
      await TenantDirectory.changed(tx, tenantId);
      const detail = {
        label,
        forwardedFrom,
        movedTo: input.tenantId ?? undefined,
        keyReplaced: apiKey !== undefined,
      };
      await audit(tx, context, {
        action: 'number.update',
        tenantId: before.tenantId,
        subject: before.e164,
        detail,
      });
      return theNumber(tx, id);
    });
    if (number.status !== 'PROVISIONING') return number;
    return this.#attach(id);
  }

  /**
   * Takes a tenant's own number off here; in the tenant's account at Vobiz it stays.
   * @throws AppError NOT_FOUND, CONFLICT for a number that was bought here: that one is released
   */
  async remove(id: string, context: Context): Promise<PhoneNumberRow> {
    return this.database.asPlatform(async (tx) => {
      const { source, tenantId, e164 } = await reachable(tx, id, viewerOf(context));
      if (source !== 'OWN') {
        throw new AppError('CONFLICT', 'This number was bought here: release it instead of removing it.');
      }
      await markReleased(tx, id, this.clock.now());
      await tx.notify(TOKENS_CHANGED, tenantId);
      await audit(tx, context, { action: 'number.remove', tenantId, subject: e164 });
      return theNumber(tx, id);
    });
  }

  /** Tries at once to attach a number that is PROVISIONING. @throws AppError NOT_FOUND */
  async retry(id: string, context: Context): Promise<PhoneNumberRow> {
    await this.database.asPlatform((tx) => reachable(tx, id, viewerOf(context)));
    return this.#attach(id);
  }

  async #attach(id: string): Promise<PhoneNumberRow> {
    await this.provisioning.wire(id);
    return this.database.asPlatform((tx) => theNumber(tx, id));
  }

  async #move(tx: Tx, number: PhoneNumberRow, wanted: string, viewer: Viewer): Promise<TenantId> {
    if (viewer.role !== 'SUPER_ADMIN') {
      throw new AppError('FORBIDDEN', 'Only the platform’s administrators move numbers between tenants.');
    }
    const tenantId = await requireTenant(tx, wanted);
    const isSteady = number.status === 'ACTIVE' || number.status === 'PROVISIONING';
    if (!isSteady || (await openOrderOf(tx, number.e164))) {
      throw new AppError('CONFLICT', 'A number that is being ordered or released can’t be moved.');
    }
    await moveToTenant(tx, number.id, tenantId);
    await tx.notify(TOKENS_CHANGED, number.tenantId);
    await restore(tx, number.id, this.clock.now());
    return tenantId;
  }

  #sealed(id: string, apiKey: string | null): Buffer | null {
    return apiKey === null ? null : this.vault.seal(new Secret(apiKey), providerApiKeyOf(id));
  }
}

/** @throws AppError CONFLICT for a number that a tenant has, or that is being ordered */
async function refuseInUse(tx: Tx, e164: E164): Promise<void> {
  if ((await openOrderOf(tx, e164)) || (await numberInUse(tx, e164))) {
    throw new AppError('CONFLICT', 'This number is already in use here.', { field: 'e164' });
  }
}
