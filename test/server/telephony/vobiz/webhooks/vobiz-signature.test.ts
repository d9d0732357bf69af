import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { Secret } from '../../../../../server/infra/secrets.ts';
import { admits, isSigned, verify } from '../../../../../server/telephony/vobiz/webhooks/vobiz-signature.ts';
import { sign } from '../../../../phone/signature.ts';

const BASE = 'https://kaivox.example/api/vobiz/pragati/answer';
const NONCE = '5f1c0e';
/** The vectors of docs.vobiz.ai: token `test-token`. */
const V3 = 'bckOrXHfZIpNedykFjgxE7ElHbK2ov5ybhJW6H2FNyI=';
const V2 = 'BElumRV4RH4jBwvyNpKelz2vw4V1BSJLw2l+3wiLwnU=';
const WRONG = sign('another-token', BASE, NONCE, 'V3');

const TOKEN = new Secret('test-token');
const OTHER = new Secret('other-token');
const v3 = (signature: string, nonce: string = NONCE) => ({
  'x-vobiz-signature-v3': signature,
  'x-vobiz-signature-v3-nonce': nonce,
});
const v2 = (signature: string) => ({
  'x-vobiz-signature-v2': signature,
  'x-vobiz-signature-v2-nonce': NONCE,
});
const ma = (version: 'v3' | 'v2', signature: string) => ({
  [`x-vobiz-signature-ma-${version}`]: signature,
  [`x-vobiz-signature-${version}-nonce`]: NONCE,
});

test.each([
  ['V3', v3(V3)],
  ['V2', v2(V2)],
  ['the parent account’s V3', ma('v3', V3)],
  ['the parent account’s V2', ma('v2', V2)],
  ['one of several in a header', v3(`${WRONG}, ${V3} ,${V2}`)],
  ['the parent account’s beside a sub-account’s that isn’t known here', { ...v3(WRONG), ...ma('v3', V3) }],
  ['V2 beside a V3 that isn’t known here', { ...v3(WRONG), ...v2(V2) }],
  ['V3 in a header that also holds rubbish', v3(`rubbish,${V3}`)],
])('%s is valid', (_, headers) => {
  expect(verify(headers, BASE, [OTHER, TOKEN])).toEqual({ kind: 'valid', nonces: [NONCE] });
});

test('every nonce that is vouched for is told, so that none can be used again in another header', () => {
  const other = 'c0ffee';
  const signature = createHmac('sha256', TOKEN.reveal()).update(`${BASE}${other}`).digest('base64');
  const headers = { ...v3(V3), 'x-vobiz-signature-v2': signature, 'x-vobiz-signature-v2-nonce': other };
  expect(verify(headers, BASE, [TOKEN])).toEqual({ kind: 'valid', nonces: [NONCE, other] });
});

test.each([
  ['another token’s', v3(WRONG)],
  ['V2’s in V3’s header', v3(V2)],
  ['V3’s in V2’s header', v2(V3)],
  ['of another nonce', v3(V3, '5f1c0f')],
  ['of another nonce in V2', { ...v2(V2), 'x-vobiz-signature-v2-nonce': '5f1c0' }],
  ['without a nonce', { 'x-vobiz-signature-v3': V3 }],
  ['with V2’s nonce only', { 'x-vobiz-signature-v3': V3, 'x-vobiz-signature-v2-nonce': NONCE }],
  ['empty', v3('')],
  ['cut short', v3(V3.slice(0, -2))],
  ['in hexadecimal', v3(Buffer.from(V3, 'base64').toString('hex'))],
])('a signature %s is invalid', (_, headers) => {
  expect(verify(headers, BASE, [TOKEN])).toEqual({ kind: 'invalid' });
});

test.each([
  ['another path', BASE.replace('answer', 'input')],
  ['another scheme', BASE.replace('https', 'http')],
  ['a trailing slash', `${BASE}/`],
  ['a query', `${BASE}?turn=1`],
])('a signature holds for one address only: %s', (_, base) => {
  expect(verify(v3(V3), base, [TOKEN])).toEqual({ kind: 'invalid' });
});

test.each([
  ['is empty', ''],
  ['is oversized', 'x'.repeat(201)],
  ['isn’t plain', '5f1c0e\u00e9'],
])('a nonce that %s makes a signature invalid', (_, nonce) => {
  const signature = sign('test-token', BASE, nonce, 'V3');
  expect(verify(v3(signature, nonce), BASE, [TOKEN])).toEqual({ kind: 'invalid' });
  expect(verify(v3(signature, nonce), BASE, [])).toEqual({ kind: 'invalid' });
});

test('a stranger can’t sign with an empty token', () => {
  const headers = v3(sign('', BASE, NONCE, 'V3'));
  expect(verify(headers, BASE, [new Secret(''), TOKEN])).toEqual({ kind: 'invalid' });
  expect(verify(headers, BASE, [new Secret('')])).toEqual({ kind: 'unverifiable' });
});

test('without any token, a signature is judged by its form', () => {
  expect(verify(v3(WRONG), BASE, [])).toEqual({ kind: 'unverifiable' });
  expect(verify({ ...v3(V3), ...ma('v2', 'rubbish') }, BASE, [])).toEqual({ kind: 'invalid' });
});

test('a nonce alone is no signature', () => {
  const headers = { 'x-vobiz-signature-v3-nonce': NONCE };
  expect(isSigned(headers)).toBe(false);
  expect(verify(headers, BASE, [TOKEN])).toEqual({ kind: 'unsigned' });
});

describe('a tenant', () => {
  test.each([
    ['ACCEPT_UNSIGNED', 'valid', true],
    ['ACCEPT_UNSIGNED', 'unsigned', true],
    ['ACCEPT_UNSIGNED', 'unverifiable', true],
    ['ACCEPT_UNSIGNED', 'invalid', false],
    ['REQUIRE_SIGNED', 'valid', true],
    ['REQUIRE_SIGNED', 'unsigned', false],
    ['REQUIRE_SIGNED', 'unverifiable', false],
    ['REQUIRE_SIGNED', 'invalid', false],
  ] as const)('that says %s: a webhook whose signature is %s passes: %s', (policy, kind, passes) => {
    const verdict = kind === 'valid' ? { kind, nonces: [NONCE] } : { kind };
    expect(admits(policy, verdict)).toBe(passes);
  });
});
