import type { Clock } from '../../infra/clock.ts';
import type { Database } from '../../infra/database.ts';

/** A call that nothing was heard of for so long has ended, and its hangup never came. */
const SILENT_FOR_MS = 2 * 60 * 60_000;
/** Calls closed in one transaction. */
const BATCH = 500;

/** Closes calls whose hangup never came as LOST; they ended when they were last heard of. */
export async function closeLostCalls(database: Database, clock: Clock): Promise<void> {
  const silentSince = new Date(clock.now().getTime() - SILENT_FOR_MS);
  for (;;) {
    const closed = await database.asPlatform((tx) => tx.query(CLOSE_LOST, [silentSince, BATCH]));
    if (closed.length < BATCH) return;
  }
}

/** Calls that a webhook is just being served for are locked, and are skipped: they aren't lost. */
const CLOSE_LOST = `
  with lost as (
    select tenant_id, id from calls
     where status = 'IN_PROGRESS' and last_heard_at < $1
     order by last_heard_at limit $2 for update skip locked
  ), closed as (
    update calls c
       set status = 'LOST', ended_at = c.last_heard_at,
           duration_seconds = greatest(0, round(extract(epoch from c.last_heard_at - c.started_at)))
      from lost where c.tenant_id = lost.tenant_id and c.id = lost.id
    returning c.tenant_id, c.id
  )
  select pg_notify('call_activity', json_build_object('kind', 'ENDED', 'tenantId', tenant_id, 'callId', id)::text),
         internal.add_job('analyse-call', json_build_object('tenantId', tenant_id, 'callId', id), 'analyse ' || id, null)
    from closed`;
