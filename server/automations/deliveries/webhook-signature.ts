import { createHmac } from 'node:crypto';
import type { Secret } from '../../infra/secrets.ts';

/**
 * The value of `KaiVox-Signature`: `t=<unix seconds>,v1=<hex HMAC-SHA256 of "t.body">`. The time is signed with the body, so
 * that a receiver can refuse what is sent again later.
 * @param body exactly as it is sent
 */
export function signatureHeader(secret: Secret, body: string, at: Date): string {
  const seconds = Math.floor(at.getTime() / 1_000);
  const signature = createHmac('sha256', secret.reveal()).update(`${seconds}.${body}`).digest('hex');
  return `t=${seconds},v1=${signature}`;
}
