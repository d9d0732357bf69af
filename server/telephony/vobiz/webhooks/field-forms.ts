import { type E164, toE164 } from '../../../infra/phone-number.ts';

// How single values are read. Each gives undefined for what isn't usable; texts come trimmed and not empty.

/** The largest int4, which is how PostgreSQL keeps lengths. */
const MOST_SECONDS = 2_147_483_647;

/** Reads a text of at most that many characters; a longer one is no such thing. */
export const upTo = (most: number) => (text: string) => (text.length <= most ? text : undefined);

/** Reads a text, of which it keeps that many characters at most. */
export const cutTo = (most: number) => (text: string) =>
  // A character outside the basic plane isn't cut in two.
  text
    .slice(0, most)
    .replace(/\p{Cs}$/u, '')
    .trim() || undefined;

/** No address of a caller is longer. */
const MOST_ADDRESS = 200;
/** The user part of a SIP or tel address, which may stand in angle brackets after a name. */
const ADDRESS = /^(?:[^<]*<)?\s*(?:(?:sips?|tel):)?([^@;<>]+)(?:@[^<>]*|;[^<>]*)?>?$/i;

/**
 * A telephone number, as carriers send it: sip:+919876543210@10.0.0.1, +919876543210, or without its +, which Vobiz
 * strips and unescaped forms turn into a space. National Indian numbers have ten digits, so more of them, without a
 * leading 0, begin with a country's code.
 */
export function phoneNumber(text: string): E164 | undefined {
  const number = ADDRESS.exec(text.slice(0, MOST_ADDRESS))?.[1]?.trim() ?? text;
  const hasLostItsPlus = /^[1-9]\d{10,14}$/.test(number.replace(/[\s()-]/g, ''));
  return (hasLostItsPlus ? toE164(`+${number}`) : undefined) ?? toE164(number);
}

/** A length in seconds. Fractions are rounded, and what no column holds is capped. */
export function seconds(text: string): number | undefined {
  return /^\d+(\.\d+)?$/.test(text) ? Math.min(Math.round(Number(text)), MOST_SECONDS) : undefined;
}

/** How sure the recogniser is, from 0 to 1. */
export function confidence(text: string): number | undefined {
  const number = /^[-+.\de]{1,40}$/i.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(number) ? Math.min(Math.max(number, 0), 1) : undefined;
}

/** Keys of the telephone: 0–9, *, #, and A–D of rarer ones. `Gather` collects 32 at most. */
export function digits(text: string): string | undefined {
  const keys = text.replace(/\s/g, '').toUpperCase();
  return /^[\d*#A-D]+$/.test(keys) ? keys.slice(0, 32) : undefined;
}

/** One of the words that are documented, in any letter case. */
export const oneOf =
  <T extends string>(...words: readonly T[]) =>
  (text: string): T | undefined =>
    words.find((word) => word === text.toLowerCase());

/** A number that we put into an address ourselves, such as `turn`; a list or a nonsense is as good as none. */
export function count(value: unknown, least: 0 | 1): number | undefined {
  const isCount = typeof value === 'string' && /^(0|[1-9]\d{0,4})$/.test(value) && Number(value) >= least;
  return isCount ? Number(value) : undefined;
}
