import fc from 'fast-check';
import { expect, test } from 'vitest';
import { redactedFields } from '../../../server/webhook-log/redacted-fields.ts';

const kept = (decoded: unknown) => Object.fromEntries(redactedFields(decoded).fields ?? []);

test('fields are kept in the order in which they came', () => {
  const { fields, isCut } = redactedFields({
    To: '+917971543252',
    CallUUID: 'c1',
    Duration: 4,
    Tags: ['a', 2],
    X: {},
  });
  expect(fields).toEqual([
    ['To', '+917971543252'],
    ['CallUUID', 'c1'],
    ['Duration', '4'],
    ['Tags', ['a', '2']],
    ['X', null],
  ]);
  expect(isCut).toBe(false);
});

test.each([
  ['AuthToken', 'abc', '••••'],
  ['api_key', 'abc', '••••'],
  ['X-Vobiz-Signature-V3', 'abc', '••••'],
  ['password', '', ''],
  ['ParentAuthID', 'MA_1', 'MA_1'],
  ['Speech', 'My password is in the token', 'My password is in the token'],
  ['RecordUrl', 'https://media.vobiz.ai/a/b.mp3?sig=1', 'https://media.vobiz.ai/••••'],
  ['record_file', 'http://', '••••'],
  ['Link', 'https://me:you@example.com/a?key=1', 'https://example.com/a?••••'],
  ['Link', 'https://example.com/a', 'https://example.com/a'],
])('of %s = %s, %s is kept', (name, value, shown) => {
  expect(kept({ [name]: value })).toEqual({ [name]: shown });
});

test.each([[undefined], [null], ['text'], [3], [['a']]])('of %j, nothing can be read', (decoded) => {
  expect(redactedFields(decoded)).toEqual({ fields: null, isCut: false });
});

test('what is too long is cut, and said to be', () => {
  const { fields, isCut } = redactedFields({ Speech: 'x'.repeat(6_000) });
  expect(fields?.[0]?.[1]).toHaveLength(5_000);
  expect(isCut).toBe(true);
});

test('whatever comes, little is kept, and PostgreSQL takes it', () => {
  const anything = fc.dictionary(fc.string({ unit: 'binary' }), fc.anything(), { maxKeys: 90 });
  fc.assert(
    fc.property(anything, (decoded) => {
      const text = JSON.stringify(redactedFields(decoded).fields);
      expect(text.length).toBeLessThan(150_000);
      expect(text).not.toContain('\\u0000');
      expect(text).not.toMatch(/\\ud[89a-f]/i);
    }),
    { numRuns: 30 },
  );
});
