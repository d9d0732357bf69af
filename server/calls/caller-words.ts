import type { Tx } from '../infra/database.ts';
import type { CallId, CustomerId, TenantId } from '../infra/ids.ts';

/** What a caller said or pressed, as it stands in the transcript. */
export type CallerWords = {
  tenantId: TenantId;
  callId: CallId;
  customerId: CustomerId | null;
  /** The transcript's line. */
  number: number;
  text: string;
  /** Whether the call is known to come from the carrier. */
  verified: boolean;
  /** The call was over when the words came. */
  isOver: boolean;
};

/**
 * A capability that hears what callers say. Called in the transaction that stores the words, while the caller waits for
 * an answer: it enqueues what there is to do, and does none of it. What it throws fails the turn.
 */
export type NoticesCallers = { heard(tx: Tx, words: CallerWords): Promise<void> };
