import type { Tx } from '../../infra/database.ts';

/**
 * Offers to the CRM what a caller said of themselves. A name goes into the records only where there is none, and only
 * the first that was ever heard: whoever takes it out again, or writes another, isn't overruled by the next call.
 */
export async function offerHeard(
  tx: Tx,
  { tenantId, customerId }: { tenantId: string; customerId: string | null },
  heard: { customerName: string | null; customerLanguage: string | null },
): Promise<void> {
  if (customerId === null || (heard.customerName === null && heard.customerLanguage === null)) return;
  await tx.query(
    `update customers
        set name = case when name is null and heard_name is null then $3 else name end,
            heard_name = coalesce($3, heard_name), heard_language = coalesce($4, heard_language)
      where tenant_id = $1 and id = $2`,
    [tenantId, customerId, heard.customerName, heard.customerLanguage],
  );
}
