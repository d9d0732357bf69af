import type { Tx } from '../../infra/database.ts';
import type { TenantId } from '../../infra/ids.ts';
import type { E164 } from '../../infra/phone-number.ts';
import type { Money } from '../money.ts';
import type { OwnedNumber } from '../number-provider.ts';
import type { NumberOrderRow } from '../orders/number-order.store.ts';

/** The job that makes one bought number answer calls. */
export const WIRE_NUMBER = 'provision-number';

type WireNumber = { numberId: string };

/** Has a number attached at `runAt`, by whichever process is there then. */
export async function wireAfter(tx: Tx, numberId: string, runAt: Date): Promise<void> {
  const payload: WireNumber = { numberId };
  await tx.addJob(WIRE_NUMBER, payload, { key: `wire number ${numberId}`, runAt });
}

/**
 * A number of the platform's account becomes a tenant's; it doesn't answer calls yet. Where the tenant had said to have
 * brought it along, that is over.
 * @returns its id
 */
export async function insertBought(
  { db }: Tx,
  { tenantId, e164, demo, account }: Pick<NumberOrderRow, 'tenantId' | 'e164' | 'demo' | 'account'>,
  { monthlyFee, nextBillingAt }: Pick<OwnedNumber, 'monthlyFee' | 'nextBillingAt'>,
  now: Date,
): Promise<string> {
  const id = crypto.randomUUID();
  await db
    .updateTable('phoneNumbers')
    .set({ status: 'RELEASED', statusSince: now, providerApiKey: null })
    .where('tenantId', '=', tenantId)
    .where('e164', '=', e164)
    .where('source', '=', 'OWN')
    .where('status', '<>', 'RELEASED')
    .execute();
  await db
    .insertInto('phoneNumbers')
    .values({
      tenantId,
      id,
      e164,
      status: 'PROVISIONING',
      statusSince: now,
      demo,
      source: 'MARKETPLACE',
      isCertain: true,
      account,
      monthlyFee: monthlyFee?.minorUnits ?? null,
      feeCurrency: monthlyFee?.currency ?? null,
      nextBillingAt,
      createdAt: now,
    })
    .execute();
  return id;
}

/**
 * A number that a tenant has in its own account at Vobiz: its calls are sent here already. `isCertain`: a super admin
 * says so.
 */
export async function insertOwn(
  { db }: Tx,
  own: {
    tenantId: TenantId;
    id: string;
    e164: E164;
    label: string | null;
    forwardedFrom: E164 | null;
    providerApiKey: Buffer | null;
    isCertain: boolean;
  },
  now: Date,
): Promise<void> {
  const { tenantId, id, e164, label, forwardedFrom, providerApiKey, isCertain } = own;
  await db
    .insertInto('phoneNumbers')
    .values({
      tenantId,
      id,
      e164,
      label,
      forwardedFrom,
      status: 'ACTIVE',
      statusSince: now,
      providerApiKey,
      isCertain,
      createdAt: now,
    })
    .execute();
}

export async function writeLabel({ db }: Tx, id: string, label: string | null): Promise<void> {
  await db.updateTable('phoneNumbers').set({ label }).where('id', '=', id).execute();
}

/** Notes from which of the business's other numbers calls are forwarded to this one. */
export async function writeForwardedFrom({ db }: Tx, id: string, forwardedFrom: E164 | null): Promise<void> {
  await db.updateTable('phoneNumbers').set({ forwardedFrom }).where('id', '=', id).execute();
}

/** @param providerApiKey encrypted; null clears it */
export async function writeProviderApiKey(
  { db }: Tx,
  id: string,
  providerApiKey: Buffer | null,
): Promise<void> {
  await db.updateTable('phoneNumbers').set({ providerApiKey }).where('id', '=', id).execute();
}

/** Remembers which account at Vobiz a number's own key belongs to, once Vobiz has accepted the two together. */
export async function writeKeyAccount(
  { db }: Tx,
  { tenantId, numberId, account }: { tenantId: TenantId; numberId: string; account: string },
): Promise<void> {
  await db
    .updateTable('phoneNumbers')
    .set({ keyAccount: account })
    .where('tenantId', '=', tenantId)
    .where('id', '=', numberId)
    .where('providerApiKey', 'is not', null)
    .where('keyAccount', 'is', null)
    .execute();
}

/** A number's calls are another tenant's from now on. */
export async function moveToTenant({ db }: Tx, id: string, tenantId: TenantId): Promise<void> {
  await db.updateTable('phoneNumbers').set({ tenantId }).where('id', '=', id).execute();
}

/** A number is attached, and that was checked: it answers calls. */
export async function markWired(
  { db }: Tx,
  { numberId, tenantId, applicationId }: { numberId: string; tenantId: TenantId; applicationId: string },
  now: Date,
): Promise<void> {
  await db
    .updateTable('phoneNumbers')
    .set({
      status: 'ACTIVE',
      statusSince: now,
      applicationId,
      provisioningIssue: null,
      wiringAttempts: 0,
    })
    .where('tenantId', '=', tenantId)
    .where('id', '=', numberId)
    .where('status', '=', 'PROVISIONING')
    .execute();
}

/** A number couldn't be attached, and why. */
export async function markNotWired({ db }: Tx, numberId: string, issue: string): Promise<void> {
  await db
    .updateTable('phoneNumbers')
    .set((eb) => ({ provisioningIssue: issue, wiringAttempts: eb('wiringAttempts', '+', 1) }))
    .where('id', '=', numberId)
    .where('status', '=', 'PROVISIONING')
    .execute();
}

/** A number that we have is to be attached (again). An OWN one is attached by the tenant, who has its account. */
export async function restore(tx: Tx, numberId: string, now: Date): Promise<void> {
  const restored = await tx.db
    .updateTable('phoneNumbers')
    .set({
      status: 'PROVISIONING',
      statusSince: now,
      provisioningIssue: null,
      wiringAttempts: 0,
      cooldownEndsAt: null,
      releaseFee: null,
      lostSince: null,
    })
    .where('id', '=', numberId)
    .where('source', '=', 'MARKETPLACE')
    .where('status', '<>', 'RELEASED')
    .returning('id')
    .execute();
  if (restored.length === 1) await wireAfter(tx, numberId, now);
}

/** A number was given back. Until its cooldown ends that can be taken back, unless the provider has it no more. */
export async function markGivenBack(
  { db }: Tx,
  numberId: string,
  given: { cooldownEndsAt: Date | null; releaseFee: Money | null; isGone: boolean; now: Date },
): Promise<void> {
  const { cooldownEndsAt, releaseFee, isGone, now } = given;
  const isOver = isGone || (cooldownEndsAt !== null && cooldownEndsAt <= now);
  await db
    .updateTable('phoneNumbers')
    .set((eb) => ({
      status: isOver ? 'RELEASED' : 'RELEASING',
      statusSince: now,
      cooldownEndsAt,
      releaseFee: releaseFee?.minorUnits ?? null,
      feeCurrency: eb.fn.coalesce('feeCurrency', eb.val(releaseFee?.currency ?? null)),
      provisioningIssue: null,
    }))
    .where('id', '=', numberId)
    .where('status', 'in', ['ACTIVE', 'PROVISIONING'])
    .execute();
}

/** A number is no longer ours to use; its row stays, so that its calls and orders still have a number. */
export async function markReleased({ db }: Tx, numberId: string, now: Date): Promise<void> {
  await db
    .updateTable('phoneNumbers')
    .set({
      status: 'RELEASED',
      statusSince: now,
      providerApiKey: null,
      provisioningIssue: null,
      nextBillingAt: null,
    })
    .where('id', '=', numberId)
    .where('status', '<>', 'RELEASED')
    .execute();
}

/** Since when Vobiz no longer lists a number as the platform's. @param lostSince null: it is listed again */
export async function writeLostSince({ db }: Tx, numberId: string, lostSince: Date | null): Promise<void> {
  await db.updateTable('phoneNumbers').set({ lostSince }).where('id', '=', numberId).execute();
}

/** What Vobiz bills for a number, and when next; a fee that it doesn't tell stays. */
export async function writeBilling(
  { db }: Tx,
  numberId: string,
  { monthlyFee, nextBillingAt }: Pick<OwnedNumber, 'monthlyFee' | 'nextBillingAt'>,
): Promise<void> {
  await db
    .updateTable('phoneNumbers')
    .set((eb) => ({
      nextBillingAt,
      monthlyFee: eb.fn.coalesce(eb.val(monthlyFee?.minorUnits ?? null), 'monthlyFee'),
      feeCurrency: eb.fn.coalesce(eb.val(monthlyFee?.currency ?? null), 'feeCurrency'),
    }))
    .where('id', '=', numberId)
    .execute();
}
