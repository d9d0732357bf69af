import { endOfMatch } from './match.ts';
import { type Phrase, readPhrase, type Said, type Usage } from './phrase.ts';

/** Phrases of one data file; `file` is named when one of them is refused. */
export type Source = { file: string; phrases: readonly string[] };

/** Phrases, by the words with which they may begin. */
export type PhraseBook = {
  phrases: readonly Phrase[];
  byFirst: ReadonlyMap<string, readonly number[]>;
  /** Those that begin with a part of a word or a number, so that any word may be their first. */
  others: readonly number[];
};

/**
 * Reads phrases once, for all lines that will be said.
 * @throws Error that names the file and the phrase which can't be read, stands twice or could never be found
 */
export function phraseBook(sources: readonly Source[], usage: Usage): PhraseBook {
  const phrases: Phrase[] = [];
  const seen = new Set<string>();
  for (const { file, phrases: said } of sources) {
    for (const source of said) {
      phrases.push(
        checked(file, source, () => {
          if (seen.has(source)) throw new Error('stands twice');
          seen.add(source);
          return readPhrase(source, usage);
        }),
      );
    }
  }
  return { phrases, ...indexOf(phrases) };
}

/** Reads one entry of a data file, and says which it was when it is refused. */
export function checked<Entry>(file: string, entry: string, read: () => Entry): Entry {
  try {
    return read();
  } catch (error) {
    throw new Error(`${file}: "${entry}" ${error instanceof Error ? error.message : error}`, {
      cause: error,
    });
  }
}

/** The phrases that may stand in these words, in the book's order: their first words are there. */
export function possibleIn({ phrases, byFirst, others }: PhraseBook, words: readonly Said[]): Phrase[] {
  const possible = new Set(others);
  for (const { text, lemma } of words) {
    for (const order of byFirst.get(text) ?? []) possible.add(order);
    if (lemma !== text) for (const order of byFirst.get(lemma) ?? []) possible.add(order);
  }
  return [...possible].sort((a, b) => a - b).flatMap((order) => phrases[order] ?? []);
}

/** Whether one of the phrases stands anywhere in these words. */
export const standsIn = (book: PhraseBook, words: readonly Said[]): boolean =>
  possibleIn(book, words).some((phrase) =>
    words.some((_, at) => endOfMatch(phrase, words, at) !== undefined),
  );

function indexOf(phrases: readonly Phrase[]): Pick<PhraseBook, 'byFirst' | 'others'> {
  const byFirst = new Map<string, number[]>();
  const others: number[] = [];
  phrases.forEach((phrase, order) => {
    const firsts = firstTests(phrase);
    if (firsts.some(({ beginnings, isNumber }) => beginnings.length > 0 || isNumber)) others.push(order);
    for (const word of new Set(firsts.flatMap(({ whole }) => [...whole])))
      byFirst
        .set(word, byFirst.get(word) ?? [])
        .get(word)
        ?.push(order);
  });
  return { byFirst, others };
}

/** What the first word may be: of the steps up to the first that may not be missing. */
function firstTests({ steps }: Phrase) {
  const mandatory = steps.findIndex(({ mayBeMissing }) => !mayBeMissing);
  return steps
    .slice(0, mandatory + 1)
    .flatMap(({ word, rows }) => [word, ...rows.flatMap((row) => row.slice(0, 1))]);
}
