import type { Tx } from '../../infra/database.ts';
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

/** A number of the platform's account becomes a tenant's; it doesn't answer calls yet. @returns its id */
export async function insertBought(
  tx: Tx,
  { tenantId, e164, demo, account }: Pick<NumberOrderRow, 'tenantId' | 'e164' | 'demo' | 'account'>,
  { monthlyFee, nextBillingAt }: Pick<OwnedNumber, 'monthlyFee' | 'nextBillingAt'>,
  now: Date,
): Promise<string> {
  const id = crypto.randomUUID();
  await tx.query(
    `insert into phone_numbers (tenant_id, id, e164, status, status_since, demo, source, account, monthly_fee,
       fee_currency, next_billing_at, created_at)
     values ($1, $2, $3, 'PROVISIONING', $4, $5, 'MARKETPLACE', $6, $7, $8, $9, $4)`,
    [
      tenantId,
      id,
      e164,
      now,
      demo,
      account,
      monthlyFee?.minorUnits ?? null,
      monthlyFee?.currency ?? null,
      nextBillingAt,
    ],
  );
  return id;
}

/** A number is attached, and that was checked: it answers calls. */
export async function markWired(
  tx: Tx,
  { numberId, tenantId, applicationId }: { numberId: string; tenantId: string; applicationId: string },
  now: Date,
): Promise<void> {
  await tx.query(
    `update phone_numbers
        set status = 'ACTIVE', status_since = $4, application_id = $3, provisioning_issue = null, wiring_attempts = 0
      where tenant_id = $1 and id = $2 and status = 'PROVISIONING'`,
    [tenantId, numberId, applicationId, now],
  );
}

/** A number couldn't be attached, and why. */
export async function markNotWired(tx: Tx, numberId: string, issue: string): Promise<void> {
  await tx.query(
    `update phone_numbers set provisioning_issue = $2, wiring_attempts = wiring_attempts + 1
      where id = $1 and status = 'PROVISIONING'`,
    [numberId, issue],
  );
}

/** A number that we have is to be attached (again). An OWN one is wired by whoever has the account. */
export async function restore(tx: Tx, numberId: string, now: Date): Promise<void> {
  const rows = await tx.query(
    `update phone_numbers
        set status = 'PROVISIONING', status_since = $2, provisioning_issue = null, wiring_attempts = 0,
            cooldown_ends_at = null, release_fee = null, lost_since = null
      where id = $1 and source = 'MARKETPLACE' and status <> 'RELEASED' returning 1`,
    [numberId, now],
  );
  if (rows.length === 1) await wireAfter(tx, numberId, now);
}

/** A number was given back. Until its cooldown ends that can be taken back, unless the provider has it no more. */
export async function markGivenBack(
  tx: Tx,
  numberId: string,
  given: { cooldownEndsAt: Date | null; releaseFee: Money | null; isGone: boolean; now: Date },
): Promise<void> {
  const { cooldownEndsAt, releaseFee, isGone, now } = given;
  const isOver = isGone || (cooldownEndsAt !== null && cooldownEndsAt <= now);
  await tx.query(
    `update phone_numbers
        set status = $2, status_since = $3, cooldown_ends_at = $4, release_fee = $5,
            fee_currency = coalesce(fee_currency, $6), provisioning_issue = null
      where id = $1 and status in ('ACTIVE', 'PROVISIONING')`,
    [
      numberId,
      isOver ? 'RELEASED' : 'RELEASING',
      now,
      cooldownEndsAt,
      releaseFee?.minorUnits ?? null,
      releaseFee?.currency ?? null,
    ],
  );
}

/** A number is no longer ours to use; its row stays, so that its calls and orders still have a number. */
export async function markReleased(tx: Tx, numberId: string, now: Date): Promise<void> {
  await tx.query(
    `update phone_numbers
        set status = 'RELEASED', status_since = $2, provider_api_key = null, provisioning_issue = null,
            next_billing_at = null
      where id = $1 and status <> 'RELEASED'`,
    [numberId, now],
  );
}
