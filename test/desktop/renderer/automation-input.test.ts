import { expect, test } from 'vitest';
import {
  formField,
  inputOf,
} from '../../../desktop/renderer/features/automations/builder/automation-input.ts';
import {
  draftOf,
  newAction,
  newDraft,
} from '../../../desktop/renderer/features/automations/builder/draft.ts';
import { fieldKey } from '../../../desktop/renderer/features/automations/builder/template-fields.ts';
import type { Automation } from '../../../desktop/renderer/features/automations/operations.ts';
import { templateFields } from '../../../server/automations/templates/template-fields.ts';

const nothingElse = { webhook: null, email: null, followUp: null, tagCustomer: null, sms: null };
const stored: Automation = {
  id: 'a',
  name: 'Tell the manager',
  enabled: true,
  trigger: 'CALL_COMPLETED',
  intents: ['COMPLAINT'],
  lastRunAt: null,
  runCount: 0,
  conditions: {
    sentimentScore: { min: null, max: -0.3 },
    durationSeconds: null,
    timeOfDay: { from: '22:00', until: '06:00' },
    customer: 'KNOWN',
    tag: 'vip',
  },
  actions: [
    { ...nothingElse, id: 'w', webhook: { url: 'https://hooks.example/', hasSecret: true } },
    { ...nothingElse, id: 'e', email: { to: 'a@b.example', subject: 'S', body: 'B' } },
    {
      ...nothingElse,
      id: 'f',
      followUp: { title: 'Call back', dueInHours: 4, assignee: { id: 'u', name: 'Kavya' } },
    },
    { ...nothingElse, id: 't', tagCustomer: 'unhappy' },
    { ...nothingElse, id: 's', sms: { to: null, isToCaller: true, text: 'Sorry.' } },
  ],
};

test('what is stored and not touched is sent as it was; a stored secret stays by being left out', () => {
  const { actions, ...rule } = inputOf(draftOf(stored));

  expect(rule).toEqual({
    name: 'Tell the manager',
    enabled: true,
    trigger: 'CALL_COMPLETED',
    intents: ['COMPLAINT'],
    conditions: stored.conditions,
  });
  expect(actions).toEqual([
    { id: 'w', webhook: { url: 'https://hooks.example/' } },
    { id: 'e', email: { to: 'a@b.example', subject: 'S', body: 'B' } },
    { id: 'f', followUp: { title: 'Call back', dueInHours: 4, assigneeId: 'u' } },
    { id: 't', tagCustomer: 'unhappy' },
    { id: 's', sms: { to: null, text: 'Sorry.' } },
  ]);
});

test('a secret is replaced by what is typed, and cleared when it is to be forgotten', () => {
  const webhook = (typed: object) =>
    inputOf({ ...newDraft(), actions: [{ ...newAction('WEBHOOK'), ...typed }] }).actions[0]?.webhook;

  expect(webhook({ secret: 'new' })).toEqual({ url: '', secret: 'new' });
  expect(webhook({ secret: 'new', dropsSecret: true })).toEqual({ url: '', secret: null });
});

test('what isn’t known during a call is no condition of what happens then', () => {
  const draft = { ...draftOf(stored), trigger: 'HUMAN_REQUESTED' as const };
  expect(inputOf(draft).conditions).toMatchObject({ sentimentScore: null, tag: 'vip' });
});

test.each([
  ['name', 'name'],
  ['conditions.timeOfDay', 'from'],
  ['conditions.sentimentScore', 'scoreMin'],
  ['actions.0.email.subject', 'actions.0.subject'],
  ['actions.3.webhook.secret', 'actions.3.secret'],
  ['actions.1.tagCustomer', 'actions.1.tag'],
  ['actions.2.sms.text', 'actions.2.smsText'],
  ['actions', undefined],
  ['tenantId', undefined],
  [undefined, undefined],
])('what is wrong with %s is told at %s', (input, place) => {
  expect(formField(input)).toBe(place);
});

test('every field that the server offers has words in the catalogues', () => {
  expect(templateFields.filter(({ name }) => fieldKey(name) === undefined)).toEqual([]);
});
