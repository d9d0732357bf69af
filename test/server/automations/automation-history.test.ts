import { beforeEach, describe, expect, test } from 'vitest';
import { aTenant } from '../../support/tenant.ts';
import { anAdminOf } from '../../support/viewer.ts';
import { aHouse } from './a-house.ts';

const house = await aHouse();
const { create, analysed, work, sql, catcher, smtp, reception } = house;
const { history, service } = house.automations;
const { viewer } = reception;
const webhook = { webhook: { url: `${catcher.url}?from={{call.from}}` } };
const email = {
  email: { to: 'a@lotus.example,b@lotus.example', subject: '{{customer.name}}', body: 'Hello' },
};
const WEBHOOKS = { kind: 'WEBHOOK', status: null } as const;

beforeEach(async () => {
  await sql('delete from automations');
  await sql('delete from graphile_worker._private_jobs');
  catcher.clear();
  smtp.clear();
});

describe('a trial', () => {
  test('shows what would be done, and does nothing', async () => {
    const { id } = await create({
      enabled: false,
      actions: [
        webhook,
        email,
        { followUp: { title: 'Call {{customer.name}}', dueInHours: 2 } },
        { tagCustomer: 'vip' },
        { sms: { text: 'Hi' } },
      ],
    });
    const { callId, customerId } = await analysed();
    await work();
    const dueAt = new Date(house.clock.now().getTime() + 2 * 3_600_000);
    expect(await history.try(viewer, id, callId)).toMatchObject({
      wouldRun: true,
      reason: null,
      actions: [
        {
          kind: 'WEBHOOK',
          target: `${catcher.url}?from=%2B919876543210`,
          body: expect.stringContaining(callId),
        },
        { kind: 'EMAIL', target: 'a@lotus.example', subject: 'Meera', body: 'Hello' },
        { kind: 'EMAIL', target: 'b@lotus.example', subject: 'Meera', body: 'Hello' },
        { kind: 'FOLLOW_UP', subject: 'Call Meera', dueAt },
        { kind: 'TAG_CUSTOMER', target: 'vip', skipped: null },
        { kind: 'SMS', skipped: expect.stringContaining('Vobiz') },
      ],
    });
    await work();
    expect(catcher.caught).toEqual([]);
    expect(smtp.mails).toEqual([]);
    expect(await house.runs(id)).toEqual([]);
    expect(await sql('select 1 as one from follow_ups')).toEqual([]);
    expect(await sql('select tags from customers where id = $1', [customerId])).toEqual([{ tags: [] }]);
  });

  test('says why nothing would be done', async () => {
    const { callId } = await analysed();
    const missed = await create({ trigger: 'CALL_MISSED', actions: [webhook] });
    const long = await create({ conditions: { durationSeconds: { min: 600 } }, actions: [webhook] });
    expect(await history.try(viewer, missed.id, callId)).toEqual({
      wouldRun: false,
      reason: 'The caller was heard.',
      actions: [],
    });
    expect(await history.try(viewer, long.id, callId)).toMatchObject({
      wouldRun: false,
      reason: 'The call’s length in seconds is 60, below 600.',
    });
  });

  test('takes no call but the tenant’s own', async () => {
    const { id } = await create({ actions: [webhook] });
    const theirs = await aTenant(house);
    await sql(
      `insert into calls (tenant_id, provider_call_id, started_at, last_heard_at) values ($1, 'theirs', now(), now())`,
      [theirs.id],
    );
    const [call] = await sql<{ id: string }>(`select id from calls where tenant_id = $1`, [theirs.id]);
    await expect(history.try(viewer, id, call?.id ?? '')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(history.try(viewer, id, 'no id')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

test('runs and deliveries are listed page by page, the newest first', async () => {
  const { id } = await create({ actions: [webhook] });
  const calls: string[] = [];
  for (let call = 0; call < 3; call += 1) {
    calls.push((await analysed()).callId);
    await work();
    house.pass(1_000);
  }
  const first = await history.runs(viewer, id, { first: 2 });
  const second = await history.runs(viewer, id, { first: 2, after: first.pageInfo.endCursor });
  expect([...first.edges, ...second.edges].map(({ node }) => node.callId)).toEqual(calls.toReversed());
  expect(await first.totalCount).toBe(3);
  expect(second.pageInfo.hasNextPage).toBe(false);

  const page = await history.deliveries(viewer, id, WEBHOOKS, { first: 2 });
  const rest = await history.deliveries(viewer, id, WEBHOOKS, { first: 2, after: page.pageInfo.endCursor });
  expect([...page.edges, ...rest.edges].map(({ node }) => node.callId)).toEqual(calls.toReversed());
  expect(await page.totalCount).toBe(3);
  const failed = await history.deliveries(viewer, id, { kind: 'WEBHOOK', status: 'FAILED' }, { first: 2 });
  expect(failed.edges).toEqual([]);
  const mails = await history.deliveries(viewer, id, { kind: 'EMAIL', status: null }, { first: 2 });
  expect(mails.edges).toEqual([]);

  const stranger = anAdminOf((await aTenant(house)).id).viewer;
  await expect(history.runs(stranger, id, { first: 2 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(history.deliveries(stranger, id, WEBHOOKS, { first: 2 })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});

describe('a delivery made once more by hand', () => {
  const theDelivery = async (id: string, kind: 'WEBHOOK' | 'EMAIL' = 'WEBHOOK') => {
    const { edges } = await history.deliveries(viewer, id, { kind, status: null }, { first: 10 });
    const [edge] = edges;
    if (!edge) throw new Error('Nothing was delivered');
    return edge.node;
  };

  test('is another delivery, with an id of its own, by what the action says now', async () => {
    const { id, actions } = await create({
      actions: [{ webhook: { url: `http://${catcher.address}/wrong` } }],
    });
    await analysed();
    await work();
    const [action] = actions;
    await service.update(
      id,
      { actions: [{ id: action?.id ?? '', webhook: { url: catcher.url } }] },
      reception,
    );
    const first = await theDelivery(id);
    const again = await history.redeliver(first.id, reception);
    expect(again).toMatchObject({ status: 'PENDING', repeats: first.id, target: catcher.url, attempts: 0 });
    await work();
    expect(catcher.caught.map(({ url }) => url)).toEqual(['/wrong', '/hook']);
    const [one, other] = catcher.caught.map(({ headers }) => headers['kaivox-delivery']);
    expect(one).toBe(first.id);
    expect(other).toBe(again.id);
    expect(JSON.parse(catcher.caught[1]?.body ?? '').id).toBe(again.id);
  });

  test('goes to the same person, where a mail had several', async () => {
    const { id } = await create({ actions: [email] });
    await analysed();
    await work();
    const first = await theDelivery(id, 'EMAIL');
    smtp.clear();
    await history.redeliver(first.id, reception);
    await work();
    expect(smtp.mails.map(({ to }) => to)).toEqual([[first.target]]);
  });

  test('isn’t made while the first is on its way, nor where it isn’t wanted any more', async () => {
    const { id } = await create({ actions: [webhook] });
    await analysed();
    catcher.next({ status: 500 });
    await work();
    const { id: deliveryId } = await theDelivery(id);
    const refusal = () => expect(history.redeliver(deliveryId, reception)).rejects;
    await refusal().toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('on its way') });
    house.pass(2_000);
    await work();
    await service.update(id, { enabled: false }, reception);
    await refusal().toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('switched off') });
    await service.update(id, { enabled: true, actions: [{ tagCustomer: 'a' }] }, reception);
    await refusal().toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('any more') });
    const stranger = anAdminOf((await aTenant(house)).id);
    await expect(history.redeliver(deliveryId, stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(history.redeliver('no id', reception)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
