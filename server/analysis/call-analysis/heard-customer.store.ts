import type { Tx } from '../../infra/database.ts';
import type { CustomerId, TenantId } from '../../infra/ids.ts';

/**
 * Offers to the CRM what a caller said of themselves. A name goes into the records only where there is none, and only
 * the first that was ever heard: a user who takes it out again, or writes another, isn't overruled by the next call.
 * One that was heard in a call that a stranger may have made stays unverified, and no caller is told of it, until a
 * user writes another or a verified call brings one.
 */
export async function offerHeard(
  { db }: Tx,
  {
    tenantId,
    customerId,
    verified,
  }: { tenantId: TenantId; customerId: CustomerId | null; verified: boolean },
  { customerName, customerLanguage }: { customerName: string | null; customerLanguage: string | null },
): Promise<void> {
  if (customerId === null || (customerName === null && customerLanguage === null)) return;
  await db
    .updateTable('customers')
    .set((eb) => {
      const isFirst = eb.and([eb('name', 'is', null), eb('heardName', 'is', null)]);
      const isBetter = eb.and([
        eb.val(verified),
        eb('nameUnverified', '=', true),
        eb('name', 'is not', null),
      ]);
      const takes = eb.and([eb.val(customerName !== null), eb.or([isFirst, isBetter])]);
      return {
        name: eb.case().when(takes).then(customerName).else(eb.ref('name')).end(),
        nameUnverified: eb.case().when(takes).then(!verified).else(eb.ref('nameUnverified')).end(),
        heardName: eb.fn.coalesce(eb.val(customerName), 'heardName'),
        heardLanguage: eb.fn.coalesce(eb.val(customerLanguage), 'heardLanguage'),
      };
    })
    .where('tenantId', '=', tenantId)
    .where('id', '=', customerId)
    .execute();
}
