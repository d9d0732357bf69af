import {
  DAY,
  dayOf,
  type OpeningHours,
  type WallMinute,
  weekdayOf,
} from '../../../tenants/opening-hours/opening-hours.ts';
import { DAY_NAMES, MONTH_NAMES } from '../../../tenants/opening-hours/spoken-hours.ts';
import { plainText } from '../../../understanding/text/spellings.ts';
import { whenIn } from './when.ts';

/** A time that a caller asks about; `day` counts from the first of January 1970, `minute` from its midnight. */
export type Moment = { day: number; minute: number | undefined };

const NOW = /\b(?:now|abhi|currently|at the moment|still open)\b|अभी/u;
const MONTHS = MONTH_NAMES.join('|').toLowerCase();
const DAY_AND_MONTH = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${MONTHS})\\b`, 'u');
const MONTH_AND_DAY = new RegExp(`\\b(${MONTHS}) (?:the )?(\\d{1,2})(?:st|nd|rd|th)?\\b`, 'u');
const CLOCK = /\b(\d{1,2})(?:[:.](\d{2}))?\s?([ap])\.?\s?m\b/u;
const CLOCK_ALONE =
  /\b(\d{1,2})[:.](\d{2})\b|\b(?:at|by|after|until|till|around|before|past) (\d{1,2})\b|\b(\d{1,2}) (?:o'clock|baje)/u;
const LATE = /\b(?:evening|night|tonight|afternoon|shaam|sham|raat|dopahar)\b|शाम|रात|दोपहर/u;
const EARLY = /\b(?:morning|subah|savere)\b|सुबह/u;

/** Which time a line asks about; undefined where it names none. */
export function momentIn(text: string, hours: OpeningHours, now: WallMinute): Moment | 'now' | undefined {
  const plain = plainText(text);
  const when = (whenIn(text) ?? '').toLowerCase();
  const said = `${plain} ${when}`;
  const today = Math.floor(now / DAY);
  const day = specialDay(plain, hours, today) ?? dateIn(said, today) ?? nearDay(when, today);
  const minute = minuteIn(said);
  if (day !== undefined) return { day, minute };
  if (minute !== undefined) return { day: today, minute };
  return NOW.test(plain) ? 'now' : undefined;
}

function nearDay(when: string, today: number): number | undefined {
  if (when.includes('day after tomorrow')) return today + 2;
  if (when.includes('tomorrow')) return today + 1;
  if (/today|tonight/u.test(when)) return today;
  const named = DAY_NAMES.findIndex((name) => when.includes(name.toLowerCase()));
  return named === -1 ? undefined : today + ((named - weekdayOf(today) + 7) % 7);
}

/** "25th December", this year or the next. */
function dateIn(said: string, today: number): number | undefined {
  const [, first, second] = DAY_AND_MONTH.exec(said) ?? [];
  const [, month = second, day = first] = MONTH_AND_DAY.exec(said) ?? [];
  if (month === undefined || day === undefined) return undefined;
  const index = MONTH_NAMES.findIndex((name) => name.toLowerCase() === month);
  const year = new Date(today * DAY * 60_000).getUTCFullYear();
  return [year, year + 1]
    .map((one) => Date.UTC(one, index, Number(day)) / 60_000 / DAY)
    .find((date) => date >= today);
}

/** A holiday by its name. */
function specialDay(plain: string, { exceptions }: OpeningHours, today: number): number | undefined {
  const named = exceptions.find(
    ({ name, date }) => name !== null && dayOf(date) >= today && namesIt(plain, plainText(name)),
  );
  return named && dayOf(named.date);
}

const namesIt = (plain: string, name: string): boolean =>
  (name.length > 2 && plain.includes(name)) ||
  name.split(' ').some((word) => word.length > 4 && word !== 'holiday' && plain.includes(word));

/** An hour that may be one of the morning or of the evening is none. */
function minuteIn(said: string): number | undefined {
  const [, hour, past = '0', half] = CLOCK.exec(said) ?? [];
  if (hour !== undefined) return inDay((Number(hour) % 12) + (half === 'p' ? 12 : 0), Number(past));
  if (/\bmidnight\b/u.test(said)) return undefined;
  if (/\b(?:noon|midday)\b/u.test(said)) return DAY / 2;
  const [, exact, minutes = '0', after, baje] = CLOCK_ALONE.exec(said) ?? [];
  const shown = Number(exact ?? after ?? baje);
  if (Number.isNaN(shown)) return undefined;
  if (shown > 12) return inDay(shown, Number(minutes));
  if (LATE.test(said)) return inDay((shown % 12) + 12, Number(minutes));
  return EARLY.test(said) ? inDay(shown % 12, Number(minutes)) : undefined;
}

const inDay = (hour: number, minute: number): number | undefined =>
  hour < 24 && minute < 60 ? hour * 60 + minute : undefined;
