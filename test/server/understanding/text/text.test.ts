import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clausesFrom, tokensOf } from '../../../../server/understanding/text/clauses.ts';
import { bounded, normalise } from '../../../../server/understanding/text/normalise.ts';
import { closingText, feltText, plainText } from '../../../../server/understanding/text/spellings.ts';

const kept = { beginning: 30, end: 20 };

test.each([
  ['IT’S  fine\t', "it's fine"],
  ['don´t', "don't"],
  ['ｏｋ', 'ok'],
  ['फ़ोन रखता हूँ', 'फोन रखता हूं'],
  ['wow 😀 ok', 'wow ok'],
  ['a\n b', 'a\n b'],
  ['\ud83d x', 'x'],
])('%j is written %j', (text, ours) => {
  expect(normalise(text, kept)).toBe(ours);
});

test('of a long text, the beginning and the end are kept', () => {
  expect(bounded('abcdefgh', { beginning: 2, end: 3 })).toBe('ab fgh');
  expect(bounded('abcdefgh', { beginning: 0, end: 3 })).toBe('fgh');
  expect(bounded('abcdefgh', { beginning: 3, end: 0 })).toBe('abc');
});

test('no text is longer than what is kept, also where one letter becomes eighteen', () => {
  expect(normalise('ﷺ'.repeat(50), kept).length).toBeLessThanOrEqual(51);
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      expect(normalise(text, kept).length).toBeLessThanOrEqual(51);
    }),
  );
});

test('what is written our way stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      const once = normalise(text, { beginning: 2_000, end: 0 });
      expect(normalise(once, { beginning: 2_000, end: 0 })).toBe(once);
    }),
  );
});

test.each(['ﷺ', 'no ', "n't", "'", '-', 'a-', '\u0901\u093c', '\ud83d', 'without an ', 'o. p. ', 'a\u0301'])(
  'a million characters of %j are read as quickly as a few',
  (piece) => {
    const endless = piece.repeat(1_000_000 / piece.length);
    for (const read of [plainText, feltText, closingText])
      expect(read(endless).length).toBeLessThanOrEqual(4_001);
  },
);

test.each([
  ['It is good. But it is late', ['it is good', 'but! it is late']],
  ['nice, clean and neat', ['nice clean and neat']],
  ['accha tha lekin mehnga', ['accha tha', 'lekin! mehnga']],
  ['good though slow', ['good', 'though slow']],
  ['one\ntwo; three?', ['one', 'two', 'three']],
  ['...', []],
])('"%s" is %j', (text, clauses) => {
  const found = clausesFrom(tokensOf(text.toLowerCase()), String);
  expect(
    found.map(({ words: [first = '', ...others], isContrast }) =>
      [isContrast ? `${first}!` : first, ...others].join(' '),
    ),
  ).toEqual(clauses);
});
