import type { Secret } from '../infra/secrets.ts';

/** Where Vobiz is to send a tenant's calls; they are typed into its portal. */
export type WebhookUrls = { answer: string; input: string; hangup: string };

/**
 * @param publicUrl without a slash at its end
 * @param key for addresses by which Vobiz is known
 */
export function webhookUrlsOf(publicUrl: string, slug: string, key?: Secret): WebhookUrls {
  const query = key === undefined ? '' : `?k=${key.reveal()}`;
  const at = (what: string) => `${publicUrl}/api/vobiz/${slug}/${what}${query}`;
  return { answer: at('answer'), input: at('input'), hangup: at('hangup') };
}
