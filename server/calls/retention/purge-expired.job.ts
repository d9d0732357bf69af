import type { Clock } from '../../infra/clock.ts';
import type { Database } from '../../infra/database.ts';
import { NO_CALL } from '../../infra/ids.ts';
import {
  findOldestCalls,
  findRetentions,
  noteForgotten,
  purgeWords,
  type Retention,
} from './purge-words.store.ts';

const DAY_MS = 24 * 60 * 60_000;
/** Calls whose words are forgotten in one transaction. */
const BATCH = 200;
/** Words may come to a call that is over; calls that were done so long before are looked at once more. */
const LOOK_BACK_DAYS = 7;

/** Forgets the words of calls that are older than their tenant keeps them. Goes on where it was interrupted. */
export async function purgeExpired(database: Database, clock: Clock): Promise<void> {
  const tenants = await database.asPlatform(findRetentions);
  for (const tenant of tenants) await forgetOf(database, tenant, clock.now());
}

async function forgetOf(
  database: Database,
  { tenantId, days, doneUntil }: Retention,
  now: Date,
): Promise<void> {
  const until = new Date(now.getTime() - days * DAY_MS);
  const since = doneUntil === null ? null : new Date(doneUntil.getTime() - LOOK_BACK_DAYS * DAY_MS);
  let after = { at: since?.toISOString() ?? '-infinity', id: NO_CALL };
  for (;;) {
    const batch = await database.inTenant(tenantId, async (tx) => {
      const calls = await findOldestCalls(tx, tenantId, { after, until, most: BATCH });
      const done = calls.length < BATCH ? until : (calls.at(-1)?.at ?? until);
      await purgeWords(
        tx,
        tenantId,
        calls.map((call) => call.id),
      );
      await noteForgotten(tx, tenantId, done);
      return calls;
    });
    const last = batch.at(-1);
    if (!last || batch.length < BATCH) return;
    after = last;
  }
}
