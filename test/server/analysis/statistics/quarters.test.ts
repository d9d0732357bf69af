import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Pieces,
  piecesOf,
  quartersOf,
  type Span,
} from '../../../../server/analysis/statistics/quarters.ts';

const instant = (text: string | null) => (text === null ? null : new Date(text));
const range = (from: string | null, to: string | null) => ({ from: instant(from), to: instant(to) });
/** As `24 10:00`, of November 2026. */
const short = ({ since, until }: Span) =>
  [since, until].map((text) => text.slice(8, 16).replace('T', ' ')).join(' – ');
const shown = ({ days, quarters, edges }: Pieces) => ({
  days: days && short(days),
  quarters: quarters.map(short),
  edges: edges.map(short),
});
const november = (time: string) => `2026-11-${time.replace(' ', 'T')}:00Z`;

test.each<[string, string, string | undefined, string[], string[]]>([
  ['24 10:00', '24 11:00', undefined, ['24 10:00 – 24 11:00'], []],
  [
    '24 10:01',
    '24 11:02',
    undefined,
    ['24 10:15 – 24 11:00'],
    ['24 10:01 – 24 10:15', '24 11:00 – 24 11:02'],
  ],
  ['24 10:10', '24 10:20', undefined, [], ['24 10:10 – 24 10:15', '24 10:15 – 24 10:20']],
  ['24 10:01', '24 10:02', undefined, [], ['24 10:01 – 24 10:02']],
  ['23 18:30', '24 18:30', undefined, ['23 18:30 – 24 00:00', '24 00:00 – 24 18:30'], []],
  ['22 18:30', '25 18:30', '23 00:00 – 25 00:00', ['22 18:30 – 23 00:00', '25 00:00 – 25 18:30'], []],
  ['22 00:00', '24 00:00', '22 00:00 – 24 00:00', [], []],
  ['22 23:59', '24 00:00', '23 00:00 – 24 00:00', [], ['22 23:59 – 23 00:00']],
])('%s to %s', (from, to, days, quarters, edges) => {
  expect(shown(piecesOf(range(november(from), november(to))))).toEqual({ days, quarters, edges });
});

test('without an end, all days are whole', () => {
  const days = { since: '-infinity', until: 'infinity' };
  expect(piecesOf(range(null, null))).toEqual({ days, quarters: [], edges: [] });
});

test('where days don’t help, their quarters do', () => {
  const { days, quarters } = quartersOf(range(november('22 18:30'), november('25 18:30')));
  expect(days).toBeUndefined();
  expect(quarters).toHaveLength(3);
});

test.each([
  ['24 10:00', '24 10:00'],
  ['24 11:00', '24 10:00'],
])('nothing lies between %s and %s', (from, to) => {
  expect(piecesOf(range(november(from), november(to)))).toEqual({ days: undefined, quarters: [], edges: [] });
});

test('every instant of a range lies in exactly one piece, and no other instant in any; no edge leaves its quarter', () => {
  const anyInstant = fc.integer({ min: 0, max: 4 * 86_400_000 });
  fc.assert(
    fc.property(fc.option(anyInstant), fc.option(anyInstant), anyInstant, (from, to, when) => {
      const asked = { from: from === null ? null : new Date(from), to: to === null ? null : new Date(to) };
      const isInRange = (from === null || from <= when) && (to === null || when < to);
      for (const { days, quarters, edges } of [piecesOf(asked), quartersOf(asked)]) {
        const pieces = [...(days ? [days] : []), ...quarters, ...edges];
        const holding = pieces.filter(({ since, until }) => number(since) <= when && when < number(until));
        expect(holding).toHaveLength(isInRange ? 1 : 0);
        for (const { since, until } of edges)
          expect(Math.floor(number(since) / 900_000)).toBe(Math.floor((number(until) - 1) / 900_000));
      }
    }),
    { numRuns: 1_000 },
  );
});

const number = (text: string): number => {
  if (text === 'infinity') return Number.POSITIVE_INFINITY;
  return text === '-infinity' ? Number.NEGATIVE_INFINITY : Date.parse(text);
};
