import type { Tx } from '../infra/database.ts';
import type { CallId, CustomerId, TenantId } from '../infra/ids.ts';
import type { Caller } from './follow-up-texts.ts';

/** A call's caller, as the records have them; and the words of one line of it. */
export type CallWords = Caller & { customerId: CustomerId | null; words: string };

/** @returns undefined where the call is gone */
export function readCallWords(
  { db }: Tx,
  { tenantId, callId, number }: { tenantId: TenantId; callId: CallId; number: number },
): Promise<CallWords | undefined> {
  return db
    .selectFrom('calls as c')
    .leftJoin('customers as p', (on) =>
      on.onRef('p.tenantId', '=', 'c.tenantId').onRef('p.id', '=', 'c.customerId'),
    )
    .leftJoin('turns as t', (on) =>
      on.onRef('t.tenantId', '=', 'c.tenantId').onRef('t.callId', '=', 'c.id').on('t.number', '=', number),
    )
    .select(['c.customerId', 'p.name'])
    .select(({ fn, val }) => [
      fn.coalesce('p.phone', 'c.rawFrom').as('phone'),
      fn.coalesce('t.text', val('')).as('words'),
    ])
    .where('c.tenantId', '=', tenantId)
    .where('c.id', '=', callId)
    .executeTakeFirst();
}

/** Of a call that the transaction may see. @returns undefined where there is none */
export function findCaller(
  { db }: Tx,
  callId: CallId,
): Promise<{ customerId: CustomerId | null } | undefined> {
  return db.selectFrom('calls').select('customerId').where('id', '=', callId).executeTakeFirst();
}

/** Whether the transaction may see this customer. */
export async function isCustomer({ db }: Tx, id: CustomerId): Promise<boolean> {
  const found = await db.selectFrom('customers').select('id').where('id', '=', id).executeTakeFirst();
  return found !== undefined;
}
