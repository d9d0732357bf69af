import { expect, test } from 'vitest';
import { nextAttempt } from '../../../../server/carrier/charges/charge-schedule.ts';

const ENDED = new Date('2026-12-01T10:00:00Z');
const DAY_MS = 24 * 3_600_000;

/** Every attempt that a call's record would get if it never came, in milliseconds after the hangup. */
function attemptsOf(random: () => number): number[] {
  const at = [0];
  for (let now = ENDED; ; ) {
    const next = nextAttempt(at.length, { endedAt: ENDED, now, verified: true }, random);
    if (!next) return at;
    at.push(next.getTime() - ENDED.getTime());
    now = next;
  }
}

test.each([
  ['at the earliest', () => 0],
  ['in the middle', () => 0.5],
  ['at the latest', () => 0.999],
])('Vobiz is asked for a call’s record later each time, and for a day at most (%s)', (_, random) => {
  const attempts = attemptsOf(random);
  const pauses = attempts.slice(1).map((at, index) => at - (attempts[index] ?? 0));
  expect(pauses).toEqual(pauses.toSorted((one, other) => one - other));
  // A record that comes seconds later is there within a minute.
  expect(attempts.filter((at) => at < 60_000).length).toBeGreaterThanOrEqual(4);
  expect(attempts.at(-1)).toBeGreaterThan(DAY_MS / 2);
  expect(attempts.at(-1)).toBeLessThanOrEqual(DAY_MS);
  expect(attempts.length).toBeLessThan(20);
});
