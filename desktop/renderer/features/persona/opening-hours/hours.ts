import type { OutsideHours, Weekday } from '../../../graphql/generated/graphql.ts';

export type { OutsideHours } from '../../../graphql/generated/graphql.ts';

/** On the business's own clock, as 09:00 to 19:00; up to 24:00, or past midnight where `to` isn't after `from`. */
export type Range = { from: string; to: string };
type Day = { day: Weekday; ranges: Range[] };
/** `date` as 2026-12-25. */
export type SpecialDay = { date: string; name: string | null; ranges: Range[] };
export type Hours = { week: Day[]; exceptions: SpecialDay[] };

export const OUTSIDE: readonly OutsideHours[] = ['ANSWER', 'TAKE_MESSAGE', 'HANG_UP'];

/** Monday first. */
export const WEEK: readonly Weekday[] = [
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
];

/** The most of each that the server takes. */
export const MOST_RANGES = 6;
export const MOST_SPECIAL_DAYS = 100;

const USUAL: Range = { from: '09:00', to: '18:00' };
const ALL_DAY: Range = { from: '00:00', to: '24:00' };

/** To begin with, to be changed to what is true. */
export const FIRST_HOURS: Hours = {
  week: WEEK.map((day) => ({ day, ranges: day === 'SUNDAY' ? [] : [USUAL] })),
  exceptions: [],
};

export const KINDS = ['closed', 'times', 'allDay'] as const;
/** How a day is open. */
export type Kind = (typeof KINDS)[number];

export function kindOf(ranges: Range[]): Kind {
  const [first] = ranges;
  if (!first) return 'closed';
  return ranges.length === 1 && first.from === ALL_DAY.from && first.to === ALL_DAY.to ? 'allDay' : 'times';
}

/** @param was the day's ranges before, of which times are kept */
export function rangesFor(kind: Kind, was: Range[]): Range[] {
  switch (kind) {
    case 'closed':
      return [];
    case 'allDay':
      return [ALL_DAY];
    case 'times':
      return kindOf(was) === 'times' ? was : [USUAL];
  }
}

/** A further range, in the two hours after the last or where there is room. */
export function withAnother(ranges: Range[]): Range[] {
  const last = Number(ranges.at(-1)?.to.slice(0, 2) ?? 8);
  const from = Math.min(last + 1, 21);
  return [...ranges, { from: hour(from), to: hour(from + 2) }];
}

const hour = (of: number): string => `${String(of).padStart(2, '0')}:00`;

/** A clock's field shows the end of a day as its beginning, and knows no other. */
export const shownTime = (time: string): string => (time === '24:00' ? '00:00' : time);
export const typedEnd = (shown: string): string => (shown === '00:00' ? '24:00' : shown);

export const isPastMidnight = ({ from, to }: Range): boolean => to !== '' && from !== '' && to <= from;

/** One day's times on others as well. */
export function copied(hours: Hours, from: Weekday, to: readonly Weekday[]): Hours {
  const ranges = hours.week.find(({ day }) => day === from)?.ranges ?? [];
  return { ...hours, week: hours.week.map((one) => (to.includes(one.day) ? { ...one, ranges } : one)) };
}

/** Without what Apollo adds to what it fetched, so that it can be sent. */
export const hoursOf = (hours: Hours | null | undefined): Hours | null =>
  hours
    ? {
        week: hours.week.map(({ day, ranges }) => ({ day, ranges: rangesOf(ranges) })),
        exceptions: hours.exceptions.map(({ date, name, ranges }) => ({
          date,
          name,
          ranges: rangesOf(ranges),
        })),
      }
    : null;

const rangesOf = (ranges: Range[]): Range[] => ranges.map(({ from, to }) => ({ from, to }));
