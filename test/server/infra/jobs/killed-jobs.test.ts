import { expect, onTestFinished, test, vi } from 'vitest';
import { Heartbeat } from '../../../../server/infra/jobs/heartbeat.ts';
import { createLog } from '../../../../server/infra/log.ts';
import { aSeverableWay } from '../../../fakes/severable-way.ts';
import { aDatabase } from '../../../support/database.ts';
import { aWorker, QUICK } from './a-worker.ts';

// Each test starts processes.
vi.setConfig({ testTimeout: 60_000 });

const own = await aDatabase();

const ask = (name: string, { task = 'dig', inSeconds = 0 } = {}) =>
  own.admin(
    `select graphile_worker.add_job($1, to_json($2::text), job_key => $2,
                                    run_at => now() + make_interval(secs => $3))`,
    [task, name, inSeconds],
  );
const jobs = () => own.admin('select key from graphile_worker.jobs where key is not null order by key');
const seen = () => own.admin<{ pid: number }>('select pid from process_heartbeats');

/** Waits until a process has been at work for as long as would be enough to take another for dead, twice. */
const longAfter = (pid: number | undefined) =>
  expect
    .poll(
      () =>
        own.admin(
          `select from process_heartbeats
            where pid = $1 and seen_at > coalesce(steady_since, started_at) + make_interval(secs => $2)`,
          [pid, (2 * QUICK.deadAfterMs) / 1_000],
        ),
      { timeout: 20_000 },
    )
    .toHaveLength(1);

test('the jobs of a process that is killed go on in another, whatever their task', async () => {
  const [killed, other] = await Promise.all([aWorker(own.url), aWorker(own.url, { jobMs: 0 })]);
  other.signal('SIGSTOP');
  await Promise.all([ask('a'), ask('b', { task: 'plant' }), ask('c')]);
  await killed.until('began a', 'began b', 'began c');
  await killed.end('SIGKILL');
  other.signal('SIGCONT');

  await other.until('did a', 'did b', 'did c');
  await expect.poll(jobs).toEqual([]);
  expect(await seen()).toEqual([{ pid: other.pid }]);
});

test('or after the restart', async () => {
  const killed = await aWorker(own.url);
  await ask('d');
  await killed.until('began d');
  await killed.end('SIGKILL');
  await (await aWorker(own.url, { jobMs: 0 })).until('did d');
  await expect.poll(jobs).toEqual([]);
});

test('a process that lives keeps its jobs, however long they take; one that ends gives them back', async () => {
  const slow = await aWorker(own.url);
  await ask('e');
  await slow.until('began e');
  const other = await aWorker(own.url, { jobMs: 0 });
  await longAfter(other.pid);
  expect(other.said).toEqual(['ready']);

  await slow.end('SIGKILL');
  await other.until('did e');
  await other.end('SIGTERM');
  expect(await seen()).toEqual([]);
});

test('what is asked for anew while a stopped process is taken for dead isn’t lost when it goes on', async () => {
  const stopped = await aWorker(own.url, { jobMs: 300 });
  await ask('f');
  await stopped.until('began f');
  stopped.signal('SIGSTOP');
  const judge = new Heartbeat(own.database, createLog('silent'), QUICK);
  await judge.start();
  await expect.poll(seen, { timeout: 10_000 }).toEqual([{ pid: process.pid }]);
  await judge.stop();
  expect(await own.admin('select key from graphile_worker.jobs where locked_at is null')).toHaveLength(1);
  // Later than the process takes to come to the end of what it had.
  await ask('f', { inSeconds: 3 });

  stopped.signal('SIGCONT');
  await expect
    .poll(() => stopped.said, { timeout: 10_000 })
    .toEqual(['ready', 'began f', 'did f', 'began f', 'did f']);
  await expect.poll(jobs, { timeout: 10_000 }).toEqual([]);
  expect(await seen()).toEqual([{ pid: stopped.pid }]);
});

test('after the database was away, everybody is heard before anybody is taken for dead', async () => {
  const cable = await aSeverableWay(own.url, onTestFinished);
  const slow = await aWorker(cable.url);
  await ask('g');
  await slow.until('began g');
  const other = await aWorker(cable.url, { jobMs: 0 });
  cable.cut();
  await expect
    .poll(
      () =>
        own.admin(`select from process_heartbeats where seen_at > now() - make_interval(secs => $1)`, [
          QUICK.deadAfterMs / 1_000,
        ]),
      { timeout: 10_000 },
    )
    .toEqual([]);
  cable.mend();

  await Promise.all([longAfter(other.pid), longAfter(slow.pid)]);
  expect(other.said).toEqual(['ready']);
  await ask('h');
  await vi.waitFor(() => expect([...slow.said, ...other.said]).toContain('began h'), 10_000);
});

test('a process whose queue ended, as a job was done while the database was away, works on by itself', async () => {
  const cable = await aSeverableWay(own.url, onTestFinished);
  const worker = await aWorker(cable.url, { jobMs: 500 });
  await ask('i');
  await worker.until('began i');
  cable.cut();
  await worker.until('did i');
  cable.mend();
  await ask('j');
  await worker.until('did j');
  await expect.poll(jobs, { timeout: 20_000 }).toEqual([]);
});
