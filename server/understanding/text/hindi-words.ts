import { spellings } from '../phrases/hi/spellings.ts';
import { latin } from './devanagari.ts';

/** Our spelling of each word, by what all its spellings have in common. */
const words = vocabularyOf('hi/spellings.ts', spellings);

/** A Hindi word as we write it; whatever else it is, it stays as it was. */
export function hindiWord(word: string): string {
  const inLatin = latin(word);
  return words.get(plain(inLatin)) ?? inLatin;
}

/**
 * Reads `word|other|third  word|other`: the first is ours.
 * @throws Error that names the file and the spelling which two words have
 */
export function vocabularyOf(file: string, text: string): ReadonlyMap<string, string> {
  const vocabulary = new Map<string, string>();
  for (const entry of text.trim().split(/\s+/u)) {
    const [ours = '', ...others] = entry.split('|');
    for (const spelling of [ours, ...others]) {
      if (!/^[a-z]+$/u.test(spelling)) throw new Error(`${file}: "${entry}" has a spelling that is no word`);
      const known = vocabulary.get(plain(spelling));
      if (known !== undefined && known !== ours)
        throw new Error(`${file}: "${spelling}" is a spelling of "${known}" and of "${ours}"`);
      vocabulary.set(plain(spelling), ours);
    }
  }
  return vocabulary;
}

/** What all spellings of a word have in common. */
function plain(word: string): string {
  return word
    .replace(/ee/gu, 'i')
    .replace(/oo/gu, 'u')
    .replace(/ph/gu, 'f')
    .replace(/w/gu, 'v')
    .replace(/z/gu, 'j')
    .replace(/c(?:hc)?h+/gu, 'ch')
    .replace(/(.)\1+/gu, '$1');
}
