import { AppError } from '../../infra/app-error.ts';
import type { Tx } from '../../infra/database.ts';
import type { TenantId } from '../../infra/ids.ts';
import { countHeld } from './phone-number-lists.store.ts';

/**
 * Keeps a tenant from being erased while it has numbers that cost money, or an order that isn't settled.
 * @throws AppError CONFLICT
 */
export async function refuseWhileNumbersAreHeld(tx: Tx, tenantId: TenantId): Promise<void> {
  const held = await countHeld(tx, tenantId);
  if (held.ordered) {
    throw new AppError('CONFLICT', 'An order for a number isn’t settled yet. Please try again in a minute.');
  }
  if (held.rented) {
    throw new AppError('CONFLICT', `Release the tenant's rented numbers first: there are ${held.rented}.`);
  }
}
