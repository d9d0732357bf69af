import type { CallDirection } from '../calls/call.entity.ts';
import type { CallEvent } from '../calls/call-event.ts';
import type { CallReply } from '../calls/call-reply.ts';
import type { E164 } from '../infra/phone-number.ts';
import type { LoggedWebhookName } from './webhook-note.ts';

export type WebhookDialect = 'guide' | 'vobizxml';

/** A webhook as it was kept. */
type KeptWebhook = {
  webhook: LoggedWebhookName;
  query: Readonly<Record<string, unknown>>;
  body: unknown;
};

/** What a webhook says, as it is understood today. */
export type ReadWebhook =
  | { kind: 'no id'; dialect: WebhookDialect }
  | {
      kind: 'event';
      dialect: WebhookDialect;
      callId: string;
      event: CallEvent;
      from: E164 | undefined;
      rawFrom: string | undefined;
      to: E164 | undefined;
      direction: CallDirection;
      forwardedFrom: E164 | undefined;
    };

/** A carrier's vocabulary, for admins who look at its webhooks later. Touches nothing. */
export type WebhookCodec = {
  read(webhook: KeptWebhook): ReadWebhook;
  /** The document that says a reply. */
  write(reply: CallReply, dialect: WebhookDialect, tenant: { slug: string; language: string }): string;
  /** What callers hear of a document, element by element. */
  spoken(xml: string): string[];
  /** A document without what callers hear of it. */
  outline(xml: string): string;
};
