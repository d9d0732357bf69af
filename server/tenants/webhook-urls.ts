/** Where Vobiz is to send a tenant's calls; they are typed into its portal. */
export type WebhookUrls = { answer: string; input: string; hangup: string };

/** @param publicUrl without a slash at its end */
export function webhookUrlsOf(publicUrl: string, slug: string): WebhookUrls {
  const at = (what: string) => `${publicUrl}/api/vobiz/${slug}/${what}`;
  return { answer: at('answer'), input: at('input'), hangup: at('hangup') };
}
