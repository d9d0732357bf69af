import { createHmac } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { Catcher } from '../fakes/catcher.ts';
import { FakeSmtp } from '../fakes/smtp.ts';
import type { Telephone } from '../phone/telephone.ts';
import { ADMIN, aKaivox, RECEPTION } from '../support/kaivox.ts';

const SECRET = 'what-only-the-receiver-knows';

const catcher = await Catcher.start();
const forbidden = await Catcher.start();
const smtp = await FakeSmtp.start();
const kaivox = await aKaivox({
  env: {
    OUTBOUND_ALLOW_HOSTS: catcher.address,
    SMTP_URL: smtp.url,
    MAIL_FROM: 'Pragati <desk@pragati.example>',
  },
});
afterAll(() => Promise.all([catcher.stop(), forbidden.stop(), smtp.stop()]));

const token = await kaivox.graphql.signIn(RECEPTION);
async function ask<T>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
  const { data, errors } = await kaivox.graphql(query, { token, variables });
  if (!data) throw new Error(JSON.stringify(errors));
  return data as T;
}

async function automate(input: object): Promise<string> {
  const { createAutomation } = await ask<{ createAutomation: { id: string } }>(
    'mutation ($input: CreateAutomationInput!) { createAutomation(input: $input) { id } }',
    { input: { name: 'A rule', ...input } },
  );
  return createAutomation.id;
}

let callers = 0;
/** A caller who never called before. */
async function aCall(...said: string[]): Promise<Telephone> {
  callers += 1;
  const phone = kaivox.phone({ from: `+91987654${String(callers).padStart(4, '0')}` });
  await phone.dial();
  for (const words of said) await phone.say(words);
  return phone;
}

const RUNS = `query ($id: ID!) { automationRuns(automationId: $id) { totalCount edges { node {
  outcome reason trigger actions { kind outcome reason } call { providerCallId } } } } }`;
const DELIVERIES = `query ($id: ID!) { webhookDeliveries(automationId: $id) { edges { node {
  id status attempts problem lastStatus target } } } }`;
type Delivery = { id: string; status: string; attempts: number; problem: string | null };
async function deliveriesOf(id: string): Promise<Delivery[]> {
  const { webhookDeliveries } = await ask<{ webhookDeliveries: { edges: { node: Delivery }[] } }>(
    DELIVERIES,
    { id },
  );
  return webhookDeliveries.edges.map(({ node }) => node);
}

test('after an angry call everything has been done, once, although everybody failed first', async () => {
  const id = await automate({
    name: 'Angry callers',
    trigger: 'NEGATIVE_SENTIMENT',
    actions: [
      { webhook: { url: `${catcher.url}?from={{call.from}}`, secret: SECRET } },
      {
        email: {
          to: 'owner@pragati.example',
          subject: 'Call of {{call.from}}',
          body: '{{analysis.summary}}',
        },
      },
      { followUp: { title: 'Apologise to {{call.from}}' } },
      { tagCustomer: 'angry' },
      { sms: { text: 'Sorry.' } },
    ],
  });
  catcher.next({ status: 500 });
  smtp.fail({ at: 'greeting', reply: '421 too busy' });
  const phone = await aCall('This is terrible, I am very angry, your service is the worst!');
  await phone.hangUp();

  await Promise.all([catcher.until(2), smtp.until(1)]);
  await expect
    .poll(() => deliveriesOf(id), { timeout: 15_000 })
    .toMatchObject([{ status: 'DELIVERED', attempts: 2 }]);
  const [delivery] = await deliveriesOf(id);
  const ids = catcher.caught.map(({ headers }) => headers['kaivox-delivery']);
  expect(ids).toEqual([delivery?.id, delivery?.id]);
  const last = catcher.caught[1];
  const [, t, v1] = /^t=(\d+),v1=(\w+)$/.exec(`${last?.headers['kaivox-signature']}`) ?? [];
  expect(v1).toBe(createHmac('sha256', SECRET).update(`${t}.${last?.body}`).digest('hex'));
  expect(last?.url).toBe(`/hook?from=${encodeURIComponent(phone.call.from)}`);
  expect(JSON.parse(last?.body ?? '')).toMatchObject({
    id: delivery?.id,
    type: 'NEGATIVE_SENTIMENT',
    tenant: { slug: 'pragati' },
    call: { providerCallId: phone.call.callId, from: phone.call.from, sentiment: 'NEGATIVE' },
  });
  expect(smtp.mails).toMatchObject([
    {
      to: ['owner@pragati.example'],
      headers: {
        subject: `Call of ${phone.call.from}`,
        from: expect.stringContaining('desk@pragati.example'),
      },
    },
  ]);
  expect(await ask(RUNS, { id })).toMatchObject({
    automationRuns: {
      totalCount: 1,
      edges: [
        {
          node: {
            outcome: 'RAN',
            call: { providerCallId: phone.call.callId },
            actions: [
              { kind: 'WEBHOOK', outcome: 'QUEUED' },
              { kind: 'EMAIL', outcome: 'QUEUED' },
              { kind: 'FOLLOW_UP', outcome: 'DONE' },
              { kind: 'TAG_CUSTOMER', outcome: 'DONE' },
              { kind: 'SMS', outcome: 'SKIPPED', reason: expect.stringContaining('Vobiz') },
            ],
          },
        },
      ],
    },
  });
  expect(
    await ask('{ followUps(status: OPEN) { title } customers { edges { node { phone tags } } } }'),
  ).toMatchObject({
    followUps: expect.arrayContaining([{ title: `Apologise to ${phone.call.from}` }]),
    customers: { edges: expect.arrayContaining([{ node: { phone: phone.call.from, tags: ['angry'] } }]) },
  });
  const shown = await ask(
    'query ($id: ID!) { automation(id: $id) { runCount actions { webhook { url hasSecret } } } }',
    { id },
  );
  expect(shown).toMatchObject({
    automation: {
      runCount: 1,
      actions: expect.arrayContaining([
        { webhook: { url: `${catcher.url}?from={{call.from}}`, hasSecret: true } },
      ]),
    },
  });
  expect(JSON.stringify(shown)).not.toContain(SECRET);
  expect(kaivox.logged()).not.toContain(SECRET);
});

test('a caller who asks for a person has it told while they are still there', async () => {
  const id = await automate({
    trigger: 'HUMAN_REQUESTED',
    actions: [{ webhook: { url: `http://${catcher.address}/human` } }],
  });
  const phone = await aCall('I want to talk to a real person.');
  const told = () => catcher.caught.filter(({ url }) => url === '/human');
  await expect.poll(told, { timeout: 15_000 }).toHaveLength(1);
  expect(JSON.parse(told()[0]?.body ?? '')).toMatchObject({
    type: 'HUMAN_REQUESTED',
    call: { providerCallId: phone.call.callId, durationSeconds: null, sentiment: null },
  });

  const after = await automate({
    actions: [{ webhook: { url: `http://${catcher.address}/after` } }],
    trigger: 'CALL_COMPLETED',
  });
  await phone.hangUp();
  await expect.poll(() => deliveriesOf(after), { timeout: 15_000 }).toMatchObject([{ status: 'DELIVERED' }]);
  expect(told()).toHaveLength(1);
  expect(await deliveriesOf(id)).toHaveLength(1);
});

test('a call in which nothing was said was missed', async () => {
  const id = await automate({
    trigger: 'CALL_MISSED',
    actions: [{ followUp: { title: 'Call {{call.from}} back', dueInHours: 1 } }],
  });
  await (await aCall('Are you open on Sunday?')).hangUp();
  const silent = await aCall();
  await silent.hangUp();
  await expect
    .poll(() => ask(RUNS, { id }), { timeout: 15_000 })
    .toMatchObject({
      automationRuns: { edges: [{ node: { call: { providerCallId: silent.call.callId } } }] },
    });
});

test('what isn’t allowed is never reached, and the tenant reads why', async () => {
  const id = await automate({ trigger: 'CALL_COMPLETED', actions: [{ webhook: { url: forbidden.url } }] });
  await (await aCall('Hello')).hangUp();
  await expect
    .poll(() => deliveriesOf(id), { timeout: 15_000 })
    .toMatchObject([{ status: 'PENDING', problem: '127.0.0.1 was not found on the public internet.' }]);
  expect(forbidden.caught).toEqual([]);
});

describe('over GraphQL', () => {
  test('what is wrong with a template is said, and where', async () => {
    const { errors } = await kaivox.graphql(
      'mutation ($input: CreateAutomationInput!) { createAutomation(input: $input) { id } }',
      {
        token,
        variables: {
          input: {
            name: 'x',
            trigger: 'CALL_COMPLETED',
            actions: [{ email: { to: 'a@b.example', subject: 'Hi {{customer.nmae}}', body: 'x' } }],
          },
        },
      },
    );
    expect(errors).toMatchObject([
      {
        message: expect.stringContaining('{{customer.nmae}}'),
        extensions: { code: 'BAD_USER_INPUT', field: 'actions.0.email.subject' },
      },
    ]);
  });

  test('staff read, and change nothing', async () => {
    const staff = { email: 'staff@pragati.example', password: 'one more pass phrase' };
    await ask('mutation ($input: CreateUserInput!) { createUser(input: $input) { id } }', {
      input: { ...staff, name: 'Staff', role: 'TENANT_STAFF' },
    });
    const theirs = await kaivox.graphql.signIn(staff);
    const id = await automate({ trigger: 'CALL_MISSED', actions: [{ tagCustomer: 'missed' }] });
    const { data } = await kaivox.graphql(
      '{ automations { id name enabled trigger } automationFields { name } }',
      { token: theirs },
    );
    expect(data).toMatchObject({
      automations: expect.arrayContaining([{ id, name: 'A rule', enabled: true, trigger: 'CALL_MISSED' }]),
    });
    for (const mutation of [
      `deleteAutomation(id: "${id}") { id }`,
      `updateAutomation(id: "${id}", input: { enabled: false }) { id }`,
      `createAutomation(input: { name: "x", trigger: CALL_MISSED, actions: [{ tagCustomer: "x" }] }) { id }`,
      `redeliver(id: "${id}") { id }`,
    ]) {
      const { errors } = await kaivox.graphql(`mutation { ${mutation} }`, { token: theirs });
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
  });

  test('a rule is tried on a past call, changed and taken away', async () => {
    const phone = await aCall('Are you open on Sunday?');
    await phone.hangUp();
    const id = await automate({
      trigger: 'CALL_COMPLETED',
      conditions: { tag: 'nobody' },
      actions: [{ tagCustomer: 'x' }],
    });
    const [call] = await kaivox.database.admin<{ id: string }>(
      'select id from calls where provider_call_id = $1',
      [phone.call.callId],
    );
    const TRY = `query ($id: ID!, $callId: ID!) { tryAutomation(id: $id, callId: $callId) {
      wouldRun reason actions { kind target skipped } } }`;
    expect(await ask(TRY, { id, callId: call?.id })).toEqual({
      tryAutomation: { wouldRun: false, reason: 'The customer isn’t tagged “nobody”.', actions: [] },
    });
    expect(
      await ask(
        `mutation ($id: ID!) { updateAutomation(id: $id, input: { conditions: null, name: "Other" }) {
           name conditions { tag } actions { tagCustomer } } }`,
        { id },
      ),
    ).toEqual({
      updateAutomation: { name: 'Other', conditions: { tag: null }, actions: [{ tagCustomer: 'x' }] },
    });
    expect(await ask(TRY, { id, callId: call?.id })).toMatchObject({
      tryAutomation: { wouldRun: true, actions: [{ kind: 'TAG_CUSTOMER', target: 'x', skipped: null }] },
    });
    await ask('mutation ($id: ID!) { deleteAutomation(id: $id) { id } }', { id });
    const { errors } = await kaivox.graphql(RUNS, { token, variables: { id } });
    expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });

  test('a super admin names the tenant', async () => {
    const platform = await kaivox.graphql.signIn(ADMIN);
    const { errors } = await kaivox.graphql('{ automations { id } }', { token: platform });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: 'tenantId' } }]);
  });
});
