import type { Tx } from '../../infra/database.ts';
import type { CustomerId, TenantId } from '../../infra/ids.ts';

/** Locked, so that no call is opened for the customer before the transaction ends. */
export function lockForErasure({ db }: Tx, id: CustomerId): Promise<{ tenantId: TenantId } | undefined> {
  return db.selectFrom('customers').select('tenantId').where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Takes a customer's number out of their calls, whether they called or were called. */
export function anonymiseCalls({ db }: Tx, tenantId: TenantId, customerId: CustomerId) {
  return db
    .updateTable('calls')
    .set((eb) => ({
      rawFrom: null,
      from: eb.case('direction').when('INBOUND').then(null).else(eb.ref('from')).end(),
      to: eb.case('direction').when('OUTBOUND').then(null).else(eb.ref('to')).end(),
    }))
    .where('tenantId', '=', tenantId)
    .where('customerId', '=', customerId)
    .returning(['id', 'status'])
    .execute();
}

export async function deleteCustomer({ db }: Tx, tenantId: TenantId, id: CustomerId): Promise<void> {
  await db.deleteFrom('customers').where('tenantId', '=', tenantId).where('id', '=', id).execute();
}
