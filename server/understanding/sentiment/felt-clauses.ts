import { groups, smallWords } from '../phrases/languages.ts';
import type { Usage } from '../phrases/phrase.ts';
import { type Clause, clausesFrom, isWord, tokensOf } from '../text/clauses.ts';
import { hindiWord } from '../text/hindi-words.ts';
import { feltText } from '../text/spellings.ts';

/** What stands between two stops, contractions undone, Hindi in one spelling. */
export type FeltClause = Clause<string> & { isQuestion: boolean };

/** The clauses of what was said, in which feelings are looked for. */
export function feltClausesOf(text: string): FeltClause[] {
  return clausesFrom(tokensOf(feltText(text)).map(feltWord), String).map((clause) => ({
    ...clause,
    isQuestion: isQuestion(clause.words),
  }));
}

/** A word as the lexicon and the remarks write it. */
const feltWord = (token: string): string =>
  isWord(token) ? hindiWord(token).replace(/'s?$|'/gu, '') : token;

function isQuestion(words: readonly string[]): boolean {
  const opening = words.find((word) => !OPENERS.has(word)) ?? '';
  return ASKING.has(opening) || (words.at(-1) === 'kya' && words.length > 1);
}

const OPENERS = smallWords('openers');
const ASKING = smallWords('asking');

/** How phrases of feelings are read. With "I", something else begins. */
export const feltUsage: Usage = {
  groups,
  written: (word) => tokensOf(feltText(word)).map(feltWord).join(' '),
  knowsDenials: false,
  gapEndsAt: new Set(['i']),
  isClosing: false,
};
