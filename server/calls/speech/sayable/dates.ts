import { type Rule, TO, type Tongue, to } from './rule.ts';

const MONTHS = {
  en: 'January February March April May June July August September October November December'.split(' '),
  hi: 'जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर'.split(' '),
} as const;
const DAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');
const SHORT = 'Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec';
const AFTER = '(?![\\d\\p{L}]|[-/.,:]\\d)';
const DAY = '(Mon|Tues?|Wed|Thu|Thurs|Fri|Sat|Sun)(?:day|nesday|rsday|urday|sday)?';
const HINDI_DAY = '((?:सोम|मंगल|बुध|गुरु|गुरू|बृहस्पति|शुक्र|शनि|रवि|इत)वार)';

function date(year: number, month: number, day: number, tongue: Tongue): string | undefined {
  const at = new Date(Date.UTC(year, month - 1, day));
  const isDate = at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return isDate && year >= 1900 && year < 2200 ? `${day} ${MONTHS[tongue][month - 1]} ${year}` : undefined;
}

const iso: Rule = {
  pattern: new RegExp(`(\\d{4})-(\\d{2})-(\\d{2})${AFTER}`, 'uy'),
  say: ([, year, month, day], tongue) => date(Number(year), Number(month), Number(day), tongue),
};

/** Day, month and year, as India writes them. */
const numeric: Rule = {
  pattern: new RegExp(`(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})${AFTER}`, 'uy'),
  say([, day, mark, month, year = ''], tongue) {
    // "1.2.26" is a version as well.
    if (mark === '.' && year.length === 2) return undefined;
    return date(Number(year) + (year.length === 2 ? 2000 : 0), Number(month), Number(day), tongue);
  },
};

const monthOf = (short: string): number =>
  MONTHS.en.findIndex((name) => name.toLowerCase().startsWith(short.slice(0, 3).toLowerCase()));

/** "24 Nov", with the year or without. */
const shortMonth: Rule = {
  pattern: new RegExp(
    `(\\d{1,2}(?:st|nd|rd|th)?)[ -](${SHORT})(?:\\.(?=,?\\s\\S))?(?:[ -](\\d{4}))?(?![-\\p{L}\\d])`,
    'iuy',
  ),
  say([, day = '', short = '', year], tongue) {
    const count = Number.parseInt(day, 10);
    if (count < 1 || count > 31) return undefined;
    return [day, MONTHS[tongue][monthOf(short)], year].filter(Boolean).join(' ');
  },
};

const days: Rule = {
  pattern: new RegExp(`${DAY}\\.?${TO}${DAY}(?![-\\p{L}\\d])`, 'iuy'),
  say([, from = '', until = ''], tongue) {
    const [first, last] = [from, until].map((short) =>
      DAYS.find((name) => name.toLowerCase().startsWith(short.toLowerCase())),
    );
    return first && last && to(first, last, tongue);
  },
};

const hindiDays: Rule = {
  pattern: new RegExp(`${HINDI_DAY}${TO}${HINDI_DAY}(?![-\\p{L}\\p{M}\\d])`, 'uy'),
  say: ([, from = '', until = '']) => to(from, until, 'hi'),
};

/** Dates, and days of the week from one to another. */
export const dates: readonly Rule[] = [iso, numeric, shortMonth, days, hindiDays];

/** "10-15 minutes": not where a place or a thing is numbered so. */
export const range: Rule = {
  pattern: new RegExp(
    `(\\d{1,4}(?:\\.\\d{1,2})?)(?:[-–—]|\\s[–—]\\s)(\\d{1,4}(?:\\.\\d{1,2})?)${AFTER}`,
    'uy',
  ),
  say([all, from = '', until = ''], tongue, before) {
    const isNumbered =
      /(?:\b(?:flat|house|plot|room|no|nos|number|door|shop|sector|block|unit|form|rule|section|phase|gate|code)\.?|#|नंबर|सेक्टर|फ्लैट)\s?$/iu.test(
        before,
      );
    return isNumbered || /^(?:24.7|0\d)/u.test(all) ? undefined : to(from, until, tongue);
  },
};
