import { expect, test } from 'vitest';
import { retryAfterMs } from '../../../../server/automations/deliveries/delivery-schedule.ts';

const HOUR = 3_600_000;

/** Every pause until a delivery is given up. */
function pauses(): number[] {
  const all: number[] = [];
  for (let pause = retryAfterMs(1); pause !== undefined; pause = retryAfterMs(all.length + 1))
    all.push(pause);
  return all;
}

test('is soon tried again at first: after 1 s, 5 s, 30 s and 2 min', () => {
  expect(pauses().slice(0, 4)).toEqual([1_000, 5_000, 30_000, 120_000]);
});

test('then ever more seldom, but once a day', () => {
  const all = pauses();
  expect(all).toEqual([...new Set(all)].toSorted((a, b) => a - b));
  expect(all.at(-1)).toBe(24 * HOUR);
});

test('is given up after three days', () => {
  const total = pauses().reduce((sum, pause) => sum + pause, 0);
  expect(total).toBeGreaterThan(72 * HOUR);
  expect(total).toBeLessThan(74 * HOUR);
});

test.each([0, -1, 1_000, Number.NaN])('attempt %d has no next one', (attempt) => {
  expect(retryAfterMs(attempt)).toBeUndefined();
});
