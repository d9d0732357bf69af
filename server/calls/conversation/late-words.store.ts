import type { Tx } from '../../infra/database.ts';
import type { CallId, TenantId } from '../../infra/ids.ts';

/** When a call ended, and how many turns were taken since. Undefined while it goes on. */
export async function findLateTurns(
  { db }: Tx,
  tenantId: TenantId,
  callId: CallId,
): Promise<{ endedAt: Date; taken: number } | undefined> {
  const row = await db
    .selectFrom('calls as c')
    .where('c.tenantId', '=', tenantId)
    .where('c.id', '=', callId)
    .select((eb) => [
      'c.endedAt',
      eb
        .selectFrom('exchanges as e')
        .whereRef('e.tenantId', '=', 'c.tenantId')
        .whereRef('e.callId', '=', 'c.id')
        .whereRef('e.askedAt', '>', 'c.endedAt')
        .select((inner) => inner.fn.countAll<number>().as('taken'))
        .as('taken'),
    ])
    .executeTakeFirst();
  return row?.endedAt ? { endedAt: row.endedAt, taken: row.taken ?? 0 } : undefined;
}
