import fc from 'fast-check';
import { expect, test } from 'vitest';
import { difference, type Piece } from '../../../desktop/renderer/features/persona/difference.ts';

test.each<[string, string, string, Piece[]]>([
  ['the same', 'Hello there', 'Hello there', [{ kind: 'same', parts: ['Hello', ' there'] }]],
  ['nothing and nothing', '', '', []],
  ['something new', '', 'Hello', [{ kind: 'added', parts: ['Hello'] }]],
  [
    'a word replaced',
    'Welcome to Lotus today',
    'Welcome to Neem today',
    [
      { kind: 'same', parts: ['Welcome', ' to'] },
      { kind: 'removed', parts: [' Lotus'] },
      { kind: 'added', parts: [' Neem'] },
      { kind: 'same', parts: [' today'] },
    ],
  ],
  [
    'a line taken out and one put in its place',
    'Open daily.\nParking is free.\nCash only.',
    'Open daily.\nCards are welcome.\nCash only.',
    [
      { kind: 'same', parts: ['Open daily.'] },
      { kind: 'removed', parts: ['Parking is free.'] },
      { kind: 'added', parts: ['Cards are welcome.'] },
      { kind: 'same', parts: ['Cash only.'] },
    ],
  ],
  [
    'a line at the end',
    'One.',
    'One.\nTwo.',
    [
      { kind: 'same', parts: ['One.'] },
      { kind: 'added', parts: ['Two.'] },
    ],
  ],
])('%s', (_, from, to, pieces) => {
  expect(difference(from, to).pieces).toEqual(pieces);
});

/** Few words, so that much is the same. */
const aText = fc
  .array(fc.constantFrom('a', 'b', 'c', ' ', '\n', 'नमस्ते', '  '), { maxLength: 40 })
  .map((parts) => parts.join(''));

test('each side can be read out of it, and no two neighbours are of one kind', () => {
  fc.assert(
    fc.property(aText, aText, (from, to) => {
      const { by, pieces } = difference(from, to);
      const side = (kind: 'removed' | 'added') =>
        pieces
          .filter((piece) => piece.kind === 'same' || piece.kind === kind)
          .flatMap(({ parts }) => parts)
          .join(by === 'line' ? '\n' : '');
      expect([side('removed'), side('added')]).toEqual([from, to]);
      for (const [index, { kind }] of pieces.entries()) expect(kind).not.toBe(pieces[index + 1]?.kind);
    }),
  );
});

test('no other difference leaves more as it was', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', 'b'), { maxLength: 7 }),
      fc.array(fc.constantFrom('a', 'b'), { maxLength: 7 }),
      (from, to) => {
        const same = difference(
          from.map((word) => ` ${word}`).join(''),
          to.map((word) => ` ${word}`).join(''),
        )
          .pieces.filter(({ kind }) => kind === 'same')
          .flatMap(({ parts }) => parts);
        expect(same).toHaveLength(longestCommon(from, to));
      },
    ),
  );
});

test('texts too long to compare part by part are replaced whole', () => {
  const long = (word: string) => Array.from({ length: 2_500 }, (_, index) => `${word}${index}`).join(' ');
  expect(difference(long('a'), long('b')).pieces.map(({ kind }) => kind)).toEqual(['removed', 'added']);
});

/** By trying every choice. */
function longestCommon(from: readonly string[], to: readonly string[]): number {
  const [first, ...rest] = from;
  if (first === undefined) return 0;
  const found = to.indexOf(first);
  const without = longestCommon(rest, to);
  return found < 0 ? without : Math.max(without, 1 + longestCommon(rest, to.slice(found + 1)));
}
