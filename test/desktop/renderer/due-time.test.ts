import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instantOf, isOverdue, wallTime } from '../../../desktop/renderer/features/follow-ups/due-time.ts';

test.each([
  ['2026-11-24T10:00:00.000Z', 'Asia/Kolkata', '2026-11-24T15:30'],
  ['2026-11-24T20:00:00.000Z', 'Asia/Kolkata', '2026-11-25T01:30'],
  ['2026-11-24T10:00:00.000Z', 'America/New_York', '2026-11-24T05:00'],
  // An hour earlier the clocks there were put forward.
  ['2026-03-29T02:00:00.000Z', 'Europe/Berlin', '2026-03-29T04:00'],
])('%s is shown in %s as %s, and back', (instant, timeZone, wall) => {
  expect(wallTime(instant, timeZone)).toBe(wall);
  expect(instantOf(wall, timeZone)).toBe(instant);
});

test('in a zone whose clocks are never changed, every minute comes back as it was', () => {
  const minute = fc.integer({ min: 0, max: 60 * 24 * 365 * 30 });
  fc.assert(
    fc.property(minute, fc.constantFrom('Asia/Kolkata', 'Asia/Kathmandu', 'UTC'), (minutes, timeZone) => {
      const instant = new Date(Date.UTC(2020, 0, 1) + minutes * 60_000).toISOString();
      expect(instantOf(wallTime(instant, timeZone), timeZone)).toBe(instant);
    }),
  );
});

test.each(['', 'tomorrow', '2026-02-30T10:00', '2026-11-24'])('“%s” is no time', (typed) => {
  expect(instantOf(typed, 'Asia/Kolkata')).toBeUndefined();
});

test.each([
  ['OPEN', '2026-11-24T09:59:00Z', true],
  ['OPEN', '2026-11-24T10:01:00Z', false],
  ['OPEN', null, false],
  ['DONE', '2026-11-24T09:59:00Z', false],
] as const)('%s and due %s is overdue: %s', (status, dueAt, expected) => {
  expect(isOverdue({ status, dueAt }, new Date('2026-11-24T10:00:00Z'))).toBe(expected);
});
