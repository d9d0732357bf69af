import { badInput } from '../infra/app-error.ts';

const LONGEST = 256;

/**
 * A credential as an admin typed or pasted it.
 * @returns undefined to keep what is stored, null to clear it
 * @throws AppError BAD_USER_INPUT where no HTTP header could carry it
 */
export function readCredential(
  field: string,
  what: string,
  typed: string | null | undefined,
): string | null | undefined {
  if (typed === undefined || typed === null) return typed;
  const text = typed.trim();
  if (text === '') return null;
  if (text.length > LONGEST) throw badInput(field, `${what} has at most ${LONGEST} characters.`);
  if (!/^[\x21-\x7e]+$/.test(text)) {
    throw badInput(field, `${what} consists of letters, digits and signs, without spaces or line breaks.`);
  }
  return text;
}

/** As readCredential, for an App ID: it is a step of paths as well, and with a colon it would be one of our own names. */
export function readAppId(field: string, typed: string | null | undefined): string | null | undefined {
  const text = readCredential(field, 'The Vobiz App ID', typed);
  if (typeof text === 'string' && (/[/\\:?#%]/.test(text) || /^\.+$/.test(text))) {
    throw badInput(
      field,
      'The Vobiz App ID has no slashes, colons, question marks, hashes or percent signs.',
    );
  }
  return text;
}
