import { expect, test } from 'vitest';
import { checkSetup } from '../../../server/setup/checks.ts';
import { editDistance, resembles } from '../../../server/setup/nearest-slug.ts';
import type { CarrierFacts, SetupFacts } from '../../../server/setup/setup-facts.ts';

const now = new Date('2026-11-24T10:00:00Z');
const at = (minutesAgo: number) => new Date(now.getTime() - minutesAgo * 60_000);

/** A tenant with which all is well. */
const well: SetupFacts = {
  publicUrl: 'https://kaivox.example.com',
  reached: { outcome: 'ours' },
  model: { state: 'works', at: at(1) },
  tenant: { slug: 'pragati', isSuspended: false },
  answeredAt: at(10),
  inputAt: at(9),
  hungUpAt: at(8),
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
  clockSkewMs: 20,
  now,
};

const troubles = (facts: Partial<SetupFacts>) =>
  checkSetup({ ...well, ...facts }).flatMap(({ code, status }) =>
    status === 'PASS' ? [] : [`${status} ${code}`],
  );

test('with everything in place, every check passes', () => {
  expect(troubles({})).toEqual([]);
});

const withLines = (lines: CarrierFacts['lines'][number]): CarrierFacts => ({
  lines: [lines],
  balance: undefined,
});
const withBalance = (balance: { isLow?: boolean; isEmpty?: boolean }): CarrierFacts => ({
  lines: [],
  balance: { isLow: false, isEmpty: false, text: 'The platform’s account has ₹10.00.', ...balance },
});

test.each([
  [{ most: 1, inUse: 0 }, '1 line; 0 in use; a second caller hears the busy tone.'],
  [{ most: 3, inUse: 2 }, '3 lines; 2 in use; a fourth caller hears the busy tone.'],
  [{ most: 20, inUse: undefined }, '20 lines; a 21st caller hears the busy tone.'],
])('an admin reads how many calls come through at once: %j', (lines, detail) => {
  const check = checkSetup({ ...well, carrier: withLines(lines) }).find(({ code }) => code === 'LINES');
  expect(check).toMatchObject({ status: 'PASS', detail });
});

test.each<[string, Partial<SetupFacts>, string]>([
  ['a flood of calls', { flood: { amount: 240, at: at(3) } }, 'WARN FLOOD'],
  ['the model’s turns used up', { modelTurns: { today: 2_000, most: 2_000 } }, 'WARN MODEL_TURNS'],
  [
    'recordings that were refused',
    { refusedRecordings: { amount: 3, reason: 'Too large.' } },
    'WARN RECORDINGS',
  ],
  ['works locally but not live', { publicUrl: 'http://127.0.0.1:4000' }, 'FAIL PUBLIC_URL_LOCAL'],
  ['a private address', { publicUrl: 'https://192.168.1.5' }, 'FAIL PUBLIC_URL_LOCAL'],
  ['no HTTPS', { publicUrl: 'http://kaivox.example.com' }, 'FAIL PUBLIC_URL_NOT_HTTPS'],
  [
    'an address that doesn’t answer',
    { reached: { outcome: 'no answer', reason: 'x' } },
    'FAIL PUBLIC_URL_UNREACHABLE',
  ],
  [
    'an address of somebody else',
    { reached: { outcome: 'another', status: 200 } },
    'FAIL PUBLIC_URL_ELSEWHERE',
  ],
  [
    'a stale tunnel',
    { publicUrl: 'https://abc.ngrok-free.app', reached: { outcome: 'another', status: 404 } },
    'FAIL TUNNEL_STALE',
  ],
  ['no model key', { model: { state: 'not configured' } }, 'WARN MODEL_KEY_MISSING'],
  ['a refused key', { model: { state: 'fails', at: now, kind: 'refused' } }, 'FAIL MODEL_REFUSED'],
  ['no quota', { model: { state: 'fails', at: now, kind: 'out of quota' } }, 'FAIL MODEL_OUT_OF_QUOTA'],
  ['a suspended tenant', { tenant: { slug: 'pragati', isSuspended: true } }, 'FAIL TENANT'],
  ['call ends after greeting', { inputAt: undefined }, 'FAIL INPUT_WEBHOOK'],
  ['call log not saved', { hungUpAt: undefined }, 'FAIL HANGUP_WEBHOOK'],
  ['some hangups missing', { lostCalls: 3 }, 'WARN HANGUP_WEBHOOK'],
  ['a door that is open', { webhookAccess: 'OPEN' }, 'WARN WEBHOOK_ACCESS_OPEN'],
  ['a portal without the key', { wrongKeyAt: at(5) }, 'FAIL WEBHOOK_KEY_MISSING'],
  [
    'a portal that was left behind by a new key',
    { wrongKeyAt: at(5), verifiedAt: at(26 * 60) },
    'FAIL WEBHOOK_KEY_MISSING',
  ],
  ['a proxy that hides who calls', { hasNetworks: true, wrongNetworkAt: at(5) }, 'FAIL NETWORKS'],
  ['signatures where none are sent', { signaturePolicy: 'REQUIRE_SIGNED' }, 'FAIL SIGNED'],
  [
    'signatures that are not sent any more',
    { signaturePolicy: 'REQUIRE_SIGNED', signedAt: at(8 * 24 * 60) },
    'FAIL SIGNED',
  ],
  ['a portal whose addresses aren’t all known', { unverifiedAt: at(5) }, 'WARN WHOLE_CALLS'],
  ['signatures failing', { badSignatureAt: at(1) }, 'FAIL SIGNATURES'],
  ['a signature that failed once', { badSignatureAt: at(60) }, 'WARN SIGNATURES'],
  ['a mistyped slug', { strangeSlug: { slug: 'pragatti', at: now } }, 'WARN SLUG'],
  ['no number', { numbers: [] }, 'FAIL NUMBER_NONE'],
  [
    'a number that isn’t attached',
    { numbers: [{ e164: '+911', status: 'PROVISIONING', issue: 'Vobiz refused it', demo: false }] },
    'FAIL NUMBER_NOT_ATTACHED',
  ],
  ['all lines in use', { carrier: withLines({ most: 3, inUse: 3 }) }, 'WARN LINES_BUSY'],
  [
    'lines that couldn’t be read',
    { carrier: withLines({ problem: 'Vobiz is away.' }) },
    'WARN LINES_UNKNOWN',
  ],
  ['a low balance', { carrier: withBalance({ isLow: true }) }, 'WARN BALANCE_LOW'],
  ['an empty account', { carrier: withBalance({ isLow: true, isEmpty: true }) }, 'FAIL BALANCE_EMPTY'],
  [
    'a balance that couldn’t be read',
    { carrier: { lines: [], balance: { problem: 'Vobiz is away.' } } },
    'WARN BALANCE_UNKNOWN',
  ],
  ['a clock that is wrong', { clockSkewMs: -60_000 }, 'WARN CLOCK'],
])('%s is found, with a cause and a fix', (_, facts, found) => {
  expect(troubles(facts)).toEqual([found]);
  const check = checkSetup({ ...well, ...facts }).find(({ status }) => status !== 'PASS');
  expect(check?.detail.length).toBeGreaterThan(20);
  expect(check?.fix?.length).toBeGreaterThan(10);
});

test.each<[string, Partial<SetupFacts>]>([
  ['a call that was refused the rest of itself days ago', { unverifiedAt: at(25 * 60) }],
  ['strangers who knock while calls come', { wrongKeyAt: at(5), verifiedAt: at(10) }],
  ['strangers elsewhere while calls come', { hasNetworks: true, wrongNetworkAt: at(5), verifiedAt: at(60) }],
  ['refusals of before the networks were unset', { wrongNetworkAt: at(5) }],
  ['an open door within known networks', { webhookAccess: 'OPEN', hasNetworks: true }],
  [
    'an open door for what is signed',
    { webhookAccess: 'OPEN', signaturePolicy: 'REQUIRE_SIGNED', signedAt: at(60) },
  ],
])('%s are no trouble', (_, facts) => {
  expect(troubles(facts)).toEqual([]);
});

test('AI doesn’t answer: a tenant that no caller has called yet', () => {
  expect(troubles({ answeredAt: undefined, inputAt: undefined, hungUpAt: undefined })).toEqual([
    'FAIL ANSWER_WEBHOOK',
    'WARN INPUT_WEBHOOK',
    'WARN HANGUP_WEBHOOK',
  ]);
});

test.each([
  ['pragatti', 'pragati', true],
  ['Pragati', 'pragati', true],
  ['pragati-hospital', 'pragati', true],
  ['lotus', 'pragati', false],
  ['', 'pragati', false],
])('somebody who typed %s meant %s: %s', (typed, slug, isMeant) => {
  expect(resembles(typed, slug)).toBe(isMeant);
});

test.each([
  ['', '', 0],
  ['abc', '', 3],
  ['kitten', 'sitting', 3],
])('from %s to %s it takes %d', (one, other, distance) => {
  expect(editDistance(one, other)).toBe(distance);
  expect(editDistance(other, one)).toBe(distance);
});
