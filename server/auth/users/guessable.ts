import { dictionary } from '@zxcvbn-ts/language-common';

/** Some fifty thousand passwords that people chose and that became known, in small letters. */
const COMMON: ReadonlySet<string> = new Set(dictionary['passwords-common']);

/** Letters that a password needs besides words that anybody would try for this user. */
const LEAST_OTHER_LETTERS = 4;
/** What consists of digits and signs alone is a date, a telephone number or a pattern of keys, up to this length. */
const LONGEST_NUMBER = 15;

/** Signs that are written for letters, so that `p@ssw0rd` is no better than `password`. */
const DISGUISES: Readonly<Record<string, string>> = {
  ...{ '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't' },
  ...{ '@': 'a', $: 's', '!': 'i' },
};

/** Why a password is easily guessed, or undefined. */
export type Guessable = 'COMMON' | 'REPEATED' | 'NUMBER' | 'KNOWN_WORDS';

/**
 * Whether a password is one of those that are tried first: common ones, also with digits around them or signs for
 * letters, one thing over and over, a number, or what is known of the user.
 * @param password in NFKC
 * @param known names of the user and the business, and the e-mail address
 */
export function guessable(password: string, known: readonly string[]): Guessable | undefined {
  const text = password.toLowerCase();
  const core = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  if ([text, core, undisguised(text), undisguised(core)].some(isCommon)) return 'COMMON';
  if (isRepeated(text)) return 'REPEATED';
  if (core === '' && text.length <= LONGEST_NUMBER) return 'NUMBER';
  const words = ['kaivox', ...known.flatMap(wordsOf)];
  const others = words.reduce((left, word) => left.replaceAll(word, ''), text);
  return lettersIn(others) < LEAST_OTHER_LETTERS && lettersIn(text) > lettersIn(others)
    ? 'KNOWN_WORDS'
    : undefined;
}

const isCommon = (text: string): boolean => text.length > 3 && COMMON.has(text);

const undisguised = (text: string): string => [...text].map((sign) => DISGUISES[sign] ?? sign).join('');

/** Whether a text is a few characters, or a common password, several times over. */
function isRepeated(text: string): boolean {
  const [, unit] = /^(.+?)\1+$/su.exec(text) ?? [];
  return unit !== undefined && ([...unit].length <= LEAST_OTHER_LETTERS || isCommon(unit));
}

/** The words of a name or an address that are long enough to be meant. Longer ones first, since they hold shorter. */
const wordsOf = (name: string): string[] =>
  name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= 3)
    .toSorted((one, other) => other.length - one.length);

const lettersIn = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;
