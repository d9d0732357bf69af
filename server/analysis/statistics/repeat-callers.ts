import type { Tx } from '../../infra/database.ts';
import type { Range } from './quarters.ts';

export type RepeatCaller = { customerId: string; calls: number };

/** Customers who called more than once in a range, those with the most calls first. */
export function rankRepeatCallers(
  tx: Tx,
  tenantId: string,
  { from, to }: Range,
  first: number,
): Promise<RepeatCaller[]> {
  return tx.query<RepeatCaller>(
    `select customer_id as "customerId", count(*)::int as calls
       from calls
      where tenant_id = $1 and customer_id is not null and started_at >= coalesce($2, '-infinity'::timestamptz)
        and started_at < coalesce($3, 'infinity'::timestamptz)
      group by customer_id having count(*) > 1
      order by calls desc, max(started_at) desc, customer_id limit $4`,
    [tenantId, from, to, first],
  );
}
