import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayAt, daysAfter, startOfDay } from '../../../desktop/renderer/ui/day.ts';

test.each([
  ['Asia/Kolkata', '2026-11-24', '2026-11-23T18:30:00.000Z'],
  ['UTC', '2026-11-24', '2026-11-24T00:00:00.000Z'],
  ['Pacific/Auckland', '2026-11-24', '2026-11-23T11:00:00.000Z'],
  // The clock goes back at two on that day, and forward at two on the other: midnight still has the old time.
  ['America/New_York', '2026-11-01', '2026-11-01T04:00:00.000Z'],
  ['America/New_York', '2026-03-08', '2026-03-08T05:00:00.000Z'],
  ['America/New_York', '2026-11-02', '2026-11-02T05:00:00.000Z'],
])('in %s, %s begins at %s', (timeZone, day, instant) => {
  expect(startOfDay(day, timeZone)?.toISOString()).toBe(instant);
});

test.each(['2026-02-30', '2026-13-01', '26-1-1', 'today', ''])('%j is no day', (day) => {
  expect(startOfDay(day, 'Asia/Kolkata')).toBeUndefined();
});

const zones = fc.constantFrom(
  'Asia/Kolkata',
  'UTC',
  'America/New_York',
  'Europe/Berlin',
  'Australia/Lord_Howe',
);
const instants = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });

test('an instant lies in its day, not before and not after', () => {
  fc.assert(
    fc.property(instants, zones, (instant, timeZone) => {
      const day = dayAt(instant, timeZone);
      const start = startOfDay(day, timeZone)?.getTime() ?? Number.NaN;
      const end = startOfDay(daysAfter(day, 1), timeZone)?.getTime() ?? Number.NaN;
      expect(start).toBeLessThanOrEqual(instant.getTime());
      expect(end).toBeGreaterThan(instant.getTime());
    }),
  );
});

test('days are counted over the ends of months and years', () => {
  expect(daysAfter('2026-12-31', 1)).toBe('2027-01-01');
  expect(daysAfter('2028-03-01', -1)).toBe('2028-02-29');
  expect(daysAfter('2026-11-24', -29)).toBe('2026-10-26');
});
