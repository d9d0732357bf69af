import {
  DAY,
  dayOf,
  minutesOf,
  type OpeningException,
  type OpeningHours,
  type OpeningRange,
  openStateAt,
  rangesOn,
  type WallMinute,
  weekdayOf,
} from './opening-hours.ts';

export const DAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
export const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Names joined as in speech: "Monday, Tuesday and Friday". */
const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** The week in one sentence: "We are open Monday to Saturday from 9 am to 7 pm; closed on Sunday." */
export function spokenWeek({ week }: OpeningHours): string {
  const groups = new Map<string, number[]>();
  for (const [index, { ranges }] of week.entries()) {
    const times = spokenRanges(ranges);
    groups.set(times, [...(groups.get(times) ?? []), index]);
  }
  const closed = groups.get('') ?? [];
  groups.delete('');
  if (groups.size === 0) return 'We have no regular opening hours.';
  const open = [...groups].map(([times, days]) => `${spokenDays(days)} ${times}`).join('; ');
  return `We are open ${open}${closed.length > 0 ? `; closed on ${spokenDays(closed)}` : ''}.`;
}

/** The special days from today on, at most `most` within `days`: "On Friday, 25 December, Christmas, we are closed." */
export function spokenExceptions(
  { exceptions }: OpeningHours,
  now: WallMinute,
  { days, most }: { days: number; most: number },
): string[] {
  const today = Math.floor(now / DAY);
  return exceptions
    .filter(({ date }) => dayOf(date) >= today && dayOf(date) <= today + days)
    .slice(0, most)
    .map(spokenException);
}

function spokenException({ date, name, ranges }: OpeningException): string {
  return `On ${spokenDate(dayOf(date))},${name ? ` ${name},` : ''} we are ${spokenOpen(ranges)}.`;
}

/** "We are open now, until 7 pm." or "We are closed now, and open again on Monday at 9 am." */
export function spokenStanding(hours: OpeningHours, now: WallMinute): string {
  const openState = openStateAt(hours, now);
  if (openState.isOpen)
    return openState.until === undefined
      ? 'We are open now.'
      : `We are open now, until ${spokenEnd(openState.until, now)}.`;
  return openState.opens === undefined
    ? 'We are closed now.'
    : `We are closed now, and open again ${spokenMoment(openState.opens, now)}.`;
}

/** A day's hours: "open from 9 am to 7 pm", or "closed". @param day counted from the first of January 1970 */
export const spokenDay = (hours: OpeningHours, day: number): string => spokenOpen(rangesOn(hours, day));

const spokenOpen = (ranges: readonly OpeningRange[]): string =>
  ranges.length > 0 ? `open ${spokenRanges(ranges)}` : 'closed';

/** "from 9 am to 1 pm and from 4 pm to 8 pm"; nothing for a day that is closed. */
function spokenRanges(ranges: readonly OpeningRange[]): string {
  const spoken = ranges.map((range) => {
    const { from, to } = minutesOf(range);
    return from === 0 && to === DAY ? '24 hours' : `from ${spokenClock(from)} to ${spokenClock(to)}`;
  });
  return list.format(spoken);
}

/** "Monday to Wednesday and Friday", "every day". Three days in a row are said as from and to. */
function spokenDays(days: readonly number[]): string {
  if (days.length === DAY_NAMES.length) return 'every day';
  const runs: number[][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run?.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  const name = (day: number | undefined) => DAY_NAMES[day ?? 0] ?? '';
  return list.format(
    runs.flatMap((run) => (run.length > 2 ? [`${name(run[0])} to ${name(run.at(-1))}`] : run.map(name))),
  );
}

/** "today at 4 pm", "tomorrow at 9 am", "on Monday at 9 am", "on Monday, 7 December at 9 am". */
export function spokenMoment(moment: WallMinute, now: WallMinute): string {
  return `${spokenNear(Math.floor(moment / DAY), Math.floor(now / DAY))} at ${spokenClock(moment)}`;
}

/** "today", "tomorrow", "on Monday", "on Monday, 7 December". @param day and `today` counted from the first of January 1970 */
export function spokenNear(day: number, today: number): string {
  if (day === today) return 'today';
  if (day === today + 1) return 'tomorrow';
  const isThisWeek = day > today && day < today + 7;
  return `on ${isThisWeek ? (DAY_NAMES[weekdayOf(day)] ?? '') : spokenDate(day)}`;
}

/** The hour alone, up to the next morning. */
const spokenEnd = (end: WallMinute, now: WallMinute): string =>
  end <= (Math.floor(now / DAY) + 1) * DAY + DAY / 2
    ? spokenClock(end)
    : spokenMoment(end, now).replace(/^on /, '');

function spokenDate(day: number): string {
  const date = new Date(day * DAY * 60_000);
  return `${DAY_NAMES[weekdayOf(day)]}, ${date.getUTCDate()} ${MONTH_NAMES[date.getUTCMonth()]}`;
}

/** "9 am", "9:30 am", "12 noon", "midnight". */
function spokenClock(minute: number): string {
  const ofDay = minute % DAY;
  if (ofDay === 0) return 'midnight';
  if (ofDay === DAY / 2) return '12 noon';
  const [hour, past] = [Math.floor(ofDay / 60), ofDay % 60];
  const shown = `${hour % 12 || 12}${past > 0 ? `:${String(past).padStart(2, '0')}` : ''}`;
  return `${shown} ${hour < 12 ? 'am' : 'pm'}`;
}
