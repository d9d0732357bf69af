import { smallWords } from '../phrases/languages.ts';

/** Words between two stops, and whether they begin with "but": what the caller really means. */
export type Clause<Word> = { words: readonly Word[]; isContrast: boolean };

const STOPS = new Set(['.', '!', '?', ';', '।', '…', '\n']);
const CONTRASTS = smallWords('contrasts');
/** They begin a clause, and don't take back what went before. */
const CONCESSIONS = smallWords('concessions');

/** The words of a text and what parts them, in order. */
export const tokensOf = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}'%]+|[.,!?;:।…—–\n]/gu) ?? [];

/** Whether a token is a word, and not a sign that parts words. */
export const isWord = (token: string): boolean => /[\p{L}\p{N}]/u.test(token);

/** The clauses of what was said, none of them empty. */
export function clausesFrom<Word>(tokens: readonly Word[], textOf: (token: Word) => string): Clause<Word>[] {
  const clauses: Word[][] = [[]];
  for (const token of tokens) {
    const text = textOf(token);
    if (STOPS.has(text) || CONTRASTS.has(text) || CONCESSIONS.has(text)) clauses.push([]);
    if (isWord(text)) clauses.at(-1)?.push(token);
  }
  return clauses
    .filter((words) => words.length > 0)
    .map((words) => ({ words, isContrast: words.slice(0, 1).some((first) => CONTRASTS.has(textOf(first))) }));
}
