import { type ClosingKind, closingWords, talkedAbout } from './closing-words.ts';
import { isWord, tokensOf } from './text/clauses.ts';
import { closingText, OF_A_FAREWELL } from './text/spellings.ts';

/** What was found at the end of what was said, and how many words it takes. */
type Phrase = { kind: ClosingKind; length: number };
type Pattern = readonly { spellings: readonly string[]; mayBeMissing: boolean }[];

const patterns: readonly { kind: ClosingKind; pattern: Pattern }[] = (
  Object.keys(closingWords) as ClosingKind[]
).flatMap((kind) =>
  closingWords[kind].map((phrase) => ({
    kind,
    pattern: phrase.split(' ').map((word) => ({
      spellings: word.replace('?', '').split('|'),
      mayBeMissing: word.endsWith('?'),
    })),
  })),
);

/** Stands in a row of words for whatever parts clauses. */
const PAUSE = ',';

/**
 * Whether these words of the caller end the call: a goodbye at their end, or nothing but words of parting. A wrong
 * no costs one more reply, which may say goodbye itself; a wrong yes hangs up on somebody.
 */
export function callerSaysGoodbye(spoken: string): boolean {
  const words = spoken.trimEnd();
  if (isQuestion(words)) return false;
  const said = wordsOf(words);
  const kinds = new Set<ClosingKind>();
  for (;;) {
    while (said.at(-1) === PAUSE) said.pop();
    const phrase = phraseAtEnd(said);
    if (!phrase) break;
    kinds.add(phrase.kind);
    said.length -= phrase.length;
    if (phrase.kind === 'goodbye' && phraseAtEnd(said)?.kind !== 'goodbye')
      return !talkedAbout.has(said.at(-1) ?? '');
  }
  const isAll = said.length === 0 && words.length <= OF_A_FAREWELL.end;
  return isAll && (kinds.has('parting') || (kinds.has('done') && kinds.has('thanks')));
}

/**
 * Whether the agent's reply ends the call: one of its last sentences takes leave, and nothing is asked after it. The
 * model is told to say goodbye only then.
 */
export function agentSaysGoodbye(sentences: readonly string[]): boolean {
  for (const sentence of sentences.slice(-3).reverse()) {
    if (isQuestion(sentence)) return false;
    if (takesLeave(sentence)) return true;
  }
  return false;
}

const LEAVE = new Set(['goodbye', 'bye', 'byebye', 'alvida', 'अलविदा', 'गुडबाय', 'बाय']);
const GOES_ON_TAKING_LEAVE = new Set(['and', 'for', 'then', 'now', 'from', 'until', 'till']);
/** As in "Goodbye, Mr. Sharma". */
const LONGEST_ADDRESS = 2;

function takesLeave(sentence: string): boolean {
  const said = wordsOf(sentence);
  return said.some((word, index) => {
    if (!LEAVE.has(word) || talkedAbout.has(said[index - 1] ?? '')) return false;
    const after = said.slice(index + 1, index + LONGEST_ADDRESS + 2);
    if (after[0] === 'to') return false;
    return (
      GOES_ON_TAKING_LEAVE.has(after[0] ?? '') || after.length <= LONGEST_ADDRESS || after.includes(PAUSE)
    );
  });
}

const isQuestion = (text: string): boolean => /\?["'”’)\s]*$/u.test(text.slice(-20));

/** The words of a text as closing-words.ts writes them, with pauses between clauses. */
const wordsOf = (text: string): string[] =>
  tokensOf(closingText(text)).map((token) => (isWord(token) ? token : PAUSE));

/** The longest of closing-words.ts that these words end with. */
function phraseAtEnd(said: readonly string[]): Phrase | undefined {
  let longest: Phrase | undefined;
  for (const { kind, pattern } of patterns) {
    const length = lengthAtEnd(said, said.length, pattern);
    if (length !== undefined && length > (longest?.length ?? 0)) longest = { kind, length };
  }
  return longest;
}

/** How many of the words before `end` the pattern takes; undefined where it doesn't fit. */
function lengthAtEnd(said: readonly string[], end: number, pattern: Pattern): number | undefined {
  const last = pattern.at(-1);
  if (!last) return 0;
  const before = pattern.slice(0, -1);
  const taken = last.spellings.includes(said[end - 1] ?? '') ? lengthAtEnd(said, end - 1, before) : undefined;
  if (taken !== undefined) return taken + 1;
  return last.mayBeMissing ? lengthAtEnd(said, end, before) : undefined;
}
