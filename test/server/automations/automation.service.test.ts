import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { ActionInput } from '../../../server/automations/rules/actions-input.ts';
import type { AutomationInput } from '../../../server/automations/rules/automation-input.ts';
import { aTenant } from '../../support/tenant.ts';
import { anAdminOf, aSuperAdmin } from '../../support/viewer.ts';
import { aHouse } from './a-house.ts';

const house = await aHouse();
const { create, sql, tenant, reception } = house;
const { service } = house.automations;
const elsewhere = anAdminOf((await aTenant(house)).id);

beforeEach(() => sql('delete from automations'));

const webhook = { webhook: { url: 'https://crm.example/hook', secret: 'hush-hush-hush' } };
const email = (change: object) => ({ email: { to: 'a@b.example', subject: 'Hi', body: 'Hello', ...change } });
const followUp = (change: object) => ({ followUp: { title: 'Call back', dueInHours: 24, ...change } });

test('a rule is kept as it was made, without its secret', async () => {
  const conditions = {
    sentimentScore: { max: -0.3 },
    durationSeconds: { min: 10, max: null },
    timeOfDay: { from: '20:00', until: '08:00' },
    customer: 'KNOWN' as const,
    tag: 'VIP',
  };
  const made = await create({
    name: ' Angry  regulars ',
    trigger: 'NEGATIVE_SENTIMENT',
    intents: ['COMPLAINT', 'COMPLAINT'],
    conditions,
    actions: [webhook, email({}), followUp({}), { tagCustomer: 'angry' }, { sms: { text: 'Sorry.' } }],
  });
  expect(made).toMatchObject({
    name: 'Angry regulars',
    enabled: true,
    trigger: 'NEGATIVE_SENTIMENT',
    intents: ['COMPLAINT'],
    conditions: { ...conditions, sentimentScore: { min: null, max: -0.3 } },
    actions: [
      { hasSecret: true, spec: { kind: 'WEBHOOK', url: 'https://crm.example/hook' } },
      { hasSecret: false, spec: { kind: 'EMAIL', to: ['a@b.example'] } },
      { spec: { kind: 'FOLLOW_UP', dueInHours: 24, assigneeId: null } },
      { spec: { kind: 'TAG_CUSTOMER', tag: 'angry' } },
      { spec: { kind: 'SMS', to: null, text: 'Sorry.' } },
    ],
    runCount: 0,
    lastRunAt: null,
  });
  expect(await service.get(reception.viewer, made.id)).toEqual(made);
  expect(await service.list(reception.viewer, null)).toEqual([made]);
  const stored = await sql<{ row: string }>(
    'select a::text as row from automation_actions a union all select l::text from audit_log l',
  );
  for (const { row } of stored) expect(row).not.toMatch(/hush|68757368/);
});

describe('what is typed wrong is refused, and named', () => {
  test.each<[string, Partial<AutomationInput> | { actions: ActionInput[] }]>([
    ['name', { name: ' ' }],
    ['actions', { actions: [] }],
    ['actions', { actions: Array.from({ length: 11 }, () => ({ tagCustomer: 'a' })) }],
    ['actions.0', { actions: [{}] }],
    ['actions.1', { actions: [{ tagCustomer: 'a' }, { ...webhook, tagCustomer: 'b' }] }],
    ['actions.0.webhook.url', { actions: [{ webhook: { url: 'ftp://crm.example/' } }] }],
    ['actions.0.webhook.url', { actions: [{ webhook: { url: 'https://{{customer.name}}.example/' } }] }],
    ['actions.0.webhook.url', { actions: [{ webhook: { url: 'https://crm.example:{{call.id}}/' } }] }],
    ['actions.0.webhook.url', { actions: [{ webhook: { url: 'https://crm.example{{call.id}}' } }] }],
    ['actions.0.webhook.url', { actions: [{ webhook: { url: 'https://crm.example\\{{call.id}}/' } }] }],
    ['actions.0.webhook.url', { actions: [{ webhook: { url: 'https://user:pass@crm.example/' } }] }],
    ['actions.0.webhook.url', { actions: [{ webhook: { url: 'https://crm.example/{{call.transcript}}' } }] }],
    ['actions.0.webhook.url', { actions: [{ webhook: { url: 'https://crm.example/a b' } }] }],
    ['actions.0.webhook.secret', { actions: [{ webhook: { url: 'https://a.example/', secret: 'a b' } }] }],
    ['actions.0.email.to', { actions: [email({ to: 'nobody' })] }],
    ['actions.0.email.to', { actions: [email({ to: 'a@b.example\nBcc: c@d.example' })] }],
    ['actions.0.email.to', { actions: [email({ to: '{{customer.name}}@b.example' })] }],
    ['actions.0.email.to', { actions: [email({ to: '1@a.io,2@a.io,3@a.io,4@a.io,5@a.io,6@a.io' })] }],
    ['actions.0.email.subject', { actions: [email({ subject: '{{call.transcript}}' })] }],
    ['actions.0.email.subject', { actions: [email({ subject: '' })] }],
    ['actions.0.email.body', { actions: [email({ body: 'Dear {{customer.nmae}}' })] }],
    ['actions.0.email.body', { actions: [email({ body: 'Dear {{customer.name' })] }],
    ['actions.0.email.body', { actions: [email({ body: '{{constructor}}' })] }],
    ['actions.0.followUp.title', { actions: [followUp({ title: '{{x}}' })] }],
    ['actions.0.followUp.dueInHours', { actions: [followUp({ dueInHours: -1 })] }],
    ['actions.0.followUp.assigneeId', { actions: [followUp({ assigneeId: 'me' })] }],
    ['actions.0.followUp.assigneeId', { actions: [followUp({ assigneeId: randomUUID() })] }],
    ['actions.0.tagCustomer', { actions: [{ tagCustomer: ' ' }] }],
    ['actions.0.sms.text', { actions: [{ sms: { text: '{{analysis.mood}}' } }] }],
    ['actions.0.id', { actions: [{ id: randomUUID(), tagCustomer: 'a' }] }],
    ['conditions.sentimentScore', { conditions: { sentimentScore: { min: -2 } } }],
    ['conditions.sentimentScore', { conditions: { sentimentScore: { min: 0.5, max: 0.4 } } }],
    ['conditions.durationSeconds', { conditions: { durationSeconds: { min: -1 } } }],
    ['conditions.timeOfDay', { conditions: { timeOfDay: { from: '9:00', until: '10:00' } } }],
    ['conditions.timeOfDay', { conditions: { timeOfDay: { from: '24:00', until: '10:00' } } }],
    ['conditions.timeOfDay', { conditions: { timeOfDay: { from: '10:00', until: '10:00' } } }],
    ['conditions.tag', { conditions: { tag: 'x'.repeat(41) } }],
    ['conditions.sentimentScore', { trigger: 'HUMAN_REQUESTED', conditions: { sentimentScore: { min: 0 } } }],
    [
      'conditions.durationSeconds',
      { trigger: 'HUMAN_REQUESTED', conditions: { durationSeconds: { min: 9 } } },
    ],
  ])('%s in %j', async (field, input) => {
    await expect(create({ actions: [webhook], ...input })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { field },
    });
    expect(await service.list(reception.viewer, null)).toEqual([]);
  });

  test('a field that doesn’t exist is in the sentence', async () => {
    await expect(create({ actions: [email({ body: '{{customer.nmae}}' })] })).rejects.toThrow(
      '{{customer.nmae}}',
    );
  });
});

test('what is left out of a change stays; an action keeps its secret by its id', async () => {
  const { id, actions } = await create({
    intents: ['PRICING'],
    conditions: { tag: 'VIP' },
    actions: [webhook, email({})],
  });
  const [first] = actions;
  expect(await service.update(id, { name: 'Other', enabled: false }, reception)).toMatchObject({
    name: 'Other',
    enabled: false,
    intents: ['PRICING'],
    conditions: { tag: 'VIP' },
    actions,
  });
  const moved = { id: first?.id ?? '', webhook: { url: 'https://new.example/' } };
  expect(
    await service.update(id, { actions: [{ tagCustomer: 'a' }, moved], conditions: null }, reception),
  ).toMatchObject({
    intents: ['PRICING'],
    conditions: {},
    actions: [
      { hasSecret: false },
      { id: first?.id, hasSecret: true, spec: { url: 'https://new.example/' } },
    ],
  });
  const cleared = { id: moved.id, webhook: { url: 'https://new.example/', secret: null } };
  expect(await service.update(id, { actions: [cleared] }, reception)).toMatchObject({
    actions: [{ hasSecret: false }],
  });
});

test('an action can’t take the place of one that does something else, of another rule’s, or of itself twice', async () => {
  const { id, actions } = await create({ actions: [{ tagCustomer: 'a' }] });
  const other = await create({ actions: [webhook] });
  const own = actions[0]?.id ?? '';
  for (const wrong of [
    [{ id: own, ...webhook }],
    [{ id: other.actions[0]?.id ?? '', ...webhook }],
    [
      { id: own, tagCustomer: 'a' },
      { id: own, tagCustomer: 'b' },
    ],
  ]) {
    await expect(service.update(id, { actions: wrong }, reception)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { field: `actions.${wrong.length - 1}.id` },
    });
  }
  expect(await service.get(reception.viewer, id)).toMatchObject({ actions });
});

test('a trigger can’t be changed to one that comes too early for the conditions', async () => {
  const { id } = await create({ conditions: { durationSeconds: { min: 5 } }, actions: [webhook] });
  await expect(service.update(id, { trigger: 'HUMAN_REQUESTED' }, reception)).rejects.toMatchObject({
    details: { field: 'conditions.durationSeconds' },
  });
});

test('another tenant’s rules are out of reach', async () => {
  const { id } = await create({ actions: [webhook] });
  const notFound = { code: 'NOT_FOUND' };
  await expect(service.get(elsewhere.viewer, id)).rejects.toMatchObject(notFound);
  await expect(service.update(id, { name: 'Mine' }, elsewhere)).rejects.toMatchObject(notFound);
  await expect(service.delete(id, elsewhere)).rejects.toMatchObject(notFound);
  await expect(service.list(elsewhere.viewer, tenant.id)).rejects.toMatchObject(notFound);
  expect(await service.list(elsewhere.viewer, null)).toEqual([]);
  await expect(service.get(reception.viewer, 'no id')).rejects.toMatchObject(notFound);
});

test('a super admin makes and changes any tenant’s', async () => {
  const platform = aSuperAdmin();
  const input = { name: 'Theirs', trigger: 'CALL_MISSED' as const, actions: [webhook] };
  const { id } = await service.create(tenant.id, input, platform);
  expect(await service.update(id, { actions: [email({})] }, platform)).toMatchObject({ tenantId: tenant.id });
  await service.delete(id, platform);
  await expect(service.create(null, input, platform)).rejects.toMatchObject({
    details: { field: 'tenantId' },
  });
  const entries = await sql(`select action from audit_log where actor_id = $1 order by at`, [
    platform.viewer.userId,
  ]);
  expect(entries).toEqual(['create', 'update', 'delete'].map((entry) => ({ action: `automation.${entry}` })));
});
