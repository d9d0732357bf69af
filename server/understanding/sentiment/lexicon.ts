import { english } from './lexicon-english.ts';
import { hindi } from './lexicon-hindi.ts';

const entries = [...english, ...hindi].flatMap(([worth, words]) =>
  words
    .trim()
    .split(/\s+/u)
    .map((word) => [word, worth] as const),
);
const whole = new Map(entries.filter(([word]) => !word.endsWith('*')));
const beginnings = new Map(
  entries.filter(([word]) => word.endsWith('*')).map(([word, worth]) => [word.slice(0, -1), worth]),
);
const SHORTEST = Math.min(...[...beginnings.keys()].map((beginning) => beginning.length));

/** What is said in several words and means one: `fed_up` in the lexicon, "fed up" in a call. */
const idioms = entries.map(([word]) => word).filter((word) => word.includes('_'));
const anIdiom = new RegExp(`(?<=^| )(?:${idioms.join('|').replaceAll('_', ' ')})(?= )`, 'gu');
export const withIdioms = (text: string) => text.replace(anIdiom, (idiom) => idiom.replaceAll(' ', '_'));

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
