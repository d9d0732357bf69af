import { sql } from 'kysely';
import type { Tx } from '../database.ts';

/** A process that works through jobs. */
export type WorkingProcess = {
  id: string;
  /** The names that its locks in the job queue carry. */
  lockNames: readonly string[];
  host: string;
  pid: number;
};

/**
 * Writes that a process lives, by the database's clock.
 * @param gapMs one that wasn't seen for that long was away, and judges others only after it has been steady again
 * @returns whether it was signed up before; if not, it has just started, or was taken for dead
 */
export async function noteAlive(
  { db }: Tx,
  { id, lockNames, host, pid }: WorkingProcess,
  gapMs: number,
): Promise<boolean> {
  const gap = milliseconds(gapMs);
  const seen = await db
    .updateTable('processHeartbeats')
    .set({
      seenAt: sql<Date>`now()`,
      lockNames: [...lockNames],
      steadySince: sql<Date | null>`case when now() - ${sql.ref('seenAt')} between '0' and ${gap}
        then ${sql.ref('steadySince')} else now() end`,
    })
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (seen.numUpdatedRows > 0n) return true;
  const now = sql<Date>`now()`;
  await db
    .insertInto('processHeartbeats')
    .values({ id, lockNames: [...lockNames], host, pid, startedAt: now, seenAt: now })
    .onConflict((there) => there.doNothing())
    .execute();
  return false;
}

/** Signs a process off that ends. */
export async function noteEnded({ db }: Tx, id: string): Promise<void> {
  await db.deleteFrom('processHeartbeats').where('id', '=', id).execute();
}

/** A process that was killed, or hangs. */
export type DeadProcess = Pick<WorkingProcess, 'host' | 'pid'>;

/**
 * Signs off processes that haven't been seen for `deadAfterMs`, and frees the jobs that no living process has. Does nothing while
 * the judge itself, or the database, has just come back, so that all processes can be seen first.
 * @param settleMs how long that takes. A lock that is younger may be of a process about to sign up.
 */
export async function freeJobsOfDead(
  { db }: Tx,
  judge: string,
  { deadAfterMs, settleMs }: { deadAfterMs: number; settleMs: number },
): Promise<{ dead: DeadProcess[]; jobs: number }> {
  const settled = sql<Date>`now() - ${milliseconds(settleMs)}`;
  const fit = await db
    .selectFrom('processHeartbeats')
    .select('id')
    .where('id', '=', judge)
    .where((eb) => eb.or([eb('steadySince', 'is', null), eb('steadySince', '<', settled)]))
    .where(sql<boolean>`pg_postmaster_start_time() < ${settled}`)
    .executeTakeFirst();
  if (!fit) return { dead: [], jobs: 0 };
  const death = milliseconds(deadAfterMs);
  const dead = await db
    .deleteFrom('processHeartbeats')
    .where(sql<boolean>`${sql.ref('seenAt')} not between now() - ${death} and now() + ${death}`)
    .returning(['host', 'pid'])
    .execute();
  const { jobs } = await db
    .selectNoFrom(sql<number>`internal.free_orphaned_jobs(${settled})`.as('jobs'))
    .executeTakeFirstOrThrow();
  return { dead, jobs };
}

const milliseconds = (ms: number) => sql`make_interval(secs => ${ms}::float8 / 1000)`;
