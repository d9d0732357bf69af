import { parsePhoneNumberFromString } from 'libphonenumber-js';

/** A phone number in E.164, as +919876543210. */
export type E164 = string & { readonly brand: 'E164' };

/**
 * The E.164 form of a number as carriers send it: +919876543210, 919876543210, 09876543210, 9876543210, with spaces
 * or without. Numbers without a country are Indian.
 * @returns undefined for `anonymous`, `restricted`, nothing, or what is no valid number
 */
export function toE164(raw: string | undefined): E164 | undefined {
  if (raw === undefined || raw.length > 40) return undefined;
  // A form field that carried a literal + arrives with a space in its place.
  const text = raw.trim();
  const number = parsePhoneNumberFromString(text, 'IN');
  return number?.isValid() ? (number.number as string as E164) : undefined;
}

/** For logs: +91987…210. */
export function masked(number: string | undefined): string | undefined {
  return number && number.length > 7 ? `${number.slice(0, 6)}…${number.slice(-3)}` : number && '…';
}
