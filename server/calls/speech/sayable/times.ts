import { type Rule, TO, type Tongue, to } from './rule.ts';

const HALF = '(am|pm|a\\.m\\.|p\\.m\\.|a\\.m(?![\\p{L}.])|p\\.m(?![\\p{L}.]))(?![\\p{L}\\p{N}])';
const CLOCK = `(\\d{1,2})[:.](\\d{2})(?![\\d:]|\\.\\d)(?:\\s?${HALF})?`;
const HOUR = `(\\d{1,2})\\s?${HALF}`;
const BAJE = '(?:\\s?बजे)?';
const DAY_PART = /(?:सुबह|सवेरे|दोपहर|शाम|रात)(?: के| को)?\s?$/u;

type Half = 'am' | 'pm' | undefined;

const halfOf = (text: string | undefined): Half =>
  text === undefined ? undefined : text.toLowerCase().startsWith('a') ? 'am' : 'pm';

const timeOf = (hour: number, minute: number, half: Half) => {
  const isTime = minute < 60 && (half ? hour >= 1 && hour <= 12 : hour <= 23);
  if (!isTime) return undefined;
  if (half || (hour >= 1 && hour <= 12)) return { hour, minute, half };
  return { hour: hour % 12 || 12, minute, half: hour < 12 ? ('am' as const) : ('pm' as const) };
};
type Time = NonNullable<ReturnType<typeof timeOf>>;

function english({ hour, minute, half }: Time): string {
  if (minute === 0 && half === undefined) return `${hour} o'clock`;
  if (minute === 0 && hour === 12) return half === 'am' ? '12 midnight' : '12 noon';
  const minutes = minute === 0 ? '' : minute < 10 ? ` oh ${minute}` : ` ${minute}`;
  return `${hour}${minutes}${half ? ` ${half}` : ''}`;
}

function partOfDay({ hour, half }: Time): string {
  if (half === undefined) return '';
  const at = (hour % 12) + (half === 'pm' ? 12 : 0);
  if (at < 4 || at >= 20) return 'रात ';
  if (at < 12) return 'सुबह ';
  return at < 16 ? 'दोपहर ' : 'शाम ';
}

/** As Hindi tells the time: सवा 5, साढ़े 5, पौने 6. */
function hindi(time: Time, isPartSaid: boolean): string {
  const { hour, minute } = time;
  const part = isPartSaid ? '' : partOfDay(time);
  if (minute === 0) return `${part}${hour} बजे`;
  if (minute === 15) return `${part}सवा ${hour} बजे`;
  if (minute === 30) return `${part}${hour === 1 ? 'डेढ़' : hour === 2 ? 'ढाई' : `साढ़े ${hour}`} बजे`;
  if (minute === 45) return `${part}${hour === 12 ? 'पौन' : `पौने ${hour + 1}`} बजे`;
  return `${part}${hour} बजकर ${minute} मिनट`;
}

const said = (time: Time | undefined, tongue: Tongue, before: string): string | undefined =>
  time && (tongue === 'hi' ? hindi(time, DAY_PART.test(before)) : english(time));

const clock: Rule = {
  pattern: new RegExp(`${CLOCK}${BAJE}`, 'iuy'),
  say([all, hour, minute, half], tongue, before) {
    // "9.30" alone may be an amount.
    if (!all.includes(':') && half === undefined && !all.endsWith('बजे')) return undefined;
    return said(timeOf(Number(hour), Number(minute), halfOf(half)), tongue, before);
  },
};

const hourAlone: Rule = {
  pattern: new RegExp(HOUR, 'iuy'),
  say([, hour, half], tongue, before) {
    const time = timeOf(Number(hour), 0, halfOf(half));
    // English hears "9 am" as it stands.
    return tongue === 'hi' || !time ? said(time, tongue, before) : `${hour} ${halfOf(half)}`;
  },
};

const END = `(\\d{1,2})(?:[:.](\\d{2})(?![\\d:]))?(?:\\s?${HALF})?`;

/** "9:00–17:00", "9 am - 5 pm", "9–5 pm". */
const hours: Rule = {
  pattern: new RegExp(`${END}${TO}${END}(?![\\d:/]|-\\d)(\\s?बजे)?`, 'iuy'),
  say([all, hour1, minute1, half1, hour2, minute2, half2], tongue, before) {
    if (!(half1 || half2 || all.includes(':'))) return undefined;
    const first = timeOf(Number(hour1), Number(minute1 ?? 0), halfOf(half1));
    const last = timeOf(Number(hour2), Number(minute2 ?? 0), halfOf(half2));
    if (!first || !last) return undefined;
    if (tongue === 'hi') {
      const from = hindi(first, DAY_PART.test(before));
      return to(
        minute1 && Number(minute1) % 15 !== 0 ? from : from.replace(/ बजे$/u, ''),
        hindi(last, false),
        tongue,
      );
    }
    const from =
      half1 === undefined && first.minute === 0 && first.half === undefined
        ? `${first.hour}`
        : english(first);
    return to(from, english(last), tongue);
  },
};

/** Times of day, and from when until when. */
export const times: readonly Rule[] = [hours, clock, hourAlone];
