import { type Rule, TO, type Tongue, to } from './rule.ts';

const WORDS = {
  en: { crore: 'crore', lakh: 'lakh', thousand: 'thousand', paise: 'paise', per: 'per' },
  hi: { crore: 'करोड़', lakh: 'लाख', thousand: 'हज़ार', paise: 'पैसे', per: 'प्रति' },
} as const;

const DIGITS = '\\d(?:\\d|,(?=\\d)){0,16}(?:\\.\\d{1,2})?(?!\\d|,\\d|\\.\\d)';
const SCALE = 'k|l|cr|lakhs?|lacs?|crores?|thousand|लाख|करोड़|हज़ार|हजार';
const RUPEES = 'rupees?|रुपये|रुपए|रुपया|/-';
const SIGN = '(?:₹|(?:Rs\\b\\.?|INR\\b|रु\\.?))\\s?';

const amount = new RegExp(
  `${SIGN}(${DIGITS})(?:${TO}(?:${SIGN})?(${DIGITS}))?(?:\\s?(${SCALE})(?![\\p{L}\\p{M}]))?(?:\\s?(?:${RUPEES})(?![\\p{L}\\p{M}]))?(?:/(month|day|visit|hour|person|night|year|week|kg|km|session)\\b)?(?![\\p{L}\\p{M}\\p{N}])`,
  'iuy',
);

/** What the short scales stand for. */
const SHORT: Readonly<Record<string, 'thousand' | 'lakh' | 'crore'>> = {
  k: 'thousand',
  l: 'lakh',
  cr: 'crore',
};

/** As Indians group digits, or as others do, or without groups. */
const GROUPED = /^(?:\d{1,12}|\d{1,2}(?:,\d{2}){0,4},\d{3}|\d{1,3}(?:,\d{3}){1,3})(?:\.\d{1,2})?$/u;

/** "₹1,50,000": 1 lakh 50 thousand rupees. */
export const money: Rule = {
  pattern: amount,
  say([, first = '', second, scale, per], tongue) {
    if (!GROUPED.test(first) || (second !== undefined && !GROUPED.test(second))) return undefined;
    const isScaled = scale !== undefined;
    const last = second ?? first;
    const tail = per ? ` ${WORDS[tongue].per} ${per}` : '';
    if (isScaled) {
      const range = second === undefined ? first : to(first, second, tongue);
      const short = SHORT[scale.toLowerCase()];
      return `${range} ${short ? WORDS[tongue][short] : scale} ${rupees(2, tongue)}${tail}`;
    }
    const until = inWords(last, tongue);
    if (second === undefined) return `${until}${tail}`;
    const from = /\./u.test(first) ? inWords(first, tongue) : wholeInWords(wholeOf(first), tongue);
    return `${to(from, until, tongue)}${tail}`;
  },
};

/** "1,50,000 rupees": without groups, voices read it well. */
export const countedMoney: Rule = {
  pattern: /(\d{1,3}(?:,\d{2,3}){1,4}(?:\.\d{1,2})?)\s?(?:rupees|रुपये|रुपए)(?![\p{L}\p{M}])/iuy,
  say: ([, digits = ''], tongue) => (GROUPED.test(digits) ? inWords(digits, tongue) : undefined),
};

const wholeOf = (digits: string): number => Number(digits.replaceAll(',', '').split('.')[0]);
const rupees = (count: number, tongue: Tongue): string =>
  tongue === 'hi' ? (count === 1 ? 'रुपया' : 'रुपये') : count === 1 ? 'rupee' : 'rupees';

function inWords(digits: string, tongue: Tongue): string {
  const whole = wholeOf(digits);
  const paise = Number((digits.split('.')[1] ?? '').padEnd(2, '0'));
  const said = `${wholeInWords(whole, tongue)} ${rupees(whole, tongue)}`;
  return paise ? `${said} ${paise} ${WORDS[tongue].paise}` : said;
}

/** 12345678 as "1 crore 23 lakh 45 thousand 678". */
function wholeInWords(whole: number, tongue: Tongue): string {
  const { crore, lakh, thousand } = WORDS[tongue];
  const parts: [count: number, name: string][] = [
    [Math.floor(whole / 10_000_000), crore],
    [Math.floor(whole / 100_000) % 100, lakh],
    [Math.floor(whole / 1_000) % 100, thousand],
    [whole % 1_000, ''],
  ];
  const said = parts.filter(([count]) => count > 0).map(([count, name]) => `${count} ${name}`.trim());
  return said.join(' ') || '0';
}
