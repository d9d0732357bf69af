import {
  DAY,
  dayOf,
  openStateAt,
  rangesOn,
  type WallMinute,
} from '../../../tenants/opening-hours/opening-hours.ts';
import {
  MONTH_NAMES,
  spokenDay,
  spokenExceptions,
  spokenMoment,
  spokenNear,
  spokenStanding,
  spokenWeek,
} from '../../../tenants/opening-hours/spoken-hours.ts';
import type { OpeningFacts } from '../../briefing.ts';
import { type Moment, momentIn } from '../reading/moment.ts';
import type { Saying } from '../reading/saying.ts';
import { whenIn } from '../reading/when.ts';
import { termsOf } from './terms.ts';

/** Said along with the week. */
const SOON = { days: 14, most: 2 };

/** The business itself, by what callers call it, and words of time. */
const NOTHING_IN_IT = new Set(
  `shop store office showroom restaurant salon place holiday lunch am pm a.m p.m o'clock noon midnight ${MONTH_NAMES.join(' ')}`
    .toLowerCase()
    .split(' '),
);

/** Whether a line asks when the business is open, and not when something in it is. "And Saturday?" does, too. */
export function asksForHours({ text, words, intents }: Saying, opening: OpeningFacts): boolean {
  const isDay = words.length <= 3 && intents.includes('GENERAL') && whenIn(text) !== undefined;
  return (
    isDay ||
    (intents.includes('OPENING_HOURS') && (namesAHoliday(text, opening) || !asksForSomethingInIt(text)))
  );
}

const namesAHoliday = (text: string, { hours, now }: OpeningFacts): boolean => {
  const moment = momentIn(text, hours, now);
  return (
    moment !== undefined &&
    moment !== 'now' &&
    hours.exceptions.some(({ date }) => dayOf(date) === moment.day)
  );
};

/** A doctor has hours, too. */
const asksForSomethingInIt = (text: string): boolean =>
  termsOf(text).some(
    ({ text: term, isThing, isWeak }) =>
      term === 'doctor' || (isThing && !isWeak && !NOTHING_IN_IT.has(term)),
  );

/** When the business is open: at the time that is asked about, or at all. */
export function hoursWords(text: string, { hours, now }: OpeningFacts): string[] {
  const moment = momentIn(text, hours, now);
  if (moment === undefined) return [spokenWeek(hours), ...spokenExceptions(hours, now, SOON)];
  if (moment === 'now') return [spokenStanding(hours, now)];
  return momentWords(moment, { hours, now });
}

/** "On Sunday we are closed. We open again on Monday at 9 am."; undefined where a wish fits the hours, or names no day. */
export function closedWords(when: string, { hours, now }: OpeningFacts): string | undefined {
  const moment = momentIn(when, hours, now);
  if (moment === undefined || moment === 'now') return undefined;
  const { day, minute } = moment;
  const isOpen =
    minute === undefined ? rangesOn(hours, day).length > 0 : openStateAt(hours, day * DAY + minute).isOpen;
  return isOpen ? undefined : momentWords(moment, { hours, now }).join(' ');
}

function momentWords({ day, minute }: Moment, { hours, now }: Pick<OpeningFacts, 'hours' | 'now'>): string[] {
  const today = Math.floor(now / DAY);
  const isClosedAllDay = rangesOn(hours, day).length === 0;
  const ofDay = `${dayWords(hours, day, today)} we are ${spokenDay(hours, day)}.`;
  if (minute === undefined) {
    const isLate = day === today && !isClosedAllDay && !openStateAt(hours, now).isOpen;
    return [
      ofDay,
      ...(isClosedAllDay ? opensAgain(hours, day * DAY, now) : isLate ? [spokenStanding(hours, now)] : []),
    ];
  }
  const at = day * DAY + minute;
  const { isOpen } = openStateAt(hours, at);
  const then = `${capital(spokenMoment(at, now))} we are ${isOpen ? 'open' : 'closed'}.`;
  if (isOpen) return [then];
  return [then, ...(isClosedAllDay ? opensAgain(hours, at, now) : [ofDay])];
}

/** "On Friday, 25 December, Christmas," or "Tomorrow". */
function dayWords({ exceptions }: OpeningFacts['hours'], day: number, today: number): string {
  const name = exceptions.find(({ date }) => dayOf(date) === day)?.name;
  const near = capital(spokenNear(day, today));
  return name ? `${near}, ${name},` : `${near}${near.includes(',') ? ',' : ''}`;
}

function opensAgain(hours: OpeningFacts['hours'], from: WallMinute, now: WallMinute): string[] {
  const openState = openStateAt(hours, from);
  if (openState.isOpen || openState.opens === undefined) return [];
  return [`We open again ${spokenMoment(openState.opens, now)}.`];
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
