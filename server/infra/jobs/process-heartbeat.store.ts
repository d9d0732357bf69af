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
  tx: Tx,
  { id, lockNames, host, pid }: WorkingProcess,
  gapMs: number,
): Promise<boolean> {
  const updated = await tx.query(
    `update process_heartbeats
        set seen_at = now(), lock_names = $2,
            steady_since = case when now() - seen_at between '0' and ${ms('$3')} then steady_since else now() end
      where id = $1 returning 1`,
    [id, lockNames, gapMs],
  );
  if (updated.length > 0) return true;
  await tx.query(
    `insert into process_heartbeats (id, lock_names, host, pid, started_at, seen_at)
     values ($1, $2, $3, $4, now(), now()) on conflict do nothing`,
    [id, lockNames, host, pid],
  );
  return false;
}

/** Signs a process off that ends. */
export async function noteEnded(tx: Tx, id: string): Promise<void> {
  await tx.query('delete from process_heartbeats where id = $1', [id]);
}

/** Who is found dead. */
export type DeadProcess = Pick<WorkingProcess, 'host' | 'pid'>;

/**
 * Signs off who hasn't been seen for `deadAfterMs`, and frees the jobs that no living process has. Does nothing while
 * the judge itself, or the database, has just come back, so that everybody can be seen first.
 * @param settleMs how long that takes. A lock that is younger may be of a process about to sign up.
 */
export async function freeJobsOfDead(
  tx: Tx,
  judge: string,
  { deadAfterMs, settleMs }: { deadAfterMs: number; settleMs: number },
): Promise<{ dead: DeadProcess[]; jobs: number }> {
  const fit = await tx.query(
    `select from process_heartbeats
      where id = $1 and coalesce(steady_since, '-infinity') < now() - ${ms('$2')}
        and pg_postmaster_start_time() < now() - ${ms('$2')}`,
    [judge, settleMs],
  );
  if (fit.length === 0) return { dead: [], jobs: 0 };
  const dead = await tx.query<DeadProcess>(
    `delete from process_heartbeats where seen_at not between now() - ${ms('$1')} and now() + ${ms('$1')}
     returning host, pid`,
    [deadAfterMs],
  );
  const freed = await tx.one<{ jobs: number }>(
    `select internal.free_orphaned_jobs(now() - ${ms('$1')}) as jobs`,
    [settleMs],
  );
  return { dead, jobs: freed?.jobs ?? 0 };
}

const ms = (parameter: string) => `make_interval(secs => ${parameter}::float8 / 1000)`;
