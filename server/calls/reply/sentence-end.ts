import { MAX_SENTENCE } from '../budgets.ts';

/** Where a sentence may end: after its marks and what closes around them, or with the line. */
const CANDIDATE = /(?<![.!?।॥…۔؟])[.!?।॥…۔؟]+["'”’)\]*_`]*(?=\s)|[\n\r\u{2028}\u{2029}]/gu;
const LINE_BREAK = /[\n\r\u{2028}\u{2029}]/u;

const LEADS_ON = /(?:^|\P{L})(?:dr|mr|mrs|ms|prof|st|smt|shri|sri|rs|inr|pvt|vs|dept|govt|e\.g|i\.e)\.$/iu;
const INITIAL = /(?:^|[^\p{L}\p{M}])\p{Lu}\.$/u;
const BEFORE_A_NUMBER =
  /(?:^|\P{L})(?:nos?|tel|ph|mob|extn?|approx|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.$/iu;
const MAYBE_MID_SENTENCE =
  /(?:\.\.|…)["'”’)]*$|(?:^|\P{L})(?:a\.m|p\.m|etc|inc|ltd|co|jr|sr|rd|ave|mins?|hrs?|km|kg|mg|ml|mon|tues?|wed|thurs?|fri|sat|sun)\.$/iu;

/** What the text after a full stop says about it. */
type Verdict = 'ends' | 'goes on' | 'not known yet';

/**
 * Where the first sentence of `text` ends, or undefined while it may still go on. The answer is final: no text that
 * follows changes it. Sentences longer than a caller can be asked to listen to end where one can breathe.
 * @param from where to look from: what stands before is no part of a sentence
 */
export function endOfSentence(text: string, from = 0): number | undefined {
  // Nothing beyond is looked at, so that it doesn't matter how much of it has come.
  const window = text.slice(0, MAX_SENTENCE + 1);
  for (const { index, 0: mark } of window.matchAll(CANDIDATE)) {
    if (index < from) continue;
    if (LINE_BREAK.test(mark)) return index;
    const end = index + mark.length;
    const verdict = judge(window.slice(from, end), window.slice(end));
    if (verdict === 'not known yet' && text.length <= MAX_SENTENCE) return undefined;
    if (verdict !== 'goes on') return end;
  }
  return text.length > MAX_SENTENCE ? breathAt(text) : undefined;
}

function judge(sentence: string, after: string): Verdict {
  if (LEADS_ON.test(sentence) || INITIAL.test(sentence)) return 'goes on';
  const goesOnBefore = BEFORE_A_NUMBER.test(sentence)
    ? /^[\d+#]/u
    : MAYBE_MID_SENTENCE.test(sentence)
      ? /^\p{Ll}/u
      : undefined;
  if (!goesOnBefore) return 'ends';
  const next = after.trimStart();
  if (LINE_BREAK.test(after.slice(0, after.length - next.length))) return 'ends';
  // Half a character tells nothing either.
  if (/^[\uD800-\uDBFF]?$/.test(next)) return 'not known yet';
  return goesOnBefore.test(next) ? 'goes on' : 'ends';
}

/** The best place to breathe within the longest sentence allowed: after a clause, else between words, else anywhere. */
export function breathAt(text: string): number {
  const window = text.slice(0, MAX_SENTENCE);
  const clause = Math.max(...[', ', '; ', ': '].map((mark) => window.lastIndexOf(mark)));
  if (clause > MAX_SENTENCE / 3) return clause + 1;
  const space = text.slice(0, MAX_SENTENCE + 1).search(/\s\S*$/u);
  if (space > MAX_SENTENCE / 3) return space;
  // Never between the halves of a surrogate pair.
  return /[\uD800-\uDBFF]$/.test(window) ? MAX_SENTENCE - 1 : MAX_SENTENCE;
}
