import type { Language, SmallWords } from './data.ts';
import { english } from './en/language.ts';
import { hindi } from './hi/language.ts';

/** The languages that callers speak, and mix: a line is looked at in all of them at once. */
export const languages: readonly Language[] = [english, hindi];

/** The groups of all languages: `<visit>` is "appointment" in any of them. */
export const groups: Readonly<Record<string, string>> = groupsOf(languages);

function groupsOf(all: readonly Language[]): Record<string, string> {
  const together = new Map<string, string>();
  for (const language of all)
    for (const [name, words] of Object.entries(language.groups))
      together.set(name, [together.get(name) ?? [], words].flat().join('|'));
  return Object.fromEntries(together);
}

/**
 * The small words of one kind, in all languages.
 * @throws Error that names the file and the word which stands twice or is no word
 */
export const smallWords = (kind: keyof SmallWords): ReadonlySet<string> => readSmallWords(languages, kind);

/** As `smallWords`, of the languages that are given. */
export function readSmallWords(
  all: readonly Pick<Language, 'folder' | 'smallWords'>[],
  kind: keyof SmallWords,
): ReadonlySet<string> {
  const together = new Set<string>();
  for (const language of all) {
    const words = language.smallWords[kind];
    for (const word of words === '' ? [] : words.split(' ')) {
      const isRight = /^[\p{L}\p{M}]+$/u.test(word) && word === word.toLowerCase().normalize('NFKC');
      if (together.has(word) || !isRight)
        throw new Error(
          `phrases/${language.folder}/small-words.ts: ${kind} has "${word}", which ${isRight ? 'stands twice' : 'is no word'}`,
        );
      together.add(word);
    }
  }
  return together;
}
