import { badInput } from '../infra/app-error.ts';

const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/**
 * A time zone by its IANA name. Offsets are refused: PostgreSQL reads their sign the other way round.
 * @throws AppError BAD_USER_INPUT
 */
export function readTimeZone(typed: string | null): string {
  const name = typed?.trim() ?? '';
  if (/^[a-z]/i.test(name) && isKnown(() => new Intl.DateTimeFormat('en', { timeZone: name }))) return name;
  throw badInput('timeZone', 'The time zone must be an IANA name, such as Asia/Kolkata.');
}

/**
 * A language as a BCP 47 tag, in its canonical form.
 * @param field where it was typed
 * @throws AppError BAD_USER_INPUT
 */
export function readLanguage(typed: string | null, field = 'language'): string {
  const tag = typed?.trim() ?? '';
  if (tag.length <= 35 && isKnown(() => languages.of(new Intl.Locale(tag).language))) {
    return new Intl.Locale(tag).toString();
  }
  throw badInput(field, 'The language must be a BCP 47 tag, such as en-IN.');
}

/** Intl throws a RangeError for what it doesn't know, or returns nothing. */
function isKnown(look: () => unknown): boolean {
  try {
    return look() !== undefined;
  } catch {
    return false;
  }
}
