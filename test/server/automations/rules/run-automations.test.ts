import { beforeEach, describe, expect, test } from 'vitest';
import type { CallId } from '../../../../server/infra/ids.ts';
import { asCustomerId } from '../../../support/ids.ts';
import { aTenant } from '../../../support/tenant.ts';
import { aHouse } from '../a-house.ts';
import { anAnalysedCall } from '../an-analysed-call.ts';

const house = await aHouse();
const { create, analysed, work, runs, deliveries, sql, catcher, smtp, tenant } = house;
const webhook = { webhook: { url: catcher.url } };

beforeEach(async () => {
  await sql('delete from automations');
  await sql('delete from graphile_worker._private_jobs');
  catcher.clear();
  smtp.clear();
});

test('a call sets off the rules that are about it, and no others', async () => {
  const completed = await create({ actions: [webhook] });
  const angry = await create({ trigger: 'NEGATIVE_SENTIMENT', actions: [webhook] });
  const off = await create({ enabled: false, actions: [webhook] });
  await analysed();
  await work();
  expect(await runs(completed.id)).toMatchObject([{ outcome: 'RAN', reason: null }]);
  expect(await runs(angry.id)).toEqual([]);
  expect(await runs(off.id)).toEqual([]);
  expect(catcher.caught).toHaveLength(1);
});

test('all that a rule says is done, and what couldn’t be is told with its reason', async () => {
  const { id } = await create({
    trigger: 'INTENT_DETECTED',
    intents: ['BOOK_APPOINTMENT'],
    actions: [
      webhook,
      {
        email: {
          to: 'a@lotus.example, b@lotus.example',
          subject: 'Call of {{customer.name}}',
          body: '{{call.transcript}}',
        },
      },
      { followUp: { title: 'Call {{customer.name}} back', dueInHours: 2 } },
      { tagCustomer: 'wants-appointment' },
      { tagCustomer: 'Wants-Appointment' },
      { sms: { text: 'Thank you, {{customer.name}}.' } },
    ],
  });
  const { callId, customerId } = await analysed({
    said: ['I need an appointment.'],
    intents: ['BOOK_APPOINTMENT'],
  });
  await work();

  expect(await runs(id)).toEqual([
    {
      trigger: 'INTENT_DETECTED',
      outcome: 'RAN',
      reason: null,
      actions: [
        { kind: 'WEBHOOK', outcome: 'QUEUED', reason: null },
        { kind: 'EMAIL', outcome: 'QUEUED', reason: null },
        { kind: 'FOLLOW_UP', outcome: 'DONE', reason: null },
        { kind: 'TAG_CUSTOMER', outcome: 'DONE', reason: null },
        {
          kind: 'TAG_CUSTOMER',
          outcome: 'SKIPPED',
          reason: 'The customer is tagged “Wants-Appointment” already.',
        },
        { kind: 'SMS', outcome: 'SKIPPED', reason: expect.stringContaining('no documented way') },
      ],
    },
  ]);
  expect(smtp.mails.map(({ to, headers, body }) => ({ to, subject: headers.subject, body }))).toEqual(
    expect.arrayContaining([
      { to: ['a@lotus.example'], subject: 'Call of Meera', body: 'Caller: I need an appointment.' },
      { to: ['b@lotus.example'], subject: 'Call of Meera', body: 'Caller: I need an appointment.' },
    ]),
  );
  expect(await sql('select tags from customers where id = $1', [customerId])).toEqual([
    { tags: ['wants-appointment'] },
  ]);
  expect(
    await sql('select title, reason, call_id, customer_id from follow_ups where call_id = $1', [callId]),
  ).toEqual([{ title: 'Call Meera back', reason: 'AUTOMATION', call_id: callId, customer_id: customerId }]);
  expect(await house.automations.service.get(house.reception.viewer, id)).toMatchObject({ runCount: 1 });
});

test('a customer is new in their first call alone', async () => {
  const { id } = await create({ trigger: 'NEW_CUSTOMER', actions: [webhook] });
  const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 9, minute));
  const { customerId } = await analysed({ startedAt: at(0) });
  await work();
  expect(await runs(id)).toHaveLength(1);
  await analysed({ startedAt: at(10), customer: { id: asCustomerId(customerId ?? '') } });
  await analysed({ startedAt: at(20), customer: null });
  await work();
  expect(await runs(id)).toHaveLength(1);
});

test('many calls of one customer at once don’t get into each other’s way', async () => {
  const first = await create({ name: 'A', actions: [{ tagCustomer: 'a' }] });
  house.pass(1);
  const second = await create({ name: 'B', actions: [{ tagCustomer: 'b' }] });
  const { callId, customerId } = await analysed();
  const calls = [callId];
  for (let call = 1; call < 8; call += 1)
    calls.push((await analysed({ customer: { id: asCustomerId(customerId ?? '') } })).callId);
  const run = house.automations.tasks['run-automations'];
  await Promise.all(calls.map((each) => run({ tenantId: tenant.id, callId: each, phase: 'AFTER_CALL' })));
  expect(await sql('select tags from customers where id = $1', [customerId])).toEqual([{ tags: ['a', 'b'] }]);
  for (const { id } of [first, second])
    expect(await house.automations.service.get(house.reception.viewer, id)).toMatchObject({ runCount: 8 });
});

test('a caller without a number has no customer to tag', async () => {
  const { id } = await create({ actions: [{ tagCustomer: 'vip' }] });
  await analysed({ customer: null });
  await work();
  expect(await runs(id)).toMatchObject([{ outcome: 'RAN', actions: [{ outcome: 'SKIPPED' }] }]);
});

describe('once in effect', () => {
  test('however often the job runs, in whichever instance', async () => {
    const { id } = await create({ actions: [webhook, { followUp: { title: 'Call back', dueInHours: 1 } }] });
    const { callId } = await analysed();
    const payload = { tenantId: tenant.id, callId, phase: 'AFTER_CALL' };
    await Promise.all(Array.from({ length: 5 }, () => house.automations.tasks['run-automations'](payload)));
    await work();
    expect(await runs(id)).toHaveLength(1);
    expect(catcher.caught).toHaveLength(1);
    expect(await sql('select 1 as one from follow_ups where call_id = $1', [callId])).toHaveLength(1);
    expect(await house.automations.service.get(house.reception.viewer, id)).toMatchObject({ runCount: 1 });
  });

  test('also when the call is analysed again', async () => {
    const { id } = await create({ actions: [webhook] });
    const { callId } = await analysed();
    await work();
    await house.database.inTenant(tenant.id, (tx) =>
      house.automations.afterCall(tx, { tenantId: tenant.id, callId }),
    );
    await work();
    expect(await deliveries(id)).toHaveLength(1);
  });

  test('a second analysis may bring about what the first held back', async () => {
    const { id } = await create({ intents: ['COMPLAINT'], actions: [webhook] });
    const { callId } = await analysed();
    await work();
    expect(await runs(id)).toMatchObject([
      { outcome: 'HELD_BACK', reason: 'What the caller wanted was OPENING_HOURS.' },
    ]);

    await sql(`update call_analyses set intents = '{COMPLAINT}' where call_id = $1`, [callId]);
    await house.database.inTenant(tenant.id, (tx) =>
      house.automations.afterCall(tx, { tenantId: tenant.id, callId }),
    );
    await work();
    expect(await runs(id)).toMatchObject([{ outcome: 'RAN', reason: null }]);
    expect(catcher.caught).toHaveLength(1);
  });
});

describe('a caller who wants a person', () => {
  const during = (callId: CallId, reason: 'HUMAN_REQUESTED' | 'EMERGENCY') =>
    house.database.inTenant(tenant.id, (tx) =>
      house.automations.duringCall(tx, { tenantId: tenant.id, callId, reason }),
    );
  const aCallGoingOn = async (...said: string[]) => {
    const { callId } = await analysed({ status: 'IN_PROGRESS', said });
    await sql('delete from call_analyses where call_id = $1', [callId]);
    await sql('delete from graphile_worker._private_jobs');
    return callId;
  };

  test('sets the rule off at once, and not again after the call', async () => {
    const { id } = await create({ trigger: 'HUMAN_REQUESTED', actions: [webhook] });
    const other = await create({ actions: [webhook] });
    const callId = await aCallGoingOn('I want to talk to a human, please.');
    await during(callId, 'HUMAN_REQUESTED');
    await work();
    expect(await runs(id)).toMatchObject([{ outcome: 'RAN' }]);
    expect(await runs(other.id)).toEqual([]);
    expect(JSON.parse(catcher.caught[0]?.body ?? '')).toMatchObject({
      type: 'HUMAN_REQUESTED',
      call: {
        sentiment: null,
        summary: null,
        intents: ['SPEAK_TO_HUMAN'],
        transcript: [{ speaker: 'CALLER' }],
      },
    });

    await sql(`update calls set status = 'COMPLETED' where id = $1`, [callId]);
    await house.database.inTenant(tenant.id, (tx) =>
      house.automations.afterCall(tx, { tenantId: tenant.id, callId }),
    );
    await work();
    expect(await runs(id)).toHaveLength(1);
    expect(await runs(other.id)).toHaveLength(1);
  });

  test('is another matter than an emergency', async () => {
    const { id } = await create({ trigger: 'HUMAN_REQUESTED', actions: [webhook] });
    await during(await aCallGoingOn('He has collapsed and does not breathe.'), 'EMERGENCY');
    await work();
    expect(await runs(id)).toEqual([]);
  });
});

test('another tenant’s call sets nothing off', async () => {
  const { id } = await create({ actions: [webhook] });
  const other = await aTenant(house);
  await anAnalysedCall(house, house.automations.afterCall, other.id);
  await work();
  expect(await runs(id)).toEqual([]);
});

test('runs are forgotten after 90 days, with their deliveries', async () => {
  const { id } = await create({ actions: [webhook] });
  await analysed();
  await work();
  await sql(`update automation_runs set ran_at = now() - interval '89 days' where automation_id = $1`, [id]);
  await house.automations.tasks['forget-automation-runs']();
  expect(await deliveries(id)).toHaveLength(1);
  await sql(`update automation_runs set ran_at = now() - interval '91 days' where automation_id = $1`, [id]);
  await house.automations.tasks['forget-automation-runs']();
  expect(await deliveries(id)).toEqual([]);
});
