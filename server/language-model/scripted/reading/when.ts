import { plainText } from '../../../understanding/text/spellings.ts';

/** What a word says of time, in English. */
const words: ReadonlyMap<string, string> = new Map(
  (
    [
      [
        'today tonight tomorrow weekend weekday morning afternoon evening night noon anytime whenever asap',
        '',
      ],
      ['monday tuesday wednesday thursday friday saturday sunday', ''],
      ['mondays tuesdays wednesdays thursdays fridays saturdays sundays', ''],
      ['january february march april june july august september october november december', ''],
      ['aaj आज', 'today'],
      ['kal कल', 'tomorrow'],
      ['parso parson परसों', 'the day after tomorrow'],
      ['subah सुबह savere', 'morning'],
      ['dopahar dopeher दोपहर', 'afternoon'],
      ['shaam sham शाम', 'evening'],
      ['raat रात', 'night'],
      ['somvar somwar सोमवार', 'monday'],
      ['mangalvar mangalwar मंगलवार', 'tuesday'],
      ['budhvar budhwar बुधवार', 'wednesday'],
      ['guruvar guruwar गुरुवार', 'thursday'],
      ['shukravar shukrawar शुक्रवार', 'friday'],
      ['shanivar shaniwar शनिवार', 'saturday'],
      ['ravivar raviwar itvar itwar रविवार इतवार संडे', 'sunday'],
      ['मंडे', 'monday'],
    ] as const
  ).flatMap(([spellings, english]) =>
    spellings.split(' ').map((spelling) => [spelling, english || spelling] as const),
  ),
);

const CAPITAL =
  /^(mon|tues|wednes|thurs|fri|satur|sun)days?$|^(january|february|march|april|june|july|august|september|october|november|december)$/;
const NUMBER =
  /^(\d{1,2}([:.]\d{2})?|\d{1,2}(st|nd|rd|th)|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|ek|do|teen|char|paanch|panch|chhe|saat|aath|nau|das|gyarah|barah)$/u;
const CLOCK = /^(\d{1,2}([:.]\d{2})?\s?[ap]\.?m\.?|\d{1,2}:\d{2}|\d{1,2}(st|nd|rd|th))$/u;
const AFTER_A_NUMBER: ReadonlyMap<string, string> = new Map([
  ['am', 'am'],
  ['pm', 'pm'],
  ['a.m', 'am'],
  ['p.m', 'pm'],
  ["o'clock", "o'clock"],
  ['oclock', "o'clock"],
  ['baje', "o'clock"],
  ['बजे', "o'clock"],
  ['may', 'May'],
]);
const BEFORE_A_NUMBER = new Set(['at', 'around', 'by', 'after', 'before', 'between', 'past', 'about']);
/** Kept between two words of time, or before the first. */
const JOINS = new Set(
  'at around by after before between past and or to till until this next coming in on the of half quarter early late from week'.split(
    ' ',
  ),
);
const LEADS = new Set(
  'this next coming after before around early late agle agla agli half quarter past between by'.split(' '),
);
const DROPPED_BETWEEN = new Set('ko ke ka ki se ya aur को के का की से या'.split(' '));
/** "Since yesterday morning" is no wish, and neither is "good morning". */
const NOT_BEFORE = new Set('since last every from good yesterday each'.split(' '));
const HINDI_NUMBERS: Readonly<Record<string, string>> = {
  ek: '1',
  do: '2',
  teen: '3',
  char: '4',
  paanch: '5',
  panch: '5',
  chhe: '6',
  saat: '7',
  aath: '8',
  nau: '9',
  das: '10',
  gyarah: '11',
  barah: '12',
};
const AT_ANY_TIME =
  /\b(as soon as possible|any ?time|any ?day|whenever|earliest|kabhi bhi|jaldi se jaldi)\b/u;

/**
 * The day and time that a caller names, in English: "kal subah 10 baje" is "tomorrow morning 10 o'clock".
 * @param isAsked whether they were just asked for one, so that "five" alone is a time
 */
export function whenIn(text: string, isAsked = false): string | undefined {
  const plain = plainText(text).replace(/\b(the )?day after tomorrow\b/gu, 'parso');
  const tokens =
    plain.match(
      /\d{1,2}[:.]\d{2}\s?[ap]\.?m\b|\d{1,2}\s?[ap]\.?m\b|\d{1,2}[:.]\d{2}|[\p{L}\p{M}\p{N}']+/gu,
    ) ?? [];
  const kinds = tokens.map((_, index) => isTime(tokens, index, isAsked));
  const first = kinds.findIndex((isOne, index) => isOne && !NOT_BEFORE.has(tokens[index - 1] ?? ''));
  if (first === -1) return AT_ANY_TIME.exec(plain)?.[0];
  let from = first;
  while (from > 0 && LEADS.has(tokens[from - 1] ?? '')) from -= 1;
  let to = first;
  for (let index = first + 1; index <= to + 3 && index < tokens.length; index += 1) {
    const between = tokens.slice(to + 1, index);
    if (kinds[index] && between.every((word) => JOINS.has(word) || DROPPED_BETWEEN.has(word))) to = index;
  }
  if (tokens.slice(to + 1, to + 2).some((word) => word === 'se' || word === 'से')) return undefined;
  return tokens
    .slice(from, to + 1)
    .filter((word) => !DROPPED_BETWEEN.has(word))
    .map(english)
    .join(' ')
    .slice(0, 80);
}

function isTime(tokens: readonly string[], index: number, isAsked: boolean): boolean {
  const word = tokens[index] ?? '';
  const before = tokens[index - 1] ?? '';
  const after = tokens[index + 1] ?? '';
  if (words.has(word) || CLOCK.test(word)) return true;
  if ((word === 'week' || word === 'month') && /^(this|next|coming)$/u.test(before)) return true;
  if (AFTER_A_NUMBER.has(word)) return NUMBER.test(before);
  if (!NUMBER.test(word)) return false;
  if (
    /^(hours?|weeks?|days?|months?|years?|minutes?|children|kids|people|din|ghante|mahine|saal)$/u.test(after)
  )
    return false;
  if (before === 'for') return false;
  const isBesideTime =
    words.has(before) || (/^\d/u.test(word) && words.has(after)) || before === 'ko' || before === 'at';
  return isAsked || AFTER_A_NUMBER.has(after) || BEFORE_A_NUMBER.has(before) || isBesideTime;
}

function english(word: string): string {
  const known =
    AFTER_A_NUMBER.get(word) ??
    (/^agl[aei]$/u.test(word) ? 'next' : undefined) ??
    words.get(word) ??
    HINDI_NUMBERS[word] ??
    word;
  return CAPITAL.test(known)
    ? known.charAt(0).toUpperCase() + known.slice(1)
    : known.replace(/(\d)\s?([ap])\.?m$/u, '$1 $2m');
}

const NAMES_A_DAY =
  /day\b|\b(?:tomorrow|week|month|january|february|march|april|may|june|july|august|september|october|november|december)\b|\d(?:st|nd|rd|th)\b/iu;

/** What is known of the time once more is said: "Wednesday", and then "morning". */
export function togetherWith(before: string | undefined, more: string | undefined): string | undefined {
  if (before === undefined || more === undefined) return more ?? before;
  const isMoreOfIt =
    !NAMES_A_DAY.test(more) && NAMES_A_DAY.test(before) && !/\d|morning|evening|noon|night/iu.test(before);
  return isMoreOfIt ? `${before} ${/^\d/u.test(more) ? 'at ' : ''}${more}` : more;
}
