import type { Clock } from '../../infra/clock.ts';
import { at, type Database } from '../../infra/database.ts';
import { purgeWords } from './purge-words.ts';

const DAY_MS = 24 * 60 * 60_000;
/** Calls whose words are forgotten in one transaction. */
const BATCH = 200;
/** Words may come to a call that is over; calls that were done so long before are looked at once more. */
const LOOK_BACK_DAYS = 7;

type Tenant = { id: string; days: number; doneUntil: string | null };

/** Forgets the words of calls that are older than their tenant keeps them. Goes on where it was interrupted. */
export async function purgeExpired(database: Database, clock: Clock): Promise<void> {
  const tenants = await database.asPlatform((tx) => tx.query<Tenant>(TENANTS));
  for (const tenant of tenants) await forgetOf(database, tenant, clock.now());
}

async function forgetOf(database: Database, { id, days, doneUntil }: Tenant, now: Date): Promise<void> {
  const until = new Date(now.getTime() - days * DAY_MS);
  const since = doneUntil === null ? null : new Date(at(doneUntil).getTime() - LOOK_BACK_DAYS * DAY_MS);
  let place = { at: since?.toISOString() ?? '-infinity', id: '00000000-0000-0000-0000-000000000000' };
  for (;;) {
    const batch = await database.inTenant(id, async (tx) => {
      const calls = await tx.query<{ id: string; at: string }>(OLDEST, [
        id,
        place.at,
        place.id,
        until,
        BATCH,
      ]);
      const done = calls.length < BATCH ? until : calls.at(-1)?.at;
      await purgeWords(
        tx,
        id,
        calls.map((call) => call.id),
      );
      await tx.query(DONE, [id, done]);
      return calls;
    });
    const last = batch.at(-1);
    if (!last || batch.length < BATCH) return;
    place = last;
  }
}

const TENANTS = `
  select id, transcript_retention_days as days, transcripts_forgotten_until as "doneUntil"
    from tenants where transcript_retention_days is not null and erasing_since is null`;

const OLDEST = `
  select id, started_at::text as at from calls
   where tenant_id = $1 and (started_at, id) > ($2::timestamptz, $3::uuid) and started_at < $4
     and status <> 'IN_PROGRESS'
   order by started_at, id limit $5`;

/** Never back: with a longer time to keep, what is forgotten stays so. */
const DONE = `
  update tenants set transcripts_forgotten_until = greatest(transcripts_forgotten_until, $2) where id = $1`;
