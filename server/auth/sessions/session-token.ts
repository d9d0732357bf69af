import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, which can't be guessed: so a plain hash of it is enough. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** Whether a text could be one of our tokens at all. */
export const isToken = (text: string): boolean => /^[\w-]{43}$/.test(text);

/** What is stored of a token. In hexadecimal, it is the session's id. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();
