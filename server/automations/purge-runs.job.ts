import type { Clock } from '../infra/clock.ts';
import type { Database } from '../infra/database.ts';

/** How long it can be looked up what automations did. */
const KEPT_DAYS = 90;
const DAY_MS = 86_400_000;
/** Runs forgotten in one transaction. */
const BATCH = 5_000;

/** Forgets runs that are long over, with their deliveries. */
export async function purgeRuns(database: Database, clock: Clock): Promise<void> {
  const before = new Date(clock.now().getTime() - KEPT_DAYS * DAY_MS);
  for (;;) {
    const forgotten = await database.asPlatform((tx) => tx.query(FORGET, [before, BATCH]));
    if (forgotten.length < BATCH) return;
  }
}

const FORGET = `
  delete from automation_runs r
   using (select tenant_id, id from automation_runs where ran_at < $1 order by ran_at limit $2) old
   where r.tenant_id = old.tenant_id and r.id = old.id returning 1`;
