/** How many characters of a text are read, at its beginning and at its end; what is between is left out. */
export type Kept = { beginning: number; end: number };

/** A text without its middle, if it is longer than is kept; so a caller's minutes of noise cost what a sentence does. */
export function bounded(text: string, { beginning, end }: Kept): string {
  if (text.length <= beginning + end) return text;
  return `${text.slice(0, beginning)} ${text.slice(text.length - end)}`.trim();
}

/**
 * A text in one writing: lower case, one apostrophe, compatible letters as plain ones, Hindi without the dot below and
 * with one sign for its nasals, single spaces, and nothing that isn't text. Line breaks stay, since they end clauses.
 * @param kept also holds for the answer: NFKC alone makes eighteen letters of "ﷺ"
 */
export function normalise(text: string, kept: Kept): string {
  const folded = bounded(text, kept)
    // Before NFKC, which makes a space and an accent of "´".
    .replace(/[’`´]/gu, "'")
    .normalize('NFKD')
    .replace(/\u093c/gu, '')
    .replace(/\u0901/gu, '\u0902')
    .toLowerCase()
    .normalize('NFKC');
  return bounded(folded, kept)
    .replace(/[^\p{L}\p{M}\p{N}\p{P}\p{Sc}\s+/%]|[^\S\n]/gu, ' ')
    .replace(/ {2,}/gu, ' ')
    .trim();
}
