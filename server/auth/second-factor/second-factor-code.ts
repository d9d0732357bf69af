import { createHash } from 'node:crypto';
import { readableSecret } from '../users/passwords.ts';

/** What a user typed as the second factor. */
export type TypedCode = { kind: 'totp'; digits: string } | { kind: 'recovery'; hash: Buffer };

export function readCode(typed: string): TypedCode {
  const digits = typed.replaceAll(/\s/g, '');
  if (/^\d{6}$/.test(digits)) return { kind: 'totp', digits };
  return { kind: 'recovery', hash: hashRecoveryCode(typed) };
}

/** 80 bits each, to be written down: so a plain hash of one is enough. */
export const newRecoveryCodes = (): string[] => Array.from({ length: 10 }, () => readableSecret(4, 4));

/** Blanks, dashes and capitals are a matter of handwriting. */
export const hashRecoveryCode = (code: string): Buffer =>
  createHash('sha256')
    .update(code.toLowerCase().replaceAll(/[^0-9a-z]/g, ''))
    .digest();
