import type { Tx } from '../../infra/database.ts';
import type { CallId, TenantId } from '../../infra/ids.ts';
import type { CallStatus } from '../call.entity.ts';
import { takesLateWords } from './late-words.ts';

/** Whether a call is over for so long, or so many of its caller's words have come since, that no more are taken. */
export async function comesTooLate(
  tx: Tx,
  tenantId: TenantId,
  { id, status }: { id: CallId; status: CallStatus },
  now: Date,
): Promise<boolean> {
  if (status === 'IN_PROGRESS') return false;
  const late = await findLateTurns(tx, tenantId, id);
  return late !== undefined && !takesLateWords({ status, ...late }, now);
}

/** When a call ended, and how many turns were taken since. Undefined while it goes on. */
async function findLateTurns(
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
