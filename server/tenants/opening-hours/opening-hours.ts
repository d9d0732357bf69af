import { remembered } from '../../infra/remembered.ts';

/** Monday first, as the week goes. */
export const WEEKDAYS = [
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/**
 * On the business's own clock, as "09:00" to "19:00". `to` may be "24:00"; at or before `from` it is on the day after:
 * "20:00" to "02:00".
 */
export type OpeningRange = { from: string; to: string };
type OpeningDay = { day: Weekday; ranges: readonly OpeningRange[] };
/** A day that is unlike its weekday: a holiday, or other hours. `date` as 2026-12-25; without ranges it is closed. */
export type OpeningException = { date: string; name: string | null; ranges: readonly OpeningRange[] };

/** When a business is open. `week` has seven days, Monday first; exceptions go by date, one a day. */
export type OpeningHours = { week: readonly OpeningDay[]; exceptions: readonly OpeningException[] };

/** A time on the business's own clock, wherever that is, in minutes since the first of January 1970 there. */
export type WallMinute = number;

/** From and up to, not including. */
type Span = { from: WallMinute; to: WallMinute };

/** `until` and `opens` are undefined where nothing changes for a year. */
export type OpenState =
  | { isOpen: true; until: WallMinute | undefined }
  | { isOpen: false; opens: WallMinute | undefined };

export const DAY = 24 * 60;
/** A year and a day: how far callers are told when it opens or closes. */
const HORIZON_DAYS = 366;
/** A business open for over eight days at a stretch is treated as always open. In minutes. */
const ENDLESS = 8 * DAY;
/** Where a zone can't be told: the carrier's numbers are Indian. */
const HOME = 'Asia/Kolkata';
/** The first of January 1970 was a Thursday. */
const EPOCH_WEEKDAY = 3;

/** What a clock at the business shows. Where a change of the clock repeats an hour, so does this. */
export function wallMinute(at: Date, timeZone: string): WallMinute {
  const parts = Object.fromEntries(
    clockIn(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute) / 60_000;
}

/** The first time that a clock at the business shows this; what a change of the clock leaves out is taken for later. */
export function instantOf(wall: WallMinute, timeZone: string): Date {
  // The clock may change between the guess and what is meant, so once more with what was found.
  const guess = wall - (wallMinute(new Date(wall * 60_000), timeZone) - wall);
  return new Date((wall - (wallMinute(new Date(guess * 60_000), timeZone) - guess)) * 60_000);
}

/** Whether it is open: in a range of that day, or in one of the day before that goes on past midnight. */
export const isOpenAt = (hours: OpeningHours, at: Date, timeZone: string): boolean =>
  openStateAt(hours, wallMinute(at, timeZone)).isOpen;

/** When it opens next, after it has closed where it is open now; undefined where not within a year. */
export function nextOpening(hours: OpeningHours, at: Date, timeZone: string): WallMinute | undefined {
  const now = wallMinute(at, timeZone);
  for (const span of spansAround(hours, now)) if (span.from > now) return span.from;
  return undefined;
}

/** Open or not, and when that changes. */
export function openStateAt(hours: OpeningHours, now: WallMinute): OpenState {
  for (const { from, to } of spansAround(hours, now)) {
    if (to <= now) continue;
    if (from > now) return { isOpen: false, opens: from };
    return { isOpen: true, until: to - now > ENDLESS ? undefined : to };
  }
  return { isOpen: false, opens: undefined };
}

/** The ranges of a day; those of the exception, where there is one. @param day counted from the first of January 1970 */
export function rangesOn({ week, exceptions }: OpeningHours, day: number): readonly OpeningRange[] {
  const exception = exceptions.find(({ date }) => dayOf(date) === day);
  return exception?.ranges ?? week[weekdayOf(day)]?.ranges ?? [];
}

/** 0 for Monday. */
export const weekdayOf = (day: number): number => (((day + EPOCH_WEEKDAY) % 7) + 7) % 7;

/** @param date as 2026-12-25 */
export const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 60_000 / DAY;

/** A range in minutes from the day's midnight; `to` is past 24 hours where it is on the day after. */
export function minutesOf({ from, to }: OpeningRange): { from: number; to: number } {
  const [begins, ends] = [minuteOf(from), minuteOf(to)];
  return { from: begins, to: ends > begins ? ends : ends + DAY };
}

function minuteOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
}

/** From the day before on; those that overlap, or follow each other without a pause, are one. */
function* spansAround(hours: OpeningHours, now: WallMinute): Generator<Span> {
  const today = Math.floor(now / DAY);
  let open: Span | undefined;
  for (let day = today - 1; day <= today + HORIZON_DAYS; day += 1) {
    for (const range of rangesOn(hours, day)) {
      const { from, to } = minutesOf(range);
      const next = { from: day * DAY + from, to: day * DAY + to };
      if (open && next.from <= open.to) open.to = Math.max(open.to, next.to);
      else {
        if (open) yield open;
        open = next;
      }
    }
  }
  if (open) yield open;
}

const clockIn = remembered(
  (timeZone) =>
    new Intl.DateTimeFormat('en-GB', {
      timeZone: isZone(timeZone) ? timeZone : HOME,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    }),
);

/** Names of zones that runtimes once knew are forgotten by others; a call is answered all the same. */
function isZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en-GB', { timeZone: name }));
  } catch {
    return false;
  }
}
