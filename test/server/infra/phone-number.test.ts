import fc from 'fast-check';
import { expect, test } from 'vitest';
import { masked, toE164 } from '../../../server/infra/phone-number.ts';

test.each([
  ['+919876543210', '+919876543210'],
  ['919876543210', '+919876543210'],
  ['09876543210', '+919876543210'],
  ['9876543210', '+919876543210'],
  [' 919876543210', '+919876543210'],
  ['+91 98765 43210', '+919876543210'],
  ['+91-79715-43252', '+917971543252'],
  ['+14155552671', '+14155552671'],
  ['anonymous', undefined],
  ['restricted', undefined],
  ['unknown', undefined],
  ['', undefined],
  [undefined, undefined],
  ['12', undefined],
  ['sip:alice@example.com', undefined],
  ['9'.repeat(200), undefined],
])('%s is %s', (raw, e164) => {
  expect(toE164(raw)).toBe(e164);
});

test('any text is a number in E.164 or none', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const number = toE164(text);
      expect(number === undefined || /^\+[1-9]\d{6,14}$/.test(number)).toBe(true);
    }),
  );
});

test('a masked number tells neither all of its digits nor, when short, any', () => {
  expect(masked('+919876543210')).toBe('+91987…210');
  expect(masked('12345')).toBe('…');
  expect(masked(undefined)).toBeUndefined();
});
