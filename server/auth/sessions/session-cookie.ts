import type { IncomingHttpHeaders } from 'node:http';

/** The console's session in a browser: no script can read it, and no other site's request carries it. */
export const SESSION_COOKIE = 'kaivox_session';

/** As long as a session lives at most; it ends by itself much earlier when the user is idle. */
const COOKIE_MS = 30 * 24 * 60 * 60_000;

/**
 * What the cookie is set with. Secure by the address that people open: what a request's headers say of it, any client
 * could say, and a proxy that forgets to say it would leave the cookie to be read on the way.
 */
export const cookieOptions = (publicUrl: string) =>
  ({
    httpOnly: true,
    sameSite: 'strict',
    secure: URL.parse(publicUrl)?.protocol === 'https:',
    path: '/',
    maxAge: COOKIE_MS,
  }) as const;

/**
 * The token of the console's cookie, where our own pages ask. A page of another site can't make the browser send it
 * (SameSite=Strict); the origin is looked at as well, since browsers have had holes in that.
 */
export function cookieToken(headers: IncomingHttpHeaders): string | undefined {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  const [, token] = pairs.find(([name]) => name === SESSION_COOKIE) ?? [];
  return token && isOurOrigin(headers) ? token : undefined;
}

function isOurOrigin({ origin, host, 'x-forwarded-host': forwarded }: IncomingHttpHeaders): boolean {
  if (origin === undefined) return true;
  const asked = URL.parse(origin)?.host;
  return asked !== undefined && (asked === host || asked === forwarded);
}
