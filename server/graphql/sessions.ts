import type { IncomingHttpHeaders } from 'node:http';
import { isHeldBack, type Viewer } from '../auth/access.ts';
import { cookieToken } from '../auth/sessions/session-cookie.ts';

/** The user whose session a token is. */
export type Sessions = {
  /** @returns undefined for a token that is unknown, expired or signed out */
  viewerFor(token: string): Promise<Viewer | undefined>;
};

/** Tokens are short; the rest of a header's 16 KB would only be hashed for nothing. */
const BEARER = /^Bearer +([\x21-\x7e]{1,512}) *$/i;

/** The token of an `Authorization: Bearer …`, as a header has it or a WebSocket's connectionParams. */
export const bearerToken = (authorization: unknown): string | undefined =>
  typeof authorization === 'string' ? BEARER.exec(authorization)?.[1] : undefined;

/**
 * Undefined, not an error, for a request without a token or with a bad one: its user has to be able to sign in again.
 */
export async function viewerBehind(
  headers: IncomingHttpHeaders,
  sessions: Sessions,
): Promise<Viewer | undefined> {
  // A client that names a token means that one, whatever cookie the browser adds.
  const token =
    headers.authorization === undefined ? cookieToken(headers) : bearerToken(headers.authorization);
  return token === undefined ? undefined : sessions.viewerFor(token);
}

/**
 * As `viewerBehind`, for what isn't GraphQL: undefined also for a user who has yet to choose a password
 * or to set up a second factor.
 */
export async function workingViewerBehind(
  headers: IncomingHttpHeaders,
  sessions: Sessions,
): Promise<Viewer | undefined> {
  const viewer = await viewerBehind(headers, sessions);
  return viewer && isHeldBack(viewer) ? undefined : viewer;
}
