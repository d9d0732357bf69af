import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fitsIn,
  type LoadedCalls,
  NONE_LOADED,
  withCall,
  withNewest,
  withPage,
} from '../../../desktop/renderer/features/calls/loaded-calls.ts';
import type { Row } from '../../../desktop/renderer/features/calls/operations.ts';

const START = Date.parse('2026-11-24T10:00:00Z');

/** The call that started so many minutes in. */
const call = (minute: number, over: Partial<Row> = {}): Row => ({
  id: `call-${minute}`,
  status: 'COMPLETED',
  direction: 'INBOUND',
  rawFrom: null,
  from: '+919876543210',
  to: '+917971543252',
  startedAt: new Date(START + minute * 60_000).toISOString(),
  endedAt: null,
  durationSeconds: 60,
  customer: null,
  analysis: null,
  ...over,
});

const calls = (...minutes: number[]) => minutes.map((minute) => call(minute));
const minutesOf = ({ calls }: LoadedCalls) =>
  calls.map(({ startedAt }) => (Date.parse(startedAt) - START) / 60_000);

const loaded = (minutes: number[], over: Partial<LoadedCalls> = {}): LoadedCalls => ({
  calls: calls(...minutes),
  total: minutes.length,
  hasMore: false,
  endCursor: null,
  ...over,
});

describe('pages', () => {
  test('follow each other, and keep what was counted', () => {
    const first = withPage(NONE_LOADED, { calls: calls(9, 8), total: 4, hasMore: true, endCursor: 'a' });
    const all = withPage(first, { calls: calls(7, 6), hasMore: false, endCursor: 'b' });
    expect(all).toEqual(loaded([9, 8, 7, 6], { endCursor: 'b' }));
  });

  test('show no call twice', () => {
    const { calls: shown } = withPage(loaded([9, 8]), {
      calls: calls(8, 7),
      hasMore: false,
      endCursor: null,
    });
    expect(shown.map(({ id }) => id)).toEqual(['call-9', 'call-8', 'call-7']);
  });
});

describe('the newest page, after a while of not listening', () => {
  const page = (minutes: number[], hasMore: boolean) => ({
    calls: calls(...minutes),
    total: 99,
    hasMore,
    endCursor: 'end',
  });

  test('goes above what is there', () => {
    const now = withNewest(loaded([5, 4, 3], { hasMore: true, endCursor: 'kept' }), page([7, 6, 5], true));
    expect(minutesOf(now)).toEqual([7, 6, 5, 4, 3]);
    expect(now).toMatchObject({ total: 99, hasMore: true, endCursor: 'kept' });
  });

  test('takes away what is no longer there', () => {
    expect(minutesOf(withNewest(loaded([5, 4, 3, 2], { hasMore: true }), page([5, 3], true)))).toEqual([
      5, 3, 2,
    ]);
  });

  test('replaces everything where too much was missed', () => {
    const now = withNewest(loaded([3, 2, 1]), page([90, 89], true));
    expect(minutesOf(now)).toEqual([90, 89]);
    expect(now).toMatchObject({ hasMore: true, endCursor: 'end' });
  });

  test('is all there is where it says so', () => {
    expect(minutesOf(withNewest(loaded([5, 4]), page([], false)))).toEqual([]);
  });
});

describe('news of a call', () => {
  test('put a new one on top, and count it', () => {
    const now = withCall(loaded([5, 4]), call(6), true);
    expect(minutesOf(now)).toEqual([6, 5, 4]);
    expect(now.total).toBe(3);
  });

  test('change one in its place', () => {
    const now = withCall(loaded([5, 4]), call(4, { status: 'LOST' }), true);
    expect(now.calls.map(({ status }) => status)).toEqual(['COMPLETED', 'LOST']);
    expect(now.total).toBe(2);
  });

  test('take one away that no longer fits', () => {
    const now = withCall(loaded([5, 4]), call(5), false);
    expect(minutesOf(now)).toEqual([4]);
    expect(now.total).toBe(1);
  });

  test('leave alone what never was there and does not fit', () => {
    const before = loaded([5]);
    expect(withCall(before, call(6), false)).toBe(before);
  });

  test('of a call below what was scrolled to wait for its page', () => {
    const before = loaded([5, 4], { hasMore: true });
    expect(withCall(before, call(1), true)).toBe(before);
  });

  test('keep the newest above, whatever comes in whatever order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 40 }), (minutes) => {
        const now = minutes.reduce((list, minute) => withCall(list, call(minute), true), loaded([]));
        const expected = [...new Set(minutes)].sort((one, other) => other - one);
        expect(minutesOf(now)).toEqual(expected);
        expect(now.total).toBe(expected.length);
      }),
    );
  });
});

describe('what fits a list', () => {
  const analysis = { sentiment: 'NEGATIVE', summary: '', intents: ['COMPLAINT', 'PRICING'] } as const;
  const ravi = { id: 'ravi', name: 'Ravi', phone: '+919876543210' };
  const one = call(5, { customer: ravi, analysis: { ...analysis, intents: [...analysis.intents] } });
  const at = (minute: number) => new Date(START + minute * 60_000).toISOString();

  test.each([
    ['everything', {}],
    ['its status', { status: 'COMPLETED' }],
    ['its sentiment', { sentiment: 'NEGATIVE' }],
    ['any of its intents', { intent: 'PRICING' }],
    ['its customer', { customerId: 'ravi' }],
    ['the instant at which it started', { from: at(5) }],
    ['a time after it', { to: at(6) }],
  ] as const)('%s', (_, filter) => {
    expect(fitsIn(filter, one)).toBe(true);
  });

  test.each([
    ['another status', { status: 'LOST' }],
    ['another sentiment', { sentiment: 'POSITIVE' }],
    ['an intent that it lacks', { intent: 'LOCATION' }],
    ['another customer', { customerId: 'asha' }],
    ['a later time', { from: at(6) }],
    ['a time until it started', { to: at(5) }],
  ] as const)('not %s', (_, filter) => {
    expect(fitsIn(filter, one)).toBe(false);
  });

  test('a sentiment only once it was found', () => {
    expect(fitsIn({ sentiment: 'NEUTRAL' }, call(1))).toBe(false);
  });
});
