import type { NotNull } from 'kysely';
import type { Tx } from '../../infra/database.ts';
import type { CustomerId, TenantId } from '../../infra/ids.ts';
import type { Range } from './quarters.ts';

export type RepeatCaller = { customerId: CustomerId; calls: number };

/** Customers who called more than once in a range, those with the most calls first. */
export function rankRepeatCallers(
  { db }: Tx,
  tenantId: TenantId,
  { from, to }: Range,
  first: number,
): Promise<RepeatCaller[]> {
  return db
    .selectFrom('calls')
    .select((eb) => ['customerId', eb.fn.countAll<number>().as('calls')])
    .where('tenantId', '=', tenantId)
    .where('customerId', 'is not', null)
    .$if(from !== null, (calls) => calls.where('startedAt', '>=', from))
    .$if(to !== null, (calls) => calls.where('startedAt', '<', to))
    .groupBy('customerId')
    .having((eb) => eb.fn.countAll<number>(), '>', 1)
    .orderBy('calls', 'desc')
    .orderBy((eb) => eb.fn.max('startedAt'), 'desc')
    .orderBy('customerId')
    .limit(first)
    .$narrowType<{ customerId: NotNull }>()
    .execute();
}
