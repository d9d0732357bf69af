import { Secret as OtpSecret, TOTP } from 'otpauth';
import type { Secret } from '../../infra/secrets.ts';

/** One step before and one after: clocks differ, and typing takes time (RFC 6238, 5.2). */
const WINDOW = 1;

const totp = (email: string, secret?: Secret) =>
  new TOTP({
    issuer: 'KaiVox',
    label: email,
    secret: secret ? OtpSecret.fromBase32(secret.reveal()) : new OtpSecret({ size: 20 }),
  });

/** A new secret in base32, and the address that authenticator apps read from a QR code. */
export function newTotp(email: string): { secret: string; uri: string } {
  const made = totp(email);
  return { secret: made.secret.base32, uri: made.toString() };
}

/**
 * The time step that a code is right for, to be taken once.
 * @returns undefined for a code that is wrong, or too old
 */
export function stepOf(code: string, secret: Secret, now: Date): number | undefined {
  const timestamp = now.getTime();
  const delta = totp('', secret).validate({ token: code, timestamp, window: WINDOW });
  return delta === null ? undefined : TOTP.counter({ timestamp }) + delta;
}
