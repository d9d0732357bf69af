import type { CallStatus } from '../../calls/call.entity.ts';
import type { Speaker } from '../../calls/turn.entity.ts';
import type { CallId, CustomerId, TenantId } from '../../infra/ids.ts';
import type { Outcome, Sentiment } from '../../language-model/analyst.ts';
import type { Intent } from '../../understanding/intents/intents.ts';

/** What is known of a call when automations are asked. */
export type CallFacts = {
  tenant: { id: TenantId; slug: string; name: string; timeZone: string };
  call: {
    id: CallId;
    providerCallId: string;
    /** In E.164, or as the carrier sent it. */
    from: string | null;
    to: string | null;
    status: CallStatus;
    startedAt: Date;
    durationSeconds: number | null;
    lines: { number: number; speaker: Speaker; text: string; at: Date }[];
  };
  /** Null where the caller hid their number. */
  customer: {
    id: CustomerId;
    phone: string;
    name: string | null;
    tags: string[];
    /** This is their first call. */
    isNew: boolean;
  } | null;
  /** By the analysis, or by script while there is none. */
  intents: Intent[];
  /** Null while there is none. */
  analysis: { sentiment: Sentiment; sentimentScore: number; summary: string; outcome: Outcome } | null;
};
