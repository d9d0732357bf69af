import type { Lexicon } from '../phrases/data.ts';
import { languages } from '../phrases/languages.ts';
import { checkWord, readPhrase } from '../phrases/phrase.ts';
import { checked } from '../phrases/phrase-book.ts';
import { feltUsage } from './felt-clauses.ts';

/** What words are worth, whole and by how they begin. */
type Valued = { whole: ReadonlyMap<string, number>; beginnings: ReadonlyMap<string, number> };

const MOST = 3;

/**
 * Reads lexicons.
 * @throws Error that names the file and the word which stands twice, could never be found or is worth too much
 */
export function readLexicons(lexicons: readonly { file: string; lexicon: Lexicon }[]): Valued {
  const values = new Map<string, number>();
  for (const { file, lexicon } of lexicons)
    for (const [worth, words] of lexicon)
      for (const word of words.trim().split(/\s+/u)) {
        checked(file, word, () => {
          checkWord(word, feltUsage);
          if (values.has(word)) throw new Error('stands twice');
          if (worth === 0 || Math.abs(worth) > MOST)
            throw new Error(`is worth ${worth}, and not −${MOST} to ${MOST}`);
        });
        values.set(word, worth);
      }
  const entries = [...values];
  return {
    whole: new Map(entries.filter(([word]) => !word.endsWith('*'))),
    beginnings: new Map(
      entries.filter(([word]) => word.endsWith('*')).map(([word, worth]) => [word.slice(0, -1), worth]),
    ),
  };
}

const { whole, beginnings } = readLexicons(
  languages.map(({ folder, lexicon }) => ({ file: `phrases/${folder}/lexicon.ts`, lexicon })),
);
const SHORTEST = Math.min(...[...beginnings.keys()].map((beginning) => beginning.length));

/** What is said in several words and means one: `fed_up` in the lexicon, "fed up" in a call. */
export const idioms = readPhrase([...whole.keys()].filter((word) => word.includes('_')).join('|'), feltUsage);

/** What a word by itself is worth, −3 to 3; 0 for most. */
export function worthOf(word: string): number {
  const exact = whole.get(word);
  if (exact !== undefined) return exact;
  for (let length = word.length; length >= SHORTEST; length -= 1) {
    const worth = beginnings.get(word.slice(0, length));
    if (worth !== undefined) return worth;
  }
  return 0;
}
