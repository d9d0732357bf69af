import { expect, test } from 'vitest';
import { signatureHeader } from '../../../../server/automations/deliveries/webhook-signature.ts';
import { Secret } from '../../../../server/infra/secrets.ts';

// Made by: printf '%s' 't.body' | openssl dgst -sha256 -hmac 'secret'
test.each([
  [
    'whsec_kaivox',
    '{"id":"1","type":"CALL_COMPLETED"}',
    1_763_980_200_000,
    't=1763980200,v1=1d8250ed1bb20382394d18362cbfd21050d759618da508f6e676162e0921ddef',
  ],
  ['k', '', 0, 't=0,v1=6b4a4b8b3c40f1e8f53a3d36682e5f99f7ad2ac1df1c93dfe336f329167641e7'],
  [
    'कुंजी',
    '{"name":"आशा ✓"}',
    1_763_980_200_000,
    't=1763980200,v1=dab2832d245772b4057b5088b17f22b0891ba8e5940edd0329e771b1a8e2eceb',
  ],
  // Within the same second.
  [
    'whsec_kaivox',
    '{"id":"1","type":"CALL_COMPLETED"}',
    1_763_980_200_999,
    't=1763980200,v1=1d8250ed1bb20382394d18362cbfd21050d759618da508f6e676162e0921ddef',
  ],
])('%s signs %s at %i', (secret, body, at, header) => {
  expect(signatureHeader(new Secret(secret), body, new Date(at))).toBe(header);
});

test('another time, body or secret is another signature', () => {
  const signed = (secret: string, body: string, at: number) =>
    signatureHeader(new Secret(secret), body, new Date(at)).replace(/^t=\d+,/, '');
  const all = [signed('a', 'x', 0), signed('a', 'x', 1_000), signed('a', 'y', 0), signed('b', 'x', 0)];
  expect(new Set(all).size).toBe(all.length);
});
