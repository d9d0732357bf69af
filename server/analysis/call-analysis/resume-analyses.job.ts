import { CALL_ENDED_TASK } from '../../calls/call-ended.ts';
import type { Clock } from '../../infra/clock.ts';
import type { Database } from '../../infra/database.ts';

/** Several times what an analysis takes at most: a job that is at it for longer went down with its process. */
const LOST_AFTER_MS = 5 * 60_000;

/**
 * Has calls analysed whose job went down with its process: the queue by itself gives it to another only after 4 hours.
 * Jobs that wait, run, or failed for good stay as they are. A call that is over has a job until it is analysed, or until
 * somebody wants it forgotten, so that there is nothing else to look for. Safe to repeat, and beside others.
 */
export async function resumeAnalyses(database: Database, clock: Clock): Promise<void> {
  const lost = new Date(clock.now().getTime() - LOST_AFTER_MS);
  await database.asPlatform((tx) => tx.query('select internal.resume_jobs($1, $2)', [CALL_ENDED_TASK, lost]));
}
