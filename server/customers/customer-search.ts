/** What was typed to find customers: each text in any of a customer's places, or the number. */
export type CustomerSearch = {
  texts: string[];
  /** Digits of the number, where digits were typed. */
  number: string | null;
};

/** More words than a user types cost more than they find. */
const MOST_WORDS = 8;
const LONGEST_WORD = 100;

/** @returns undefined where nothing was typed */
export function readSearch(typed: string | null | undefined): CustomerSearch | undefined {
  const text = typed?.trim() ?? '';
  if (text === '') return undefined;
  if (/^\+?[\d\s()./-]*\d[\d\s()./-]*$/.test(text))
    return { texts: [text.slice(0, LONGEST_WORD)], number: digitsOf(text) };
  const words = text.split(/\s+/).slice(0, MOST_WORDS);
  return { texts: words.map((word) => word.slice(0, LONGEST_WORD)), number: null };
}

/** Numbers are kept as +919876543210; people type 09876 543210 as well. */
const digitsOf = (text: string): string | null =>
  text.replaceAll(/\D/g, '').replace(/^0+/, '').slice(0, LONGEST_WORD) || null;
