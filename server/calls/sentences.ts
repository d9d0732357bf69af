import { MAX_SENTENCE } from './budgets.ts';

/** Words whose full stop doesn't end a sentence. */
const ABBREVIATIONS =
  /(^|[\s(])(dr|mr|mrs|ms|prof|st|no|nos|rs|inr|vs|approx|ext|e\.g|i\.e|a\.m|p\.m|dept|govt|jr|sr|smt|shri)\.$/iu;
const LIST_NUMBER = /^\s*\d{1,2}\.$/u;
const INITIAL = /(^|[\s.])\p{Lu}\.$/u;
const SENTENCE_END = /[.!?।…]+["'”’)\]]*(?=\s)|\n+/gu;

/**
 * Cuts a stream of text into sentences as they complete, fit for speech: no markdown, none longer than 300
 * characters. Feed it with `push`, and take what is left with `rest`.
 */
export class SentenceSplitter {
  #pending = '';

  /** @returns the sentences that this piece completed, in order */
  push(piece: string): string[] {
    this.#pending += piece;
    const sentences: string[] = [];
    for (;;) {
      const end = endOfSentence(this.#pending);
      if (end === undefined) return sentences;
      sentences.push(...spoken(this.#pending.slice(0, end)));
      this.#pending = this.#pending.slice(end).trimStart();
    }
  }

  /** What came after the last full sentence. */
  rest(): string[] {
    const left = this.#pending;
    this.#pending = '';
    return spoken(left);
  }
}

/** Where the first sentence ends, or undefined while it may still go on. */
function endOfSentence(text: string): number | undefined {
  for (const match of text.matchAll(SENTENCE_END)) {
    const end = match.index + match[0].length;
    const sentence = text.slice(0, end);
    if (match[0].startsWith('\n')) return end;
    if (ABBREVIATIONS.test(sentence) || INITIAL.test(sentence) || LIST_NUMBER.test(sentence)) continue;
    return end;
  }
  return text.length > MAX_SENTENCE ? breathAt(text) : undefined;
}

/** The best place to breathe within the longest sentence allowed: after a clause, else between words, else anywhere. */
function breathAt(text: string): number {
  const window = text.slice(0, MAX_SENTENCE);
  const clause = Math.max(window.lastIndexOf(', '), window.lastIndexOf('; '), window.lastIndexOf(': '));
  if (clause > MAX_SENTENCE / 3) return clause + 1;
  const space = window.lastIndexOf(' ');
  if (space > MAX_SENTENCE / 3) return space;
  // Never between the halves of a surrogate pair.
  return /[\uD800-\uDBFF]$/.test(window) ? MAX_SENTENCE - 1 : MAX_SENTENCE;
}

/** One sentence without what only makes sense on paper; empty where nothing is left to say. */
function spoken(sentence: string): string[] {
  const plain = sentence
    .replace(/!?\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replace(/^\s*(?:[-*•+]|\d{1,2}[.)])\s+/u, '')
    .replace(/^\s*#{1,6}\s+/u, '')
    .replace(/[*_`~#>|]+/gu, (mark) => (mark === '#' ? 'number ' : ' '))
    .replace(/\s+/gu, ' ')
    .trim();
  if (!/[\p{L}\p{N}]/u.test(plain)) return [];
  const parts: string[] = [];
  let left = plain;
  while (left.length > MAX_SENTENCE) {
    const breath = breathAt(left);
    parts.push(left.slice(0, breath).trim());
    left = left.slice(breath).trim();
  }
  return left ? [...parts, left] : parts;
}
