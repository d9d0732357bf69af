import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  DAY,
  dayOf,
  instantOf,
  isOpenAt,
  nextOpening,
  type OpeningHours,
  openStateAt,
  WEEKDAYS,
  wallMinute,
} from '../../../../server/tenants/opening-hours/opening-hours.ts';
import { readOpeningHours } from '../../../../server/tenants/opening-hours/opening-hours-input.ts';
import { daily, someHours, times } from '../hours.ts';

/** A time on a clock in India, in a week that begins on Monday, 23 November 2026. */
const inIndia = (time: string) => new Date(`${time.replace(' ', 'T')}:00+05:30`);
const wall = (text: string) => dayOf(text.slice(0, 10)) * DAY + minutes(text.slice(11));
const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

const holidays = someHours({}, [
  { date: '2026-11-26', name: 'Diwali' },
  { date: '2026-11-29', open: '10:00-14:00' },
]);
const bar = daily('20:00-02:00');
const shop = daily('09:00-13:00 13:00-14:00 16:00-24:00');
const everClosed = daily('');
const always = daily('00:00-24:00');

test.each<[string, OpeningHours, string, boolean]>([
  ['before it opens', someHours(), '2026-11-24 08:59', false],
  ['as it opens', someHours(), '2026-11-24 09:00', true],
  ['in its last minute', someHours(), '2026-11-24 18:59', true],
  ['as it closes', someHours(), '2026-11-24 19:00', false],
  ['on its day off', someHours(), '2026-11-29 12:00', false],
  ['on a holiday', holidays, '2026-11-26 12:00', false],
  ['on a day with other hours', holidays, '2026-11-29 12:00', true],
  ['after those', holidays, '2026-11-29 14:00', false],
  ['before midnight', bar, '2026-11-24 23:59', true],
  ['at midnight', bar, '2026-11-25 00:00', true],
  ['past midnight, from the day before', bar, '2026-11-25 01:59', true],
  ['as the night ends', bar, '2026-11-25 02:00', false],
  ['between two ranges', shop, '2026-11-24 15:00', false],
  ['where two ranges meet', shop, '2026-11-24 13:00', true],
  ['until 24:00', shop, '2026-11-24 23:59', true],
  ['past 24:00', shop, '2026-11-25 00:00', false],
  ['never', everClosed, '2026-11-24 12:00', false],
  ['always', always, '2026-11-24 00:00', true],
])('open or not: %s', (_, hours, time, isOpen) => {
  expect(isOpenAt(hours, inIndia(time), 'Asia/Kolkata')).toBe(isOpen);
});

test('a night that began before a holiday goes on to its end', () => {
  const hours = someHours({ WEDNESDAY: '20:00-02:00' }, [{ date: '2026-11-26' }]);
  expect(isOpenAt(hours, inIndia('2026-11-26 01:30'), 'Asia/Kolkata')).toBe(true);
  expect(isOpenAt(hours, inIndia('2026-11-26 21:00'), 'Asia/Kolkata')).toBe(false);
});

test.each<[string, OpeningHours, string, string | undefined]>([
  ['the same morning', someHours(), '2026-11-24 07:00', '2026-11-24 09:00'],
  ['the next morning, also while it is open', someHours(), '2026-11-24 12:00', '2026-11-25 09:00'],
  ['after the day off', someHours(), '2026-11-28 20:00', '2026-11-30 09:00'],
  ['after a holiday', holidays, '2026-11-25 20:00', '2026-11-27 09:00'],
  ['on a special day', holidays, '2026-11-28 20:00', '2026-11-29 10:00'],
  ['after a break', shop, '2026-11-24 13:30', '2026-11-24 16:00'],
  ['never', everClosed, '2026-11-24 12:00', undefined],
  ['not where it never closes', always, '2026-11-24 12:00', undefined],
])('it opens next: %s', (_, hours, time, opens) => {
  expect(nextOpening(hours, inIndia(time), 'Asia/Kolkata')).toBe(opens && wall(opens));
});

test.each<[string, OpeningHours, string, string | undefined]>([
  ['in the evening', someHours(), '2026-11-24 12:00', '2026-11-24 19:00'],
  ['past midnight', bar, '2026-11-24 22:00', '2026-11-25 02:00'],
  ['not where two ranges meet', shop, '2026-11-24 12:00', '2026-11-24 14:00'],
  [
    'on the first day that closes',
    someHours({ MONDAY: '00:00-24:00', TUESDAY: '00:00-17:00' }),
    '2026-11-23 12:00',
    '2026-11-24 17:00',
  ],
  ['never', always, '2026-11-24 12:00', undefined],
])('it closes: %s', (_, hours, time, until) => {
  expect(openStateAt(hours, wall(time))).toEqual({ isOpen: true, until: until && wall(until) });
});

describe('where the clock changes', () => {
  const night = daily('01:00-03:00');
  test.each([
    ['before it goes forward', '2026-03-29T00:59:00Z', true],
    ['at three, as soon as two would be', '2026-03-29T01:00:00Z', false],
    ['in the hour that comes', '2026-10-25T00:30:00Z', true],
    ['in the hour that comes again', '2026-10-25T01:30:00Z', true],
    ['after both', '2026-10-25T02:00:00Z', false],
  ])('%s', (_, time, isOpen) => {
    expect(isOpenAt(night, new Date(time), 'Europe/Berlin')).toBe(isOpen);
  });
});

test('a zone that isn’t one is taken for India’s: a call is answered all the same', () => {
  expect(wallMinute(new Date('2026-11-24T12:00:00Z'), 'Mars/Olympus')).toBe(wall('2026-11-24 17:30'));
});

/** Any hours that an admin may state, in the order that they are kept in. */
const someRanges = fc
  .uniqueArray(fc.integer({ min: 0, max: 95 }), { maxLength: 6 })
  .map((quarters) => quarters.sort((one, other) => one - other))
  .chain((quarters) => fc.tuple(fc.constant(quarters), fc.integer({ min: 1, max: 20 })))
  .map(([quarters, night]) =>
    quarters.flatMap((from, index) => {
      if (index % 2 === 1) return [];
      const to = quarters[index + 1] ?? from + night;
      return [{ from: clock(from), to: to === 96 ? '24:00' : clock(to % 96) }];
    }),
  );
const clock = (quarter: number) =>
  `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`;
const anyHours: fc.Arbitrary<OpeningHours> = fc.record({
  week: fc.tuple(...WEEKDAYS.map((day) => fc.record({ day: fc.constant(day), ranges: someRanges }))),
  exceptions: fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 5 }).chain((days) =>
    fc.tuple(
      ...days
        .sort((one, other) => one - other)
        .map((day) =>
          fc.record({
            date: fc.constant(`2026-11-${String(day).padStart(2, '0')}`),
            name: fc.constant(null),
            ranges: someRanges,
          }),
        ),
    ),
  ),
});
const anyTime = fc.date({
  min: new Date('2026-10-20T00:00:00Z'),
  max: new Date('2026-11-30T00:00:00Z'),
  noInvalidDate: true,
});
const anyZone = fc.constantFrom('Asia/Kolkata', 'Europe/Berlin', 'America/New_York', 'Pacific/Apia', 'UTC');

describe('whatever is stated', () => {
  test('is open exactly where a range says so', () => {
    fc.assert(
      fc.property(anyHours, anyTime, anyZone, (hours, at, zone) => {
        expect(isOpenAt(hours, at, zone)).toBe(saysOpen(hours, at, zone));
      }),
      { numRuns: 500 },
    );
  });

  test('it is closed up to the next opening, and open from there', () => {
    fc.assert(
      fc.property(anyHours, anyTime, (hours, at) => {
        const now = wallMinute(at, 'Asia/Kolkata');
        const openState = openStateAt(hours, now);
        const change = openState.isOpen ? openState.until : openState.opens;
        if (change === undefined) return;
        expect(change).toBeGreaterThan(now);
        for (let minute = now; minute < change; minute += 15)
          expect(openStateAt(hours, minute).isOpen).toBe(openState.isOpen);
        expect(openStateAt(hours, change - 1).isOpen).toBe(openState.isOpen);
        expect(openStateAt(hours, change).isOpen).toBe(!openState.isOpen);
      }),
    );
  });

  test('is taken as it is, in any order, and stays what it was', () => {
    fc.assert(
      fc.property(anyHours, (hours) => {
        const shuffled = { week: [...hours.week].reverse(), exceptions: [...hours.exceptions].reverse() };
        expect(readOpeningHours(shuffled)).toEqual(hours);
        expect(readOpeningHours(JSON.parse(JSON.stringify(hours)))).toEqual(hours);
      }),
    );
  });
});

test('a clock shows what it is set to', () => {
  fc.assert(
    fc.property(anyTime, anyZone, (at, zone) => {
      const shown = wallMinute(at, zone);
      expect(wallMinute(instantOf(shown, zone), zone)).toBe(shown);
    }),
  );
});

/** The same, found another way: what a clock there says in words, and the ranges of today and yesterday. */
function saysOpen(hours: OpeningHours, at: Date, timeZone: string): boolean {
  const [date = '', time = ''] = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  })
    .format(at)
    .split(' ');
  const before = new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);
  const of = (day: string) =>
    hours.exceptions.find((one) => one.date === day)?.ranges ??
    hours.week[(new Date(day).getUTCDay() + 6) % 7]?.ranges ??
    [];
  return (
    of(date).some(({ from, to }) => from <= time && (time < to || to <= from)) ||
    of(before).some(({ from, to }) => to <= from && time < to)
  );
}

describe('hours that an owner typed', () => {
  const week = (monday: unknown) => ({ week: [{ day: 'MONDAY', ranges: monday }], exceptions: [] });

  test('are kept in one order, with the days that were left out closed', () => {
    const typed = {
      week: [
        { day: 'TUESDAY', ranges: times('16:00-00:00 09:00-13:00') },
        { day: 'MONDAY', ranges: times('00:00-00:00') },
      ],
      exceptions: [
        { date: '2026-12-25', name: ' Christmas\n', ranges: [] },
        { date: '2026-08-15', ranges: times('10:00-12:00') },
      ],
    };
    expect(readOpeningHours(typed)).toEqual({
      week: WEEKDAYS.map((day) => ({
        day,
        ranges: times({ MONDAY: '00:00-24:00', TUESDAY: '09:00-13:00 16:00-24:00' }[day as string] ?? ''),
      })),
      exceptions: [
        { date: '2026-08-15', name: null, ranges: times('10:00-12:00') },
        { date: '2026-12-25', name: 'Christmas', ranges: [] },
      ],
    });
  });

  test('may be stated no more', () => expect(readOpeningHours(null)).toBeNull());

  test.each<[string, unknown, RegExp]>([
    ['a time that isn’t one', week(times('9-17:00')), /^Monday: write a time such as 09:00\./],
    ['past the end of the day', week(times('09:00-25:00')), /^Monday: write a time such as 19:00, or 24:00/],
    ['no time at all', week(times('09:00-09:00')), /^Monday: it can't open and close at 09:00/],
    ['ranges that overlap', week(times('09:00-13:00 12:59-18:00')), /^Monday: two of its times overlap/],
    [
      'a night that runs into the day after twice',
      week(times('20:00-03:00 22:00-23:00')),
      /^Monday: .*overlap/,
    ],
    [
      'too many ranges',
      week(times('01:00-02:00 03:00-04:00 05:00-06:00 07:00-08:00 09:00-10:00 11:00-12:00 13:00-14:00')),
      /^Monday: at most 6/,
    ],
    [
      'a day that isn’t one',
      { week: [], exceptions: [{ date: '2026-02-30', ranges: [] }] },
      /^2026-02-30: write a date/,
    ],
    ['a date in words', { week: [], exceptions: [{ date: 'Diwali', ranges: [] }] }, /^Diwali: write a date/],
    [
      'two exceptions for a day',
      { week: [], exceptions: [1, 2].map(() => ({ date: '2026-12-25', ranges: [] })) },
      /^2026-12-25 is there twice/,
    ],
    [
      'a weekday twice',
      { week: [1, 2].map(() => ({ day: 'MONDAY', ranges: [] })), exceptions: [] },
      /^Monday is there twice/,
    ],
    [
      'a long name',
      { week: [], exceptions: [{ date: '2026-12-25', name: 'x'.repeat(81), ranges: [] }] },
      /at most 80/,
    ],
    [
      'too many exceptions',
      {
        week: [],
        exceptions: Array.from({ length: 101 }, (_, day) => ({
          date: new Date(Date.UTC(2026, 0, day + 1)).toISOString().slice(0, 10),
          ranges: [],
        })),
      },
      /room for 100/,
    ],
    ['nonsense', { week: 'always' }, /./],
    ['nothing', undefined, /./],
  ])('%s is refused', (_, typed, message) => {
    expect(() => readOpeningHours(typed)).toThrow(
      expect.objectContaining({
        code: 'BAD_USER_INPUT',
        message: expect.stringMatching(message),
        details: { field: 'hours' },
      }),
    );
  });
});
