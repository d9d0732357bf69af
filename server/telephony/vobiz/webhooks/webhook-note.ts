import type { IncomingHttpHeaders } from 'node:http';
import type { WebhookNote } from '../../../webhook-log/webhook-note.ts';
import type { Delivered, Webhook } from './vobiz-webhook.ts';

type Sent = Delivered & { slug: string; method: string; headers: IncomingHttpHeaders };
type Answered = Pick<
  WebhookNote,
  'at' | 'tenantId' | 'status' | 'reason' | 'milliseconds' | 'xml' | 'verified'
>;

/** A webhook and its answer, for the log of webhooks. Of its headers, only what the body claims to be. */
export function noteOf(
  { slug, webhook, method, query, body, headers }: Sent,
  read: Webhook,
  answered: Answered,
): WebhookNote {
  const length = Number(headers['content-length'] ?? Number.NaN);
  return {
    ...answered,
    slug,
    webhook,
    method,
    contentType: headers['content-type'],
    dialect: read.dialect,
    ...(read.kind === 'event'
      ? { providerCallId: read.callId, phone: read.direction === 'INBOUND' ? read.from : read.to }
      : { providerCallId: undefined, phone: undefined }),
    query,
    body,
    bodyBytes: Number.isFinite(length) ? length : undefined,
  };
}
