import fc from 'fast-check';
import { expect, test } from 'vitest';
import { piecesOf } from '../../../server/analysis/quarters.ts';

const at = (time: string) => `2026-11-24T${time}.000Z`;
const pieces = (from: string | null, to: string | null) =>
  piecesOf({ from: from === null ? null : new Date(at(from)), to: to === null ? null : new Date(at(to)) });

test.each([
  ['10:00:00', '11:00:00', [['10:00:00', '11:00:00']], []],
  [
    '10:01:00',
    '11:02:00',
    [['10:15:00', '11:00:00']],
    [
      ['10:01:00', '10:15:00'],
      ['11:00:00', '11:02:00'],
    ],
  ],
  ['10:00:00', '10:20:00', [['10:00:00', '10:15:00']], [['10:15:00', '10:20:00']]],
  [
    '10:10:00',
    '10:20:00',
    [['10:15:00', '10:15:00']],
    [
      ['10:10:00', '10:15:00'],
      ['10:15:00', '10:20:00'],
    ],
  ],
  ['10:01:00', '10:02:00', [], [['10:01:00', '10:02:00']]],
])('from %s to %s', (from, to, whole, edges) => {
  const range = ([since, until]: string[]) => ({ from: at(since ?? ''), to: at(until ?? '') });
  const [only] = whole.map(range);
  expect(pieces(from, to)).toEqual({
    whole: only ?? { from: 'infinity', to: '-infinity' },
    edges: edges.map(range),
  });
});

test('without an end, all quarters are whole', () => {
  expect(pieces(null, null)).toEqual({ whole: { from: '-infinity', to: 'infinity' }, edges: [] });
});

test.each([
  ['10:00:00', '10:00:00'],
  ['11:00:00', '10:00:00'],
])('nothing lies between %s and %s', (from, to) => {
  expect(pieces(from, to)).toEqual({ whole: { from: 'infinity', to: '-infinity' }, edges: [] });
});

test('every instant of a range lies in exactly one piece, and no other instant in any', () => {
  const instant = fc.integer({ min: 0, max: 4 * 3_600_000 });
  fc.assert(
    fc.property(fc.option(instant), fc.option(instant), instant, (from, to, when) => {
      const { whole, edges } = piecesOf({
        from: from === null ? null : new Date(from),
        to: to === null ? null : new Date(to),
      });
      const inPieces = [whole, ...edges].filter(
        (piece) => number(piece.from) <= when && when < number(piece.to),
      );
      const isInRange = (from === null || from <= when) && (to === null || when < to);
      expect(inPieces).toHaveLength(isInRange ? 1 : 0);
    }),
    { numRuns: 1_000 },
  );
});

const number = (text: string): number => {
  if (text === 'infinity') return Number.POSITIVE_INFINITY;
  return text === '-infinity' ? Number.NEGATIVE_INFINITY : Date.parse(text);
};
