import type { Tx } from '../../infra/database.ts';
import type { CustomerId, TenantId } from '../../infra/ids.ts';

/**
 * Offers to the CRM what a caller said of themselves. A name goes into the records only where there is none, and only
 * the first that was ever heard: a user who takes it out again, or writes another, isn't overruled by the next call.
 */
export async function offerHeard(
  { db }: Tx,
  { tenantId, customerId }: { tenantId: TenantId; customerId: CustomerId | null },
  { customerName, customerLanguage }: { customerName: string | null; customerLanguage: string | null },
): Promise<void> {
  if (customerId === null || (customerName === null && customerLanguage === null)) return;
  await db
    .updateTable('customers')
    .set((eb) => ({
      name: eb
        .case()
        .when(eb.and([eb('name', 'is', null), eb('heardName', 'is', null)]))
        .then(customerName)
        .else(eb.ref('name'))
        .end(),
      heardName: eb.fn.coalesce(eb.val(customerName), 'heardName'),
      heardLanguage: eb.fn.coalesce(eb.val(customerLanguage), 'heardLanguage'),
    }))
    .where('tenantId', '=', tenantId)
    .where('id', '=', customerId)
    .execute();
}
