import { languages } from '../phrases/languages.ts';
import { endOfMatch } from '../phrases/match.ts';
import type { Phrase, Said } from '../phrases/phrase.ts';
import { phraseBook, possibleIn } from '../phrases/phrase-book.ts';
import { feltUsage } from './felt-clauses.ts';
import { idioms } from './lexicon.ts';

/** A word of a clause; or a remark that was found in it, which has a worth of its own. */
export type Part = Said & { worth?: number };

/** What is found first, is taken: "no complaints" is praise before it can be a complaint. */
const ORDER = ['courtesies', 'bareThanks', 'praise', 'complaints'] as const;

const sources = ORDER.flatMap((kind) =>
  languages.flatMap(({ folder, remarks }) =>
    remarks[kind].map(({ worth, said }) => ({
      file: `phrases/${folder}/${kind === 'bareThanks' ? 'courtesies' : kind}.ts`,
      phrases: said,
      worth,
    })),
  ),
);
const book = phraseBook(sources, feltUsage);
const worths = new Map(
  sources
    .flatMap(({ phrases, worth }) => phrases.map(() => worth))
    .map((worth, order) => [book.phrases[order], worth]),
);

/** The words of a clause, with each remark as one part, and each idiom as one word. */
export function partsOf(words: readonly string[]): Part[] {
  const said: Part[] = words.map(saidAs);
  const withRemarks = possibleIn(book, said).reduce((parts, phrase) => {
    const worth = worths.get(phrase) ?? 0;
    return replaced(parts, phrase, () => ({ ...saidAs(REMARK), worth }));
  }, said);
  return replaced(withRemarks, idioms, (parts) => saidAs(parts.map(({ text }) => text).join('_')));
}

/** Is no word, so no phrase asks for it; but it may stand where a phrase leaves something out. */
const REMARK = '=';
const saidAs = (text: string): Said => ({ text, lemma: text, isNegated: false });

/** The same parts, with one in the place of those that the phrase takes, wherever it stands. */
function replaced(parts: Part[], phrase: Phrase, one: (taken: readonly Part[]) => Part): Part[] {
  const result: Part[] = [];
  let at = 0;
  for (const [start, part] of parts.entries()) {
    if (start < at) continue;
    const end = endOfMatch(phrase, parts, start);
    result.push(end === undefined ? part : one(parts.slice(start, end)));
    at = end ?? start + 1;
  }
  return result;
}
