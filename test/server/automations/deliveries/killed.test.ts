import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { Heartbeat } from '../../../../server/infra/jobs/heartbeat.ts';
import { QUICK } from '../../infra/jobs/a-worker.ts';
import { aHouse } from '../a-house.ts';
import type { Death, Errand } from './run-and-die.ts';

// Each test starts a process.
vi.setConfig({ testTimeout: 60_000 });

const house = await aHouse();
const { create, analysed, work, catcher, sql } = house;
const PROCESS = resolve(import.meta.dirname, 'run-and-die.ts');

beforeEach(async () => {
  await sql('delete from automations');
  catcher.clear();
});

/** Has another process work through the queue until it dies, and its jobs be freed. */
async function killed(death: Death): Promise<void> {
  const errand: Errand = {
    databaseUrl: house.url,
    allowHost: catcher.address,
    pace: QUICK,
    death,
  };
  const child = spawn(process.execPath, ['--import', 'tsx', PROCESS, JSON.stringify(errand)], {
    stdio: 'inherit',
  });
  const [, signal] = await once(child, 'exit');
  expect(signal).toBe('SIGKILL');
  const judge = new Heartbeat(house.database, house.foundation.log, QUICK);
  await judge.start();
  await expect.poll(locked, { timeout: 10_000 }).toEqual([]);
  await judge.stop();
}

const locked = () => sql('select from graphile_worker.jobs where locked_at is not null');

test.each<[Death, number]>([
  ['amid the rules', 1],
  ['before sending', 1],
  ['with the answer in hand', 2],
])('killed %s, a call’s automations have run once in effect', async (death, requests) => {
  const { id } = await create({
    actions: [
      { webhook: { url: catcher.url } },
      { followUp: { title: 'Call back', dueInHours: 1 } },
      { tagCustomer: 'called' },
      { sms: { text: 'Hello' } },
    ],
  });
  const { callId, customerId } = await analysed();
  await killed(death);

  house.pass(121_000);
  await work();

  expect(await house.runs(id)).toMatchObject([{ outcome: 'RAN' }]);
  expect(await house.deliveries(id)).toMatchObject([{ status: 'DELIVERED' }]);
  expect(catcher.caught).toHaveLength(requests);
  expect(new Set(catcher.caught.map(({ headers }) => headers['kaivox-delivery'])).size).toBe(1);
  expect(await sql('select 1 as one from follow_ups where call_id = $1', [callId])).toHaveLength(1);
  expect(await sql('select tags from customers where id = $1', [customerId])).toEqual([{ tags: ['called'] }]);
  expect(await house.automations.service.get(house.reception.viewer, id)).toMatchObject({ runCount: 1 });
});
