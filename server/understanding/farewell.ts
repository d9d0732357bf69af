import type { ClosingKind } from './phrases/data.ts';
import { languages, smallWords } from './phrases/languages.ts';
import { endOfMatch } from './phrases/match.ts';
import type { Said } from './phrases/phrase.ts';
import { phraseBook, possibleIn } from './phrases/phrase-book.ts';
import { isWord, tokensOf } from './text/clauses.ts';
import { closingText, OF_A_FAREWELL } from './text/spellings.ts';

/** What was found at the end of what was said, and how many words it takes. */
type Closing = { kind: ClosingKind; length: number };

const KINDS = ['goodbye', 'parting', 'done', 'thanks', 'courtesy'] as const satisfies readonly ClosingKind[];
const sources = KINDS.flatMap((kind) =>
  languages.map(({ folder, farewells }) => ({
    kind,
    file: `phrases/${folder}/farewells.ts`,
    phrases: farewells[kind],
  })),
);
const book = phraseBook(sources, {
  groups: {},
  written: closingText,
  knowsDenials: false,
  gapEndsAt: new Set(),
  isClosing: true,
});
const kinds = new Map(
  sources
    .flatMap(({ kind, phrases }) => phrases.map(() => kind))
    .map((kind, order) => [book.phrases[order], kind]),
);
/** As many words as the longest phrase takes. */
const LONGEST = Math.max(...book.phrases.map(({ mostWords }) => mostWords));
const TALKED_ABOUT = smallWords('talkedAbout');

const BEFORE_SUBJECT = smallWords('beforeSubject');
const SUBJECTS = smallWords('subjects');
const LEAVE_VERBS = smallWords('leaveVerbs');
/** How far before it what is kissed goodbye may stand. */
const LEAVE_VERB_REACH = 6;

/** Stands in a row of words for whatever parts clauses. */
const PAUSE = ',';

/**
 * Whether these words of the caller end the call: a goodbye at their end, or nothing but words of parting. A wrong
 * no costs one more reply, which may say goodbye itself; a wrong yes hangs up on the caller.
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
    if (phrase.kind === 'goodbye' && phraseAtEnd(said)?.kind !== 'goodbye') return !isTalkedAbout(said);
  }
  const isAll = said.length === 0 && words.length <= OF_A_FAREWELL.end;
  return isAll && (kinds.has('parting') || (kinds.has('done') && kinds.has('thanks')));
}

/** Whether a goodbye after these words isn't said, but spoken of, or is another word that was heard as it. */
function isTalkedAbout(before: readonly string[]): boolean {
  const kind = phraseAtEnd(before)?.kind;
  if (kind === 'thanks' || kind === 'done' || kind === 'parting') return false;
  const clause = before.slice(before.lastIndexOf(PAUSE) + 1).slice(-LEAVE_VERB_REACH);
  const last = clause.at(-1) ?? '';
  return (
    TALKED_ABOUT.has(last) ||
    (SUBJECTS.has(last) && BEFORE_SUBJECT.has(clause.at(-2) ?? '')) ||
    clause.some((word) => LEAVE_VERBS.has(word))
  );
}

/**
 * Whether the agent's reply ends the call: one of its last sentences takes leave, and nothing is asked after it. The
 * model is told to say goodbye only then.
 * @param businessName which may hold a goodbye of its own: "Bye Bye Pests"
 */
export function agentSaysGoodbye(sentences: readonly string[], businessName = ''): boolean {
  const name = businessName.trim();
  for (const said of sentences.slice(-3).reverse()) {
    const sentence = name ? said.replaceAll(name, 'us') : said;
    if (isQuestion(sentence)) return false;
    if (takesLeave(sentence)) return true;
  }
  return false;
}

const LEAVE = smallWords('leave');
const AFTER_LEAVE = smallWords('afterLeave');
/** As in "Goodbye, Mr. Sharma". */
const LONGEST_ADDRESS = 2;

function takesLeave(sentence: string): boolean {
  const said = wordsOf(sentence);
  return said.some((word, index) => {
    if (!LEAVE.has(word) || TALKED_ABOUT.has(said[index - 1] ?? '')) return false;
    const after = said.slice(index + 1, index + LONGEST_ADDRESS + 2);
    if (after[0] === 'to') return false;
    return AFTER_LEAVE.has(after[0] ?? '') || after.length <= LONGEST_ADDRESS || after.includes(PAUSE);
  });
}

const isQuestion = (text: string): boolean => /\?["'”’)\s]*$/u.test(text.slice(-20));

/** The words of a text as phrases/ writes them, with pauses between clauses. */
const wordsOf = (text: string): string[] =>
  tokensOf(closingText(text)).map((token) => (isWord(token) ? token : PAUSE));

/** The longest closing phrase that these words end with. */
function phraseAtEnd(said: readonly string[]): Closing | undefined {
  const words: Said[] = said.slice(-LONGEST).map((text) => ({ text, lemma: text, isNegated: false }));
  const possible = possibleIn(book, words);
  for (const at of words.keys()) {
    const phrase = possible.find((one) => endOfMatch(one, words, at) === words.length);
    const kind = phrase && kinds.get(phrase);
    if (kind) return { kind, length: words.length - at };
  }
  return undefined;
}
