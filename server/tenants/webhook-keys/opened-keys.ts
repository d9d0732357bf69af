import type { Secret, Vault } from '../../infra/secrets.ts';
import type { StoredWebhookKey } from './webhook-key.store.ts';
import { type WebhookKey, webhookKeyPlace } from './webhook-key.ts';

/** Stored keys as answering needs them; the current one decrypted, where that can be done. */
export function openedKeys(vault: Vault, stored: readonly StoredWebhookKey[]): WebhookKey[] {
  return stored.map(({ id, hash, sealed, answeredUntil }) => {
    const key = sealed === null ? undefined : openedOrNot(vault, sealed, id);
    return { hash, answeredUntil, key };
  });
}

/** Under another SECRET_KEY, webhooks are still known by the hash. */
function openedOrNot(vault: Vault, sealed: Buffer, id: string): Secret | undefined {
  try {
    return vault.open(sealed, webhookKeyPlace(id));
  } catch {
    return undefined;
  }
}
