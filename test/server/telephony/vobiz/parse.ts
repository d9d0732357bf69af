import { parseWebhook, type WebhookName } from '../../../../server/telephony/vobiz/webhooks/vobiz-webhook.ts';

export type Body = Record<string, unknown>;
type Query = Record<string, unknown>;

export const parse = (
  webhook: WebhookName,
  body: unknown,
  query: Query = {},
  forced?: 'guide' | 'vobizxml',
) => parseWebhook({ webhook, query, body }, forced ?? 'auto');

/** What a body in the guide's dialect comes to, besides the call's id. */
export const guide = (webhook: WebhookName, body: Body, query?: Query) =>
  parse(webhook, { call_id: 'c1', ...body }, query);
export const vobizXml = (webhook: WebhookName, body: Body, query?: Query) =>
  parse(webhook, { CallUUID: 'c1', ...body }, query);
