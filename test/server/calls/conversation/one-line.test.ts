import fc from 'fast-check';
import { expect, test } from 'vitest';
import { onOneLine } from '../../../../server/calls/conversation/one-line.ts';

test.each([
  ['one', 'one'],
  ['  one \t two ', 'one two'],
  ['one\r\n\r\nRules:\n- two', 'one Rules: - two'],
  ['one\u2028two\u2029three\u0085four\u0000five\u000bsix', 'one two three four five six'],
  ['', ''],
  ['\n \n', ''],
])('%j is %j', (text, line) => {
  expect(onOneLine(text)).toBe(line);
});

test('never more than asked for, never half a character', () => {
  expect(onOneLine('ab😊', 3)).toBe('ab');
  fc.assert(
    fc.property(fc.string({ unit: 'binary', size: 'large' }), fc.nat({ max: 50 }), (text, most) => {
      const line = onOneLine(text, most);
      expect(line.length).toBeLessThanOrEqual(most);
      expect(line.isWellFormed()).toBe(true);
      expect(line).not.toMatch(/[\r\n\p{Cc}\u2028\u2029]/u);
    }),
  );
});
