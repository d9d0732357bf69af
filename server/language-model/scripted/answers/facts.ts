import type { PersonaFacts } from '../../briefing.ts';
import { statementsIn } from './statements.ts';
import { termsOf } from './terms.ts';

export type Subject = 'OPENING_HOURS' | 'PRICING' | 'LOCATION';

/** Something that callers may be told. */
export type Fact = { text: string; terms: ReadonlySet<string>; subjects: ReadonlySet<Subject> };

const MOST_FACTS = 300;
const LONGEST = 400;
/** A longer line is many facts. */
const ONE_FACT = 220;

/** Says what follows, and nothing itself. */
const IS_HEADING = /^\s*#|[:：]\s*$/u;

const SUBJECTS: Readonly<Record<Subject, RegExp>> = {
  PRICING:
    /₹|\b(rs\.?|inr|rupees?)\b|\d\/-|\b(fees?|costs?|prices?|charges?|charged|free of)\b|\bis free\b/iu,
  OPENING_HOURS:
    /\b(open|opens|closed|closes|timings?|visiting hours|working hours|opening hours|office hours|round the clock|24 ?x ?7|24 hours)\b|\d ?(am|pm|a\.m|p\.m)\b|\b\d{1,2}:\d{2}\b|\b(mon|tues|wednes|thurs|fri|satur|sun)days?\b/iu,
  LOCATION:
    /\b(road|street|address|located|location|opposite|near|behind|beside|nagar|parking|landmark|metro|railway|lane|avenue|sector|chowk|circle|marg|colony|cross|floor|pin ?code|directions?|bus stop|branch|branches)\b|\b\d{6}\b/iu,
};

const remembered = new Map<string, readonly Fact[]>();
const MOST_REMEMBERED = 200;

/**
 * What a persona's callers may be told, best first: its facts, and after them the statements that its instructions
 * hold (scripted-statements.ts). Remembered by their text, since every reply asks for them.
 */
export function factsOf({
  facts,
  instructions,
}: Pick<PersonaFacts, 'facts' | 'instructions'>): readonly Fact[] {
  const key = JSON.stringify([facts, instructions]);
  const known = remembered.get(key);
  if (known) return known;
  const read = [...linesOf(facts), ...statementsIn(instructions)].slice(0, MOST_FACTS).map(readFact);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(key, read);
  return read;
}

function linesOf(facts: string): string[] {
  return facts
    .toWellFormed()
    .split(/\r?\n/u)
    .slice(0, MOST_FACTS)
    .filter((line) => !IS_HEADING.test(line))
    .flatMap((line) =>
      line.length > ONE_FACT ? line.split(/(?<=[.!?।])(?<!\b(?:dr|mr|mrs|ms|rs|no|st)\.)\s+/iu) : [line],
    )
    .map(spoken)
    .filter((line) => /[\p{L}\p{N}]{2}/u.test(line));
}

/** A line as a sentence: without what marks a list, and with a full stop. */
function spoken(line: string): string {
  const plain = line
    .replace(/[\p{Cc}\p{Cf}*_`#>|]+/gu, ' ')
    .replace(/^\s*(?:[-–—•+]|\d{1,2}[.)])\s+/u, '')
    .replace(/(\d)\s*\/-/gu, '$1')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, LONGEST)
    .toWellFormed();
  return plain === '' || /[.!?।]$/u.test(plain) ? plain : `${plain}.`;
}

function readFact(text: string): Fact {
  const subjects = (Object.keys(SUBJECTS) as Subject[]).filter((subject) => SUBJECTS[subject].test(text));
  return { text, terms: new Set(termsOf(text).map((term) => term.text)), subjects: new Set(subjects) };
}
