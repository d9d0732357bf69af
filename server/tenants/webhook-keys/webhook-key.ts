import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { Secret, type SecretPlace } from '../../infra/secrets.ts';

/** A key as answering a webhook needs it. */
export type WebhookKey = {
  /** SHA-256. */
  hash: Buffer;
  /** Null for the one that addresses carry now. */
  answeredUntil: Date | null;
  /** The key itself, of the one that addresses carry; undefined where it can't be decrypted. */
  key: Secret | undefined;
};

/** 256 bits, in letters that an address carries as they are. */
export const newWebhookKey = (): Secret => new Secret(randomBytes(32).toString('base64url'));

/** Enough against guessing, as the key is random: a stolen backup doesn't tell it. */
export const hashOf = (key: string): Buffer => createHash('sha256').update(key).digest();

/** Where a key is stored. */
export const webhookKeyPlace = (id: string): SecretPlace => ({
  table: 'webhook_keys',
  column: 'sealed',
  row: id,
});

/** Whether a webhook's key is one of the tenant's. Takes as long for a wrong key as for a right one. Pure. */
export function isKeyOf(keys: readonly WebhookKey[], given: string, now: Date): boolean {
  const hash = hashOf(given);
  const fitting = keys.filter((key) => timingSafeEqual(key.hash, hash));
  return fitting.some(({ answeredUntil }) => answeredUntil === null || now < answeredUntil);
}

/** The key that addresses carry now; undefined while there is none, or it can't be decrypted. */
export const currentKey = (keys: readonly WebhookKey[]): Secret | undefined =>
  keys.find(({ answeredUntil }) => answeredUntil === null)?.key;
