import { createHmac } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { createAutomations } from '../../../../server/automations/create-automations.ts';
import type { Reception } from '../../../fakes/catcher.ts';
import { aTenant } from '../../../support/tenant.ts';
import { aSuperAdmin } from '../../../support/viewer.ts';
import { aHouse } from '../a-house.ts';
import { anAnalysedCall } from '../an-analysed-call.ts';

const house = await aHouse();
const { create, analysed, work, deliveries, sql, catcher } = house;
const SECRET = 'a-secret-of-the-receiver';
const webhook = { webhook: { url: catcher.url, secret: SECRET } };

beforeEach(async () => {
  await sql('delete from automations');
  await sql('delete from graphile_worker._private_jobs');
  catcher.clear();
});

/** One call with one webhook to deliver. @returns its automation's id */
async function aDelivery(action: object = webhook): Promise<string> {
  const { id } = await create({ actions: [action] });
  await analysed();
  return id;
}

test('a webhook is as the README has it, and signed', async () => {
  const { id } = await create({ actions: [webhook] });
  const { callId } = await analysed({ sentiment: 'NEGATIVE', score: -0.5, said: ['This is a scandal!'] });
  await work();
  const [delivery] = await deliveries(id);
  expect(delivery).toMatchObject({ status: 'DELIVERED', attempts: 1, problem: null });

  const [caught] = catcher.caught;
  expect(caught).toMatchObject({
    method: 'POST',
    url: '/hook',
    headers: { 'content-type': 'application/json', 'kaivox-delivery': delivery?.id },
  });
  const { t, v1 } = signatureIn(caught?.headers['kaivox-signature']);
  expect(v1).toBe(createHmac('sha256', SECRET).update(`${t}.${caught?.body}`).digest('hex'));
  expect(Number(t)).toBe(Math.floor(house.clock.now().getTime() / 1_000));
  expect(JSON.parse(caught?.body ?? '')).toEqual({
    id: delivery?.id,
    type: 'CALL_COMPLETED',
    createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    tenant: { id: house.tenant.id, slug: house.tenant.slug },
    call: {
      id: callId,
      providerCallId: `vobiz-${callId}`,
      from: '+919876543210',
      to: '+917971543252',
      startedAt: expect.stringMatching(/Z$/),
      durationSeconds: 60,
      sentiment: 'NEGATIVE',
      sentimentScore: -0.5,
      summary: 'They asked for the hours. They were told.',
      intents: ['OPENING_HOURS'],
      transcript: [{ number: 1, speaker: 'CALLER', text: 'This is a scandal!', at: expect.any(String) }],
    },
  });
});

test('without a secret it isn’t signed', async () => {
  await aDelivery({ webhook: { url: catcher.url } });
  await work();
  expect(catcher.caught[0]?.headers).not.toHaveProperty('kaivox-signature');
});

describe('a receiver that fails first', () => {
  test.each<[string, Reception, string]>([
    ['an error', { status: 500 }, '127.0.0.1 answered with status 500.'],
    ['a refusal', { status: 410 }, '127.0.0.1 answered with status 410.'],
    ['a broken connection', { cut: true }, '127.0.0.1'],
    ['a redirect', { redirect: 'http://169.254.169.254/' }, '127.0.0.1 redirects to another address.'],
  ])('by %s gets it again after a second, under the same id', async (_, reception, problem) => {
    const id = await aDelivery();
    catcher.next(reception);
    await work();
    expect(await deliveries(id)).toMatchObject([
      { status: 'PENDING', attempts: 1, problem: expect.stringContaining(problem) },
    ]);

    house.pass(900);
    await work();
    expect(catcher.caught).toHaveLength(1);
    house.pass(200);
    await work();
    expect(await deliveries(id)).toMatchObject([{ status: 'DELIVERED', attempts: 2, problem: null }]);
    const [first, second] = catcher.caught;
    expect(second?.headers['kaivox-delivery']).toBe(first?.headers['kaivox-delivery']);
    expect(second?.body).toBe(first?.body);
  });

  test('by silence gets it again, once the silence has been long enough', async () => {
    const id = await aDelivery();
    catcher.next({ silent: true });
    await work(anInstanceInAHurry());
    expect(await deliveries(id)).toMatchObject([
      { status: 'PENDING', problem: '127.0.0.1 did not answer within 0.3 s.' },
    ]);
    house.pass(1_100);
    await work();
    expect(await deliveries(id)).toMatchObject([{ status: 'DELIVERED', attempts: 2 }]);
  });

  test('and never recovers is given up after three days, and can be tried again by hand', async () => {
    const id = await aDelivery();
    catcher.usually({ status: 503 });
    const gaps: number[] = [];
    for (let last = 0; ; ) {
      await work();
      const [row] = await sql<{ next: number | null }>(
        `select extract(epoch from next_attempt_at - last_attempt_at)::float as next from automation_deliveries
          where automation_id = $1 and status = 'PENDING'`,
        [id],
      );
      if (!row?.next) break;
      expect(row.next).toBeGreaterThan(last);
      last = row.next;
      gaps.push(Math.round(row.next));
      house.pass(row.next * 1000 + 1_000);
    }
    expect(gaps.slice(0, 4)).toEqual([1, 5, 30, 120]);
    expect(gaps.at(-1)).toBe(24 * 3600);
    expect(await deliveries(id)).toMatchObject([{ status: 'FAILED', attempts: gaps.length + 1 }]);
    expect(new Set(catcher.caught.map(({ headers }) => headers['kaivox-delivery'])).size).toBe(1);
  });
});

describe('a process that dies', () => {
  test('before it sends anything: another one sends', async () => {
    const id = await aDelivery();
    await house.automations.tasks['run-automations'](await payloadOf('run-automations'));
    await work();
    expect(await deliveries(id)).toMatchObject([{ status: 'DELIVERED', attempts: 1 }]);
    expect(catcher.caught).toHaveLength(1);
  });

  test('with the answer in hand: it is sent again under the same id, once no process can still be at it', async () => {
    const id = await aDelivery();
    await work(anInstanceThatDiesAfterSending());
    expect(catcher.caught).toHaveLength(1);
    expect(await deliveries(id)).toMatchObject([{ status: 'PENDING', attempts: 1 }]);

    house.pass(50_000);
    await work();
    expect(catcher.caught).toHaveLength(1);
    house.pass(11_000);
    await work();
    expect(await deliveries(id)).toMatchObject([{ status: 'DELIVERED', attempts: 2 }]);
    const ids = catcher.caught.map(({ headers }) => headers['kaivox-delivery']);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });
});

test('two instances don’t send the same at the same time', async () => {
  const id = await aDelivery();
  const other = createAutomations(house.foundation);
  await house.automations.tasks['run-automations'](await payloadOf('run-automations'));
  const payload = await payloadOf('deliver');
  await Promise.all([house.automations, other, other].map(({ tasks }) => tasks.deliver(payload)));
  await Promise.all([house.automations.drain(), other.drain()]);
  expect(catcher.caught).toHaveLength(1);
  expect(await deliveries(id)).toMatchObject([{ status: 'DELIVERED', attempts: 1 }]);
});

test('one tenant’s slow receivers leave room for the others', async () => {
  const other = await aTenant(house);
  catcher.usually({ silent: true });
  await create({ actions: [webhook] });
  for (let call = 0; call < 6; call += 1) await analysed();
  await house.automations.service.create(
    other.id,
    {
      name: 'Theirs',
      trigger: 'CALL_COMPLETED',
      actions: [{ webhook: { url: `http://${catcher.address}/theirs` } }],
    },
    aSuperAdmin(),
  );
  await anAnalysedCall(house, house.automations.afterCall, other.id);
  const working = work();
  await catcher.until(5);
  expect(catcher.caught.map(({ url }) => url).sort()).toEqual([
    '/hook',
    '/hook',
    '/hook',
    '/hook',
    '/theirs',
  ]);
  expect(await sql('select 1 as one from automation_deliveries where attempts = 0')).toHaveLength(2);
  catcher.hangUp();
  await working;
});

/** As if it were killed with the receiver's answer in hand. */
function anInstanceThatDiesAfterSending() {
  const open: typeof house.foundation.outbound.open = async (asked) => {
    (await house.foundation.outbound.open(asked)).body.destroy();
    throw new Error('killed');
  };
  return createAutomations({ ...house.foundation, outbound: { open } });
}

/** Waits no more than 300 ms for an answer; others wait ten seconds. */
function anInstanceInAHurry() {
  const open: typeof house.foundation.outbound.open = async (asked) => {
    expect(asked.timeoutMs).toBe(10_000);
    return house.foundation.outbound.open({ ...asked, timeoutMs: 300 });
  };
  return createAutomations({ ...house.foundation, outbound: { open } });
}

async function payloadOf(task: string): Promise<object | undefined> {
  const [job] = await sql<{ payload: object }>(
    `select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = $1`,
    [task],
  );
  return job?.payload;
}

function signatureIn(header: string | string[] | undefined): { t: string; v1: string } {
  const [, t = '', v1 = ''] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(`${header}`) ?? [];
  return { t, v1 };
}
