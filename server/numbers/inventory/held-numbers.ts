import { AppError } from '../../infra/app-error.ts';
import type { Tx } from '../../infra/database.ts';

/**
 * Keeps a tenant from being erased while it has numbers that cost money, or an order that isn't settled.
 * @throws AppError CONFLICT
 */
export async function refuseWhileNumbersAreHeld(tx: Tx, tenantId: string): Promise<void> {
  const held = await tx.one<{ rented: number; ordered: number }>(HELD, [tenantId]);
  if (held?.ordered) {
    throw new AppError('CONFLICT', 'An order for a number isn’t settled yet. Please try again in a minute.');
  }
  if (held?.rented) {
    throw new AppError('CONFLICT', `Release the tenant's rented numbers first: there are ${held.rented}.`);
  }
}

const HELD = `
  select (select count(*)::int from phone_numbers
           where tenant_id = $1 and source = 'MARKETPLACE' and not demo and status <> 'RELEASED') as rented,
         (select count(*)::int from number_orders
           where tenant_id = $1 and status in ('PENDING', 'UNCERTAIN')) as ordered`;
