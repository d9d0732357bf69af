import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { aCallOf } from '../../support/call.ts';
import { aKaivox, RECEPTION } from '../../support/kaivox.ts';

const kaivox = await aKaivox();
const { graphql, database: own } = kaivox;
const STAFF = { email: 'desk@pragati.example', password: 'two quiet herons' };
const PLACES = ['hooks.lotus.example', 'owner@lotus.example', '+919812345678'];

const admin = await graphql.signIn(RECEPTION);
await graphql(
  `mutation { createUser(input: { email: "${STAFF.email}", name: "Desk", password: "${STAFF.password}", role: TENANT_STAFF }) { id } }`,
  { token: admin },
);
const staff = await graphql.signIn(STAFF);

const made = await graphql(
  'mutation ($input: CreateAutomationInput!) { createAutomation(input: $input) { id } }',
  {
    variables: {
      input: {
        name: 'Tell the owner',
        trigger: 'CALL_COMPLETED',
        actions: [
          { webhook: { url: 'https://hooks.lotus.example/in?key=s3cret', secret: 'what-only-they-know' } },
          { email: { to: 'owner@lotus.example', subject: 'A call', body: 'Hello' } },
          { sms: { to: '+919812345678', text: 'A call' } },
          { sms: { text: 'Thank you' } },
          { tagCustomer: 'vip' },
        ],
      },
    },
    token: admin,
  },
);
const { createAutomation } = (made.data ?? {}) as { createAutomation?: { id: string } };
const id = createAutomation?.id ?? expect.unreachable('it was made');
const [{ tenant_id: tenantId } = { tenant_id: '' }] = await own.admin<{ tenant_id: string }>(
  'select tenant_id from automations where id = $1',
  [id],
);
const callId = await aCallOf(own, tenantId as Parameters<typeof aCallOf>[1], { lines: ['Hello.', 'Hi.'] });

const RULE = `{ automation(id: "${id}") { actions {
  webhook { url hasSecret } email { to subject } sms { to isToCaller text } tagCustomer } } }`;
const TRY = `{ tryAutomation(id: "${id}", callId: "${callId}") { actions { kind target } } }`;

test('staff see what an automation does, and not where it sends to; its admins see both', async () => {
  const seenBy = async (token: string, query: string) => (await graphql(query, { token })).data;
  expect(await seenBy(staff, RULE)).toEqual({
    automation: {
      actions: [
        { webhook: { url: null, hasSecret: true }, email: null, sms: null, tagCustomer: null },
        { webhook: null, email: { to: null, subject: 'A call' }, sms: null, tagCustomer: null },
        {
          ...{ webhook: null, email: null, tagCustomer: null },
          sms: { to: null, isToCaller: false, text: 'A call' },
        },
        {
          ...{ webhook: null, email: null, tagCustomer: null },
          sms: { to: null, isToCaller: true, text: 'Thank you' },
        },
        { webhook: null, email: null, sms: null, tagCustomer: 'vip' },
      ],
    },
  });
  const tried = JSON.stringify(await seenBy(staff, TRY));
  expect(tried).toContain('"kind":"WEBHOOK","target":null');
  for (const place of PLACES) {
    expect(tried).not.toContain(place);
    expect(JSON.stringify(await seenBy(admin, RULE))).toContain(place);
  }
});

test('nor where a delivery went, or what its receiver is called', async () => {
  const [action] = await own.admin<{ id: string }>(
    'select id from automation_actions where automation_id = $1 limit 1',
    [id],
  );
  const runId = randomUUID();
  await own.admin(
    `insert into automation_runs (tenant_id, id, automation_id, call_id, trigger, outcome, actions, ran_at)
     values ($1, $2, $3, $4, 'CALL_COMPLETED', 'RAN', '[]', now())`,
    [tenantId, runId, id, callId],
  );
  await own.admin(
    `insert into automation_deliveries (tenant_id, id, automation_id, run_id, call_id, action_id, kind, target, body, status, problem, created_at, settled_at)
     values ($1, gen_random_uuid(), $2, $3, $4, $5, 'WEBHOOK', 'https://hooks.lotus.example/in?key=s3cret', '{}', 'FAILED', 'hooks.lotus.example answered with status 500.', now(), now())`,
    [tenantId, id, runId, callId, action?.id],
  );
  const DELIVERIES = `{ webhookDeliveries(automationId: "${id}") { edges { node { status target problem } } } }`;
  expect((await graphql(DELIVERIES, { token: staff })).data).toEqual({
    webhookDeliveries: { edges: [{ node: { status: 'FAILED', target: null, problem: null } }] },
  });
  expect(JSON.stringify((await graphql(DELIVERIES, { token: admin })).data)).toContain('key=s3cret');
});
