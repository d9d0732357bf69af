import type { Tx } from '../infra/database.ts';
import type { Caller } from './follow-up-texts.ts';

/** A call's caller, as the records have them; and the words of one line of it. */
export type CallWords = Caller & { customerId: string | null; words: string };

/** @returns undefined where the call is gone */
export function readCallWords(
  tx: Tx,
  { tenantId, callId, number }: { tenantId: string; callId: string; number: number },
): Promise<CallWords | undefined> {
  return tx.one<CallWords>(
    `select c.customer_id as "customerId", p.name, coalesce(p.phone, c.raw_from) as phone, coalesce(t.text, '') as words
       from calls c
       left join customers p on p.tenant_id = c.tenant_id and p.id = c.customer_id
       left join turns t on t.tenant_id = c.tenant_id and t.call_id = c.id and t.number = $3
      where c.tenant_id = $1 and c.id = $2`,
    [tenantId, callId, number],
  );
}
