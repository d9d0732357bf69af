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
export const feltWord = (token: string): string =>
  isWord(token) ? hindiWord(token).replace(/'s?$|'/gu, '') : token;

function isQuestion(words: readonly string[]): boolean {
  const opening = words.find((word) => !OPENERS.has(word)) ?? '';
  return ASKING.has(opening) || (words.at(-1) === 'kya' && words.length > 1);
}

/** What comes before a question without changing it. */
const OPENERS = new Set(
  'and so but okay ok hello hi sir madam maam please sorry actually also then'.split(' '),
);

/** "Why" and "how many times" aren't here: who asks so, wants no answer. */
const ASKING = new Set(
  `what when where which who is are am do does did can could will would shall should may might how has have whether
   kab kahan kaise kaun kitna kitne kitni`.split(/\s+/u),
);
