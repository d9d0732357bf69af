import type { Secret } from '../../infra/secrets.ts';

export const DELIVERY_KINDS = ['WEBHOOK', 'EMAIL', 'SMS'] as const;
export type DeliveryKind = (typeof DELIVERY_KINDS)[number];

export const DELIVERY_STATUSES = ['PENDING', 'DELIVERED', 'FAILED', 'CANCELLED'] as const;
/** FAILED: it isn't tried any more. CANCELLED: it was no longer to be delivered. */
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** A webhook, mail or text message that an automation sends to a receiver outside. */
export type Delivery = {
  /** The same on every attempt: by it, a receiver tells a repeat. */
  id: string;
  kind: DeliveryKind;
  /** A URL, an e-mail address or a number in E.164. */
  target: string;
  /** Of mails alone. */
  subject: string | null;
  body: string;
};

/** What came of one attempt. `status` is the receiver's, HTTP's or SMTP's. Sentences are for a tenant's screen. */
export type Attempt =
  | { kind: 'delivered'; status: number | null }
  /** It may go better later. */
  | { kind: 'failed'; status: number | null; problem: string }
  /** It can't ever. */
  | { kind: 'refused'; status: number | null; problem: string };

/** Takes one kind of delivery to its target. Doesn't throw, and ends within half a minute. */
export interface DeliveryChannel {
  /** Why nothing of this kind can be delivered here, as a sentence; undefined where it can. */
  readonly unavailable: string | undefined;
  /** @param signingKey what to sign with; undefined where nothing is signed */
  carry(delivery: Delivery, signingKey: Secret | undefined): Promise<Attempt>;
}

/** Sends text messages to numbers in E.164: a port, since that is the telephone carrier's. */
export type SmsSender = DeliveryChannel;
