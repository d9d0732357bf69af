import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { freeJobsOfDead, noteAlive } from '../../../../server/infra/jobs/process-heartbeat.store.ts';
import { aDatabase } from '../../../support/database.ts';
import { aTenant } from '../../../support/tenant.ts';

const own = await aDatabase();
const LIMITS = { deadAfterMs: 20_000, settleMs: 10_000 };

beforeAll(
  () =>
    // A database that has just come up gives everybody the time to be seen.
    vi.waitFor(
      async () =>
        expect(
          await own.admin(`select where pg_postmaster_start_time() < now() - interval '10 s'`),
        ).toHaveLength(1),
      20_000,
    ),
  30_000,
);
beforeEach(() => own.admin(`delete from process_heartbeats; delete from graphile_worker._private_jobs`));

type Times = { seen: string; steady?: string };

/** Signs up a process. @param times `seen`, and since when `steady`, as intervals that have passed; it had no gap yet unless given */
async function aProcess({ seen, steady }: Times, lockName = 'judge'): Promise<string> {
  const id = randomUUID();
  await own.admin(
    `insert into process_heartbeats (id, lock_names, host, pid, started_at, steady_since, seen_at)
     values ($1, array[$2], 'host', 1, now() - interval '1 day', now() - $3::interval, now() - $4::interval)`,
    [id, lockName, steady ?? null, seen],
  );
  return id;
}

/** As graphile-worker does for a pool that takes a job; a process that is killed leaves it so. */
async function aLockedJob(lockName: string, ago: string): Promise<void> {
  await own.admin(`select graphile_worker.add_job('task of ' || $1, '{}')`, [lockName]);
  await own.admin(
    `update graphile_worker._private_jobs set attempts = 1, locked_by = $1, locked_at = now() - $2::interval
      where locked_at is null`,
    [lockName, ago],
  );
}

const judged = (judge: string) => own.database.asPlatform((tx) => freeJobsOfDead(tx, judge, LIMITS));
const locks = () => own.admin('select locked_by from graphile_worker.jobs where locked_at is not null');

test.each<[string, { judge?: Times; other?: Times; locked: string; isFreed: boolean }]>([
  ['of one not seen for 21 s', { other: { seen: '21 s' }, locked: '22 s', isFreed: true }],
  ['of one seen 18 s ago', { other: { seen: '18 s' }, locked: '3 hours', isFreed: false }],
  ['of no process, locked 11 s ago', { locked: '11 s', isFreed: true }],
  ['of no process, locked 7 s ago', { locked: '7 s', isFreed: false }],
  [
    'of one last seen before the clock was set back',
    { other: { seen: '-1 hour' }, locked: '11 s', isFreed: true },
  ],
  [
    'of a dead one, where the judge has just come back',
    { judge: { seen: '0 s', steady: '7 s' }, other: { seen: '1 hour' }, locked: '1 hour', isFreed: false },
  ],
  [
    'of a dead one, where the judge came back a while ago',
    { judge: { seen: '0 s', steady: '11 s' }, other: { seen: '1 hour' }, locked: '1 hour', isFreed: true },
  ],
])('a job %s', async (_, { judge = { seen: '0 s' }, other, locked, isFreed }) => {
  const id = await aProcess(judge);
  if (other) await aProcess(other, 'other');
  await aLockedJob('other', locked);
  await aLockedJob('judge', '3 hours');

  const { jobs } = await judged(id);

  expect(jobs).toBe(isFreed ? 1 : 0);
  expect(await locks()).toEqual([...(isFreed ? [] : [{ locked_by: 'other' }]), { locked_by: 'judge' }]);
  const attempts = await own.admin('select distinct attempts from graphile_worker.jobs');
  expect(attempts, 'what was tried stays counted').toEqual([{ attempts: 1 }]);
});

test('who isn’t signed up judges no process, and a tenant’s transaction frees nothing', async () => {
  const id = await aProcess({ seen: '0 s' });
  await aProcess({ seen: '1 hour' }, 'other');
  await aLockedJob('other', '1 hour');
  expect(await judged(randomUUID())).toEqual({ dead: [], jobs: 0 });
  const tenant = await aTenant(own);
  expect(await own.database.inTenant(tenant.id, (tx) => freeJobsOfDead(tx, id, LIMITS))).toEqual({
    dead: [],
    jobs: 0,
  });
  const free = sql<number>`internal.free_orphaned_jobs(now())`.as('jobs');
  const freed = await own.database.inTenant(tenant.id, ({ db }) => db.selectNoFrom(free).execute());
  expect(freed).toEqual([{ jobs: 0 }]);
  expect(await judged(id)).toEqual({ dead: [{ host: 'host', pid: 1 }], jobs: 1 });
});

test.each([
  ['5 s ago goes on being steady', { seen: '5 s', steady: '1 hour' }, false],
  ['15 s ago begins anew', { seen: '15 s', steady: '1 hour' }, true],
  ['after now, as the clock was set back, begins anew', { seen: '-5 s', steady: '1 hour' }, true],
])('a process that was seen %s', async (_, times, beginsAnew) => {
  const id = await aProcess(times);
  const alive = { id, lockNames: ['new name'], host: 'host', pid: 1 };
  expect(await own.database.asPlatform((tx) => noteAlive(tx, alive, LIMITS.settleMs))).toBe(true);
  expect(
    await own.admin(
      `select lock_names, steady_since = seen_at as anew, seen_at > now() - interval '1 s' as seen from process_heartbeats`,
    ),
  ).toEqual([{ lock_names: ['new name'], anew: beginsAnew, seen: true }]);
});

test('a process that isn’t signed up is, and learns of it', async () => {
  const alive = { id: randomUUID(), lockNames: [], host: 'host', pid: 1 };
  const note = () => own.database.asPlatform((tx) => noteAlive(tx, alive, LIMITS.settleMs));
  expect([await note(), await note()]).toEqual([false, true]);
});
