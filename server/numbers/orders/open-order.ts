import { AppError, badInput, notFound } from '../../infra/app-error.ts';
import type { Tx } from '../../infra/database.ts';
import { isTenantId, type TenantId } from '../../infra/ids.ts';
import { findTenant } from '../../tenants/tenant.store.ts';
import type { NumberOrderKind } from './number-order.entity.ts';
import { findOrdersByKey, type NumberOrderRow } from './number-order.store.ts';

/** The job that looks after one order until it is settled. */
export const SETTLE_ORDER = 'settle-number-order';

type SettleOrder = { orderId: string };

const LONGEST_KEY = 200;

/** @throws AppError BAD_USER_INPUT */
export function readIdempotencyKey(typed: string): string {
  const key = typed.trim();
  if (key === '' || key.length > LONGEST_KEY) {
    throw badInput(
      'idempotencyKey',
      `idempotencyKey must have 1 to ${LONGEST_KEY} characters, new for each order.`,
    );
  }
  return key;
}

/**
 * The order that was made with this key before, if any.
 * @throws AppError CONFLICT where the key was used for something else, which is a mistake of the client's
 */
export async function earlierOrder(
  tx: Tx,
  order: { tenantId: string; kind: NumberOrderKind; e164: string; idempotencyKey: string },
): Promise<NumberOrderRow | undefined> {
  const earlier = await findOrdersByKey(tx, order.idempotencyKey);
  const own = earlier.find(({ tenantId }) => tenantId === order.tenantId);
  const isSame = (other: NumberOrderRow) => other.kind === order.kind && other.e164 === order.e164;
  // A key is a tenant's own, but one number for two tenants under one key is no coincidence.
  if (own ? !isSame(own) : earlier.some(isSame)) {
    throw new AppError('CONFLICT', 'This idempotency key was already used for another order.', {
      field: 'idempotencyKey',
    });
  }
  return own;
}

/** @returns the id, of a tenant that is there @throws AppError NOT_FOUND */
export async function requireTenant(tx: Tx, tenantId: string): Promise<TenantId> {
  if (isTenantId(tenantId) && (await findTenant(tx, tenantId))) return tenantId;
  throw notFound('tenant');
}

/** Has the order looked after at `runAt`, by whichever process is there then. */
export async function lookAfter(tx: Tx, orderId: string, runAt: Date): Promise<void> {
  const payload: SettleOrder = { orderId };
  await tx.addJob(SETTLE_ORDER, payload, { key: `number order ${orderId}`, runAt });
}
