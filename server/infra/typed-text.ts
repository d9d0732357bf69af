import { badInput } from './app-error.ts';

export type TextRules = {
  /** What the text is, to begin a sentence with, such as `The greeting`. */
  what: string;
  /** Characters at most. */
  most: number;
  isOneLine?: boolean;
  mayBeEmpty?: boolean;
};

/** What XML 1.0 can't carry (w3.org/TR/xml, "Char") and no voice can say; pasted texts bring it along. */
const UNSPEAKABLE = /(?![\t\n])[\p{Cc}\p{Cs}\u{fffe}\u{ffff}]/gu;

/**
 * A text as a user typed or pasted it, without what can't be seen or said, and without blanks around it.
 * @param field names the input in the error
 * @throws AppError BAD_USER_INPUT where it is missing, empty or too long
 */
export function typedText(field: string, typed: string | null, rules: TextRules): string {
  const text = cleaned(typed ?? '', rules.isOneLine ?? false);
  if (typed === null || (text === '' && !rules.mayBeEmpty))
    throw badInput(field, `${rules.what} can't be empty.`);
  if (text.length > rules.most) {
    throw badInput(
      field,
      `${rules.what} has at most ${rules.most.toLocaleString('en')} characters; this one has ${text.length.toLocaleString('en')}.`,
    );
  }
  return text;
}

function cleaned(typed: string, isOneLine: boolean): string {
  const text = typed.replaceAll(/\r\n?/g, '\n').replaceAll(UNSPEAKABLE, '').trim();
  return isOneLine ? text.replaceAll(/\s+/g, ' ') : text;
}
