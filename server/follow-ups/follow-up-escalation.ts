import type { Clock } from '../infra/clock.ts';
import type { Tx } from '../infra/database.ts';
import type { CallId, TenantId } from '../infra/ids.ts';
import { type Intent, recogniseIntents } from '../understanding/intents/intents.ts';
import { openFollowUp } from './follow-up.store.ts';
import { readCallWords } from './follow-up-caller.store.ts';
import { escalated } from './follow-up-texts.ts';

/** What can't wait until a call is over. */
const REASONS = { EMERGENCY: 'EMERGENCY', SPEAK_TO_HUMAN: 'HUMAN_REQUESTED' } as const;
export const ESCALATION_REASONS = Object.values(REASONS);
export type EscalationReason = (typeof ESCALATION_REASONS)[number];

/** What a caller's words ask of a person. */
export const escalationsIn = (text: string): EscalationReason[] => reasonsAmong(recogniseIntents(text));

/** Which of the things that a caller wants can't wait. */
export function reasonsAmong(intents: readonly Intent[]): EscalationReason[] {
  const isUrgent = (intent: Intent): intent is keyof typeof REASONS => intent in REASONS;
  return intents.filter(isUrgent).map((intent) => REASONS[intent]);
}

/** A call in which a person is needed. */
export type Escalation = {
  tenantId: TenantId;
  callId: CallId;
  /** The transcript's line that says so. */
  number: number;
  reason: EscalationReason;
};

/** What else follows from an escalation, in the same transaction; once for each call and reason. */
export type AlsoOnEscalation = (tx: Tx, escalation: Escalation) => Promise<void>;

export type Escalating = { clock: Clock; also: readonly AlsoOnEscalation[] };

/** Asks people to act. Safe to repeat: a call has one such follow-up for each reason. */
export async function escalate(tx: Tx, escalation: Escalation, { clock, also }: Escalating): Promise<void> {
  const { tenantId, callId, reason } = escalation;
  const caller = await readCallWords(tx, escalation);
  if (!caller) return;
  const now = clock.now();
  const followUp = {
    tenantId,
    ...escalated(reason, caller, now),
    reason,
    callId,
    customerId: caller.customerId,
    said: caller.words,
    origin: escalationOrigin(callId, reason),
    now,
  };
  if ((await openFollowUp(tx, followUp)) === undefined) return;
  for (const follows of also) await follows(tx, escalation);
}

export const escalationOrigin = (callId: CallId, reason: EscalationReason): string =>
  `call ${callId} ${reason}`;
