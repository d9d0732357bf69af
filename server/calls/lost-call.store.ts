import { sql } from 'kysely';
import type { Tx } from '../infra/database.ts';
import { secondsUntil } from './call.store.ts';
import { CALL_ACTIVITY } from './call-activity.ts';
import { CALL_ENDED_TASK, callEndedKey, jobPriority } from './call-ended.ts';

/**
 * Closes, as LOST, calls of all tenants that nothing was heard of since: they ended when they were last heard of. Calls
 * that a webhook is just being served for are locked, and are skipped: they aren't lost.
 * @param most in this transaction, which must be the platform's
 * @returns how many
 */
export async function closeLost({ db }: Tx, silentSince: Date, most: number): Promise<number> {
  const closed = await db
    .with('lost', (cte) =>
      cte
        .selectFrom('calls')
        .select(['tenantId', 'id'])
        .where('status', '=', 'IN_PROGRESS')
        .where('lastHeardAt', '<', silentSince)
        .orderBy('lastHeardAt')
        .limit(most)
        .forUpdate()
        .skipLocked(),
    )
    .with('closed', (cte) =>
      cte
        .updateTable('calls as c')
        .from('lost')
        .set((eb) => ({
          status: 'LOST',
          endedAt: eb.ref('c.lastHeardAt'),
          durationSeconds: secondsUntil(eb.ref('c.lastHeardAt'), eb.ref('c.startedAt')),
        }))
        .whereRef('c.tenantId', '=', 'lost.tenantId')
        .whereRef('c.id', '=', 'lost.id')
        .returning(['c.tenantId', 'c.id', 'c.verified']),
    )
    .selectFrom('closed')
    .select(({ ref }) => {
      const call = sql`'tenantId', ${ref('tenantId')}, 'callId', ${ref('id')}`;
      const key = sql`${callEndedKey('')}::text || ${ref('id')}`;
      return [
        sql`pg_notify(${CALL_ACTIVITY}, json_build_object('kind', 'ENDED', ${call})::text)`.as('announced'),
        sql`internal.add_job(${CALL_ENDED_TASK}, json_build_object(${call}, 'verified', ${ref('verified')}), ${key}, null,
          case when ${ref('verified')} then ${jobPriority(true)} else ${jobPriority(false)} end::int)`.as(
          'enqueued',
        ),
        sql`internal.charge_call(${ref('tenantId')}, ${ref('id')}, null, ${ref('verified')})`.as('charged'),
      ];
    })
    .execute();
  return closed.length;
}
