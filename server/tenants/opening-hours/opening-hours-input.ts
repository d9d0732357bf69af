import { z } from 'zod';
import { badInput } from '../../infra/app-error.ts';
import { typedText } from '../../infra/typed-text.ts';
import {
  dayOf,
  minutesOf,
  type OpeningHours,
  type OpeningRange,
  WEEKDAYS,
  type Weekday,
} from './opening-hours.ts';

const MOST_RANGES = 6;
const MOST_EXCEPTIONS = 100;
const NAME = { what: 'The name of a day', most: 80, isOneLine: true, mayBeEmpty: true };

const time = (latest: RegExp, message: string) => z.string().trim().regex(latest, message);
const range = z.object({
  from: time(/^([01]\d|2[0-3]):[0-5]\d$/, 'write a time such as 09:00.'),
  to: time(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'write a time such as 19:00, or 24:00.'),
});
const ranges = z
  .array(range)
  .max(MOST_RANGES, `at most ${MOST_RANGES} times a day.`)
  .transform((typed) => typed.map(untilMidnight).sort((one, other) => one.from.localeCompare(other.from)))
  .superRefine((sorted, { addIssue }) => {
    for (const { from, to } of sorted) if (from === to) addIssue(`it can't open and close at ${from}.`);
    const spans = sorted.map(minutesOf);
    if (spans.some(({ to }, index) => to > (spans[index + 1]?.from ?? Number.POSITIVE_INFINITY)))
      addIssue('two of its times overlap.');
  });
const exception = z.object({
  date: z.string().trim().refine(isADate, 'write a date such as 2026-12-25.'),
  name: z.string().nullish(),
  ranges,
});
const shape = z.object({
  week: z.array(z.object({ day: z.enum(WEEKDAYS), ranges })),
  exceptions: z
    .array(exception)
    .max(MOST_EXCEPTIONS, `There is room for ${MOST_EXCEPTIONS} holidays and special days.`),
});

/**
 * Opening hours as an admin typed them, in their one order: days that are left out are closed, ranges and dates are
 * sorted. `null` says that none are stated.
 * @throws AppError BAD_USER_INPUT naming `hours`, with the day that is meant
 */
export function readOpeningHours(typed: unknown): OpeningHours | null {
  if (typed === null) return null;
  const { data, error } = shape.safeParse(typed);
  if (!data) throw badInput('hours', sentence(typed, error.issues[0]));
  const { week, exceptions } = data;
  const twice = repeated(week.map(({ day }) => day)) ?? repeated(exceptions.map(({ date }) => date));
  if (twice !== undefined) throw badInput('hours', `${titled(twice)} is there twice.`);
  return {
    week: WEEKDAYS.map((day) => ({ day, ranges: week.find((one) => one.day === day)?.ranges ?? [] })),
    exceptions: exceptions
      .map(({ date, name, ranges: times }) => ({ date, name: nameOf(name), ranges: times }))
      .sort((one, other) => one.date.localeCompare(other.date)),
  };
}

/** The end of a day is written as 24:00, however it was typed. */
const untilMidnight = ({ from, to }: OpeningRange): OpeningRange => ({
  from,
  to: to === '00:00' ? '24:00' : to,
});

function isADate(typed: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(typed) || Number.isNaN(dayOf(typed))) return false;
  return new Date(`${typed}T00:00:00Z`).toISOString().startsWith(typed);
}

const nameOf = (typed: string | null | undefined): string | null =>
  typedText('hours', typed ?? '', NAME) || null;

const repeated = (names: readonly string[]): string | undefined =>
  names.find((name, index) => names.indexOf(name) < index);

/** "Monday: two of its times overlap." */
function sentence(typed: unknown, issue: z.core.$ZodIssue | undefined): string {
  const [part, index] = issue?.path ?? [];
  const message = issue?.message ?? '';
  if (typeof index !== 'number') return message || 'The opening hours can’t be read.';
  return `${titled(placeOf(typed, part, index))}: ${message}`;
}

const places = z.object({
  week: z.array(z.object({ day: z.string() })),
  exceptions: z.array(z.object({ date: z.string() })),
});

function placeOf(typed: unknown, part: PropertyKey | undefined, index: number): string {
  const { data } = places.safeParse(typed);
  const place = part === 'week' ? data?.week[index]?.day : data?.exceptions[index]?.date;
  return place || 'The opening hours';
}

const titled = (name: string): string =>
  WEEKDAYS.includes(name as Weekday) ? `${name.charAt(0)}${name.slice(1).toLowerCase()}` : name;
