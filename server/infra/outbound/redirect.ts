import type { IncomingHttpHeaders } from 'undici/types/header.js';

/** What is sent to one address. */
export type Hop = {
  url: URL;
  method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE';
  headers: Readonly<Record<string, string>>;
  body?: string | Buffer | undefined;
};

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** Headers that tell a stranger nothing. Whatever else was sent was meant for the first host alone. */
const FOR_ANYBODY = new Set([
  'accept',
  'accept-language',
  'content-type',
  'range',
  'if-none-match',
  'if-modified-since',
  'user-agent',
]);

/** Where a response redirects to, as it stands in its Location; undefined where it doesn't redirect. */
export function locationOf(status: number, headers: IncomingHttpHeaders): string | undefined {
  const { location } = headers;
  return REDIRECTS.has(status) && typeof location === 'string' ? location : undefined;
}

/**
 * What follows a redirect, by the fetch standard: 303, and 301 or 302 of a POST, become a GET without a body. Another
 * origin, which another port or protocol is as well, gets only headers that hold no secret.
 * @param isTrusted the other origin may have all headers
 */
export function redirected(hop: Hop, status: number, url: URL, isTrusted = false): Hop {
  const becomesGet = status === 303 ? hop.method !== 'HEAD' : status < 303 && hop.method === 'POST';
  const kept = Object.entries(hop.headers).filter(([name]) => {
    const header = name.toLowerCase();
    if (becomesGet && header.startsWith('content-')) return false;
    return url.origin === hop.url.origin || isTrusted || FOR_ANYBODY.has(header);
  });
  return {
    url,
    method: becomesGet ? 'GET' : hop.method,
    headers: Object.fromEntries(kept),
    body: becomesGet ? undefined : hop.body,
  };
}
