import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newerOf, type Placed } from '../../../desktop/renderer/features/call/neighbours.ts';

const START = Date.parse('2026-01-01T00:00:00Z');
const call = (second: number): Placed => ({
  id: `call-${second}`,
  startedAt: new Date(START + second * 1_000).toISOString(),
});

/** A call log of calls at these seconds that answers as the server does: newest first, by pages. */
function aLog(seconds: readonly number[]) {
  const calls = seconds.toSorted((one, other) => other - one).map(call);
  let asked = 0;
  const ask = async (from: string | null, to: string | null, first: number, after: string | null) => {
    asked += 1;
    const within = calls.filter(
      ({ startedAt }) => (from === null || startedAt >= from) && (to === null || startedAt < to),
    );
    const begin = after === null ? 0 : within.findIndex(({ id }) => id === after) + 1;
    const page = within.slice(begin, begin + first);
    return { calls: page, endCursor: begin + first < within.length ? (page.at(-1)?.id ?? null) : null };
  };
  return { ask, asked: () => asked };
}

const YEAR = 365 * 86_400;
const now = START + 2 * YEAR * 1_000;

test.each([
  ['a moment later', [0, 1, 2]],
  ['after a quiet year', [0, YEAR]],
  ['in a rush of more than a page', Array.from({ length: 450 }, (_, second) => second)],
])('the next call %s is found', async (_, seconds) => {
  const log = aLog(seconds);
  expect(await newerOf(log.ask, call(0), now)).toBe(`call-${seconds[1]}`);
  expect(log.asked()).toBeLessThan(12);
});

test('the newest call has none after it', async () => {
  expect(await newerOf(aLog([0, 5, 9]).ask, call(9), now)).toBeUndefined();
});

test('it is the next one for every call of every log', async () => {
  const logs = fc.uniqueArray(fc.integer({ min: 0, max: YEAR }), { minLength: 1, maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(logs, fc.nat(), async (seconds, pick) => {
      const sorted = seconds.toSorted((one, other) => one - other);
      const index = pick % sorted.length;
      const next = sorted[index + 1];
      const found = await newerOf(aLog(seconds).ask, call(sorted[index] ?? 0), now);
      expect(found).toBe(next === undefined ? undefined : `call-${next}`);
    }),
  );
});
