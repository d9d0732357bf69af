import { randomUUID } from 'node:crypto';
import { assertNever } from '../../../shared/assert-never.ts';
import type { CustomerId, UserId } from '../../infra/ids.ts';
import { toE164 } from '../../infra/phone-number.ts';
import type { Action, AutomationTrigger } from '../automation.ts';
import type { Delivery, DeliveryKind } from '../deliveries/delivery.ts';
import { webhookPayload } from '../deliveries/webhook-payload.ts';
import { asLine, asText, asUrl } from '../templates/media.ts';
import type { TemplateFacts } from '../templates/template-fields.ts';
import { withTag } from './tags.ts';

/** What one action comes to for one call, before any of it is done. */
export type Plan = { action: Action } & (
  | { does: 'deliver'; deliveries: Delivery[] }
  | { does: 'follow up'; title: string; dueAt: Date; assigneeId: UserId | null }
  | { does: 'tag'; customerId: CustomerId; tag: string }
  /** The reason is a sentence for a tenant's screen. */
  | { does: 'nothing'; reason: string }
);

/** What can be done at all, and when it is. */
export type Means = {
  now: Date;
  /** Why a kind of delivery can't be made in this installation, as a sentence; undefined where it can. */
  unavailable: (kind: DeliveryKind) => string | undefined;
};

const LONGEST_SUBJECT = 200;
const LONGEST_TITLE = 200;
/** Ten messages of 160 characters; operators split longer ones, and charge for each. */
const LONGEST_SMS = 1_600;

/**
 * What an action comes to. Touches nothing; each delivery gets an id of its own.
 * @param trigger what the webhook says that it is about
 */
export function planned(
  action: Action,
  trigger: AutomationTrigger,
  facts: TemplateFacts,
  means: Means,
): Plan {
  const { spec } = action;
  const nothing = (reason: string): Plan => ({ action, does: 'nothing', reason });
  const unavailable = isDelivered(spec.kind) ? means.unavailable(spec.kind) : undefined;
  if (unavailable !== undefined) return nothing(unavailable);
  switch (spec.kind) {
    case 'WEBHOOK': {
      const id = randomUUID();
      const body = JSON.stringify(webhookPayload(facts, { id, type: trigger, createdAt: means.now }));
      const target = asUrl(spec.url, facts);
      return { action, does: 'deliver', deliveries: [{ id, kind: 'WEBHOOK', target, subject: null, body }] };
    }
    case 'EMAIL': {
      const subject = asLine(spec.subject, facts, LONGEST_SUBJECT);
      const mail = { kind: 'EMAIL', subject, body: asText(spec.body, facts) } as const;
      const deliveries = spec.to.map((target): Delivery => ({ id: randomUUID(), target, ...mail }));
      return { action, does: 'deliver', deliveries };
    }
    case 'SMS': {
      const target = spec.to ?? toE164(facts.call.from ?? '');
      if (!target) return nothing('The caller’s number is unknown.');
      const body = asText(spec.text, facts).slice(0, LONGEST_SMS);
      const message = { id: randomUUID(), kind: 'SMS', target, subject: null, body } as const;
      return { action, does: 'deliver', deliveries: [message] };
    }
    case 'FOLLOW_UP': {
      const dueAt = new Date(means.now.getTime() + spec.dueInHours * 3_600_000);
      const title = asLine(spec.title, facts, LONGEST_TITLE) || 'Follow up on a call';
      return { action, does: 'follow up', title, dueAt, assigneeId: spec.assigneeId };
    }
    case 'TAG_CUSTOMER': {
      if (!facts.customer) return nothing('The caller’s number is unknown, so there is no customer to tag.');
      const tagged = withTag(facts.customer.tags, spec.tag);
      if ('reason' in tagged) return nothing(tagged.reason);
      return { action, does: 'tag', customerId: facts.customer.id, tag: spec.tag };
    }
    default:
      return assertNever(spec);
  }
}

const isDelivered = (kind: Action['spec']['kind']): kind is DeliveryKind =>
  kind === 'WEBHOOK' || kind === 'EMAIL' || kind === 'SMS';
