import type { Clock } from '../infra/clock.ts';
import type { Database, Tx } from '../infra/database.ts';
import { ANALYSE_CALL, analysisKey } from './analyse-call.job.ts';

/** Several times what an analysis takes at most: a job that runs for longer went down with its process. */
const LOST_AFTER_MS = 5 * 60_000;
/** What is older, the queue has taken up by itself: it gives a job to another process after 4 hours. */
const LOOK_BACK_MS = 24 * 3_600_000;
/** More than processes that die at once can have been at work on. */
const BATCH = 100;

type EndedCall = { tenantId: string; callId: string };

/**
 * Has calls analysed whose job was lost. Jobs that wait, run, or failed for good stay as they are, and so do calls whose
 * words are forgotten. Safe to repeat, and beside others: a job that was taken up is lost no more.
 */
export async function resumeAnalyses(database: Database, clock: Clock): Promise<void> {
  const now = clock.now().getTime();
  const [lost, oldest] = [new Date(now - LOST_AFTER_MS), new Date(now - LOOK_BACK_MS)];
  await database.asPlatform(async (tx) => {
    for (const call of await tx.query<EndedCall>(UNANALYSED, [lost, oldest, BATCH]))
      await takeUp(tx, call, lost);
  });
}

/** Gives the job that a process took down with it to another, or makes one where there is none. */
async function takeUp(tx: Tx, call: EndedCall, lost: Date): Promise<void> {
  await tx.query('select internal.resume_job($1, $2::json, $3, $4)', [
    ANALYSE_CALL,
    JSON.stringify(call),
    analysisKey(call.callId),
    lost,
  ]);
}

/** Also those that were analysed before their last words came. */
const UNANALYSED = `
  select c.tenant_id as "tenantId", c.id as "callId"
    from calls c left join call_analyses a on a.tenant_id = c.tenant_id and a.call_id = c.id
   where c.ended_at < $1 and c.ended_at > $2 and c.status <> 'IN_PROGRESS'
     and case when a.call_id is null then c.line_count = 0 or exists (
                select from turns t where t.tenant_id = c.tenant_id and t.call_id = c.id)
              when a.line_count < c.line_count then a.line_count < (
                select count(*) from turns t where t.tenant_id = c.tenant_id and t.call_id = c.id)
              else false end
     and not internal.has_job('analyse ' || c.id, $1)
   order by c.ended_at limit $3`;
