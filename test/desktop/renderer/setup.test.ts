import { expect, test } from 'vitest';
import { topicOf, troubleOf } from '../../../desktop/renderer/features/setup/check-topic.ts';
import { stepsOf } from '../../../desktop/renderer/features/setup/guide-steps.ts';
import type { SetupCheck } from '../../../desktop/renderer/features/setup/operations.ts';
import { explanationOf, SYMPTOMS } from '../../../desktop/renderer/features/setup/symptoms.ts';
import { en } from '../../../desktop/renderer/i18n/en/index.ts';
import type { ModelState } from '../../../server/language-model/model-health.ts';
import { checkSetup } from '../../../server/setup/checks.ts';
import type { SetupFacts } from '../../../server/setup/setup-facts.ts';

const AT = new Date('2026-11-24T10:00:00Z');

/** All is as it should be. */
const fine: SetupFacts = {
  publicUrl: 'https://kaivox.example',
  reached: { outcome: 'ours' },
  model: { state: 'works', at: AT },
  tenant: { slug: 'pragati', isSuspended: false },
  answeredAt: AT,
  inputAt: AT,
  hungUpAt: AT,
  lostCalls: 0,
  webhookAccess: 'KEYED',
  signaturePolicy: 'ACCEPT_UNSIGNED',
  hasNetworks: false,
  badSignatureAt: undefined,
  wrongKeyAt: undefined,
  wrongNetworkAt: undefined,
  unverifiedAt: undefined,
  verifiedAt: undefined,
  signedAt: undefined,
  strangeSlug: undefined,
  flood: undefined,
  modelTurns: { today: 10, most: 2_000 },
  refusedRecordings: undefined,
  numbers: [{ e164: '+917971543252', status: 'ACTIVE', issue: null, demo: false }],
  carrier: { lines: [], balance: undefined },
  clockSkewMs: 0,
  now: AT,
};
/** The first call is still to come. */
const fresh: Partial<SetupFacts> = { answeredAt: undefined, inputAt: undefined, hungUpAt: undefined };

const checks = (facts: Partial<SetupFacts> = {}): SetupCheck[] => checkSetup({ ...fine, ...facts });
const open = (facts: Partial<SetupFacts>) =>
  stepsOf(checks(facts)).flatMap(({ step, isDone }) => (isDone ? [] : [step]));

const models: ModelState[] = [
  { state: 'not configured' },
  ...(['refused', 'out of quota', 'slow down', 'unreachable', 'other'] as const).map((kind) => ({
    state: 'fails' as const,
    at: AT,
    kind,
  })),
];

test.each<Partial<SetupFacts>>([
  {},
  { publicUrl: 'http://localhost:4000' },
  { publicUrl: 'http://kaivox.example' },
  { reached: { outcome: 'another', status: 404 } },
  { reached: { outcome: 'no answer', reason: 'there is no such name' } },
  { publicUrl: 'https://a.ngrok-free.app', reached: { outcome: 'another', status: 404 } },
  { tenant: { slug: 'pragati', isSuspended: true } },
  { numbers: [] },
  { numbers: [{ e164: '+917971543252', status: 'ACTIVE', issue: null, demo: true }] },
  { numbers: [{ e164: '+917971543252', status: 'PROVISIONING', issue: 'Vobiz refuses.', demo: false }] },
  fresh,
  { inputAt: undefined, hungUpAt: undefined, badSignatureAt: new Date(AT.getTime() + 1) },
  { lostCalls: 3, badSignatureAt: new Date(0), clockSkewMs: 60_000 },
  { strangeSlug: { slug: 'pragatti', at: AT } },
  { unverifiedAt: AT },
  { flood: { amount: 240, at: AT } },
  { modelTurns: { today: 2_000, most: 2_000 } },
  { refusedRecordings: { amount: 3, reason: 'Too large.' } },
  ...models.map((model) => ({ model })),
])('whatever the server finds, the catalogue has words for it: %j', (facts) => {
  for (const { code, status } of checks(facts)) {
    expect(en.setup.check).toHaveProperty(topicOf(code) ?? `nothing for ${code}`);
    if (status !== 'PASS') {
      expect(en.setup.trouble).toHaveProperty(troubleOf(code, status) ?? `nothing for ${code} ${status}`);
    }
  }
});

test('a check that this console doesn’t know is left to the server’s own words', () => {
  expect(topicOf('MOON_PHASE')).toBeUndefined();
  expect(topicOf('constructor')).toBeUndefined();
  expect(troubleOf('MOON_PHASE', 'FAIL')).toBeUndefined();
});

test.each<[Partial<SetupFacts>, string[]]>([
  [{}, []],
  [{ publicUrl: 'http://localhost:4000' }, ['address']],
  [{ reached: { outcome: 'another', status: 502 } }, ['address']],
  [{ numbers: [] }, ['number', 'attach']],
  [fresh, ['answerUrl', 'inputUrl', 'hangupUrl', 'attach', 'call']],
  [{ inputAt: undefined }, ['inputUrl', 'call']],
  [{ hungUpAt: undefined }, ['hangupUrl', 'call']],
])('with %j, the steps left are %j', (facts, left) => {
  expect(open(facts)).toEqual(left);
});

test.each<[(typeof SYMPTOMS)[number], Partial<SetupFacts>, string | undefined]>([
  ['notAnswering', fresh, 'ANSWER_WEBHOOK'],
  ['notAnswering', { numbers: [], tenant: { slug: 'pragati', isSuspended: true } }, 'TENANT'],
  ['notResponding', { inputAt: undefined }, 'INPUT_WEBHOOK'],
  ['notResponding', { model: { state: 'fails', at: AT, kind: 'refused' } }, 'MODEL_REFUSED'],
  ['endsAfterGreeting', { inputAt: undefined }, 'INPUT_WEBHOOK'],
  ['notLogged', { hungUpAt: undefined }, 'HANGUP_WEBHOOK'],
  ['onlyLocal', { publicUrl: 'http://127.0.0.1:4000' }, 'PUBLIC_URL_LOCAL'],
  // A failure explains more than a warning that comes before it.
  ['notResponding', { ...fresh, reached: { outcome: 'another', status: 502 } }, 'PUBLIC_URL_ELSEWHERE'],
  ['onlyLocal', {}, undefined],
])('“%s” with %j is explained by %s', (symptom, facts, code) => {
  expect(explanationOf(symptom, checks(facts))?.code).toBe(code);
});

test('where all is fine, nothing is blamed', () => {
  expect(SYMPTOMS.map((symptom) => explanationOf(symptom, checks()))).toEqual(SYMPTOMS.map(() => undefined));
});
