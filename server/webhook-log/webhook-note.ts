import type { TenantId } from '../infra/ids.ts';
/** The three addresses that stand in customers' portals. */
export const WEBHOOK_NAMES = ['answer', 'input', 'hangup'] as const;
export type LoggedWebhookName = (typeof WEBHOOK_NAMES)[number];

/** REFUSED: the webhook was rejected, as was meant. FAILED: it was our fault. */
export const WEBHOOK_OUTCOMES = ['ANSWERED', 'REFUSED', 'FAILED'] as const;
export type WebhookOutcome = (typeof WEBHOOK_OUTCOMES)[number];

/** Why a webhook was refused. */
const REFUSALS = [
  'UNKNOWN_SLUG',
  /** From outside VOBIZ_NETWORKS. */
  'WRONG_NETWORK',
  /** Without the tenant's key, where its access is KEYED. */
  'WRONG_KEY',
  'SIGNATURE',
  'REPLAYED_SIGNATURE',
  'UNVERIFIED',
  'NO_CALL_ID',
  'SUSPENDED',
  'BUSY',
  'FLOOD',
  'WRONG_METHOD',
  'WRONG_ADDRESS',
] as const;
const FAULTS = ['FAULT', 'TOO_SLOW'] as const;
export const WEBHOOK_REASONS = [...REFUSALS, ...FAULTS] as const;
export type WebhookReason = (typeof WEBHOOK_REASONS)[number];

export function outcomeOf(reason: WebhookReason | undefined): WebhookOutcome {
  if (reason === undefined) return 'ANSWERED';
  return FAULTS.some((fault) => fault === reason) ? 'FAILED' : 'REFUSED';
}

/** A webhook and its answer. It holds on to what HTTP parsed: nothing is copied or read while a caller waits. */
export type WebhookNote = {
  at: Date;
  /** Undefined where it isn't known, or wasn't asked for. */
  tenantId: TenantId | undefined;
  slug: string;
  webhook: LoggedWebhookName;
  method: string;
  contentType: string | undefined;
  dialect: 'guide' | 'vobizxml' | undefined;
  providerCallId: string | undefined;
  /** The customer's number, as far as it was told. */
  phone: string | undefined;
  query: unknown;
  /** As it was parsed; undefined where nothing could be read. */
  body: unknown;
  /** How much the sender says that the body has; undefined where it doesn't. */
  bodyBytes: number | undefined;
  status: number;
  milliseconds: number;
  xml: string;
  reason: WebhookReason | undefined;
  /** Whether it is known to come from the carrier. */
  verified: boolean;
};

/** Is told of every webhook that was answered. Returns at once and never throws. */
export type NotesWebhooks = (note: WebhookNote) => void;
