import { Secret } from '../../../infra/secrets.ts';

/** The part of a webhook's address that carries the tenant's key. */
const PARAMETER = 'k';

/** What stands for a key where it could be read by others. */
export const HIDDEN_KEY = new Secret('••••');

/** Which key a webhook's address carries, if any; twice is none. */
export function keyIn(query: unknown): string | undefined {
  const given =
    typeof query === 'object' && query !== null ? new Map(Object.entries(query)).get(PARAMETER) : '';
  return typeof given === 'string' && given !== '' ? given : undefined;
}

/** An address with that key, where there is one, before all else that it says. @param key in letters that addresses carry */
export const keyed = (url: string, key: Secret | undefined): string =>
  key === undefined ? url : `${url}${url.includes('?') ? '&' : '?'}${PARAMETER}=${key.reveal()}`;

/** A document for the log of webhooks: who reads it may not call in Vobiz's name. */
export const withoutKey = (xml: string, key: Secret | undefined): string =>
  key === undefined
    ? xml
    : xml.replaceAll(`${PARAMETER}=${key.reveal()}`, `${PARAMETER}=${HIDDEN_KEY.reveal()}`);

/**
 * The key that a webhook came with, where we couldn't find out whether it is right: an apology goes on listening at an
 * address that is answered. What isn't a key by its form is left out.
 */
export function unprovenKey(query: unknown): Secret | undefined {
  const given = keyIn(query);
  return given !== undefined && /^[\w-]{20,100}$/.test(given) ? new Secret(given) : undefined;
}
