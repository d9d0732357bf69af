import { assertNever } from '../../../shared/assert-never.ts';
import type { TenantProfile } from '../../tenants/tenant-directory.ts';
import { MAX_CALL_MINUTES } from '../budgets.ts';
import type { OpenCall } from '../call.store.ts';
import { type CallReply, hangingUp, listening } from '../call-reply.ts';
import { forEars } from '../speech/for-ears.ts';
import { answeringModeAt, greetingIn } from './answering-mode.ts';
import type { Conversation, Decision } from './conversation.ts';
import { phrasesIn } from './phrases.ts';

/** How far a call has come. */
export type CallState = Pick<OpenCall, 'status' | 'startedAt' | 'lastExchange' | 'silences'>;

/** What the caller hears when the call is answered. */
export function answeredReply(tenant: TenantProfile, call: CallState): CallReply {
  if (call.status !== 'IN_PROGRESS') return hangingUp();
  const mode = answeringModeAt(tenant, call.startedAt);
  const greeting = greetingIn(tenant.persona, mode);
  if (mode === 'turned away') return hangingUp(greeting);
  const isBeginning = call.lastExchange === 0;
  const reply = listening(greeting, call.lastExchange + 1, tenant.persona.noSpeechMessage, isBeginning);
  const notice = isBeginning ? tenant.recordingNotice : undefined;
  return notice === undefined ? reply : [{ step: 'recordCall', notice }, ...reply];
}

export const conversationIn = (tenant: TenantProfile, call: CallState, now: Date): Conversation => ({
  silences: call.silences,
  isOver: call.status !== 'IN_PROGRESS',
  isTurnedAway: answeringModeAt(tenant, call.startedAt) === 'turned away',
  isTooLong: now.getTime() - call.startedAt.getTime() > MAX_CALL_MINUTES * 60_000,
});

/** What is said where no model is asked; undefined where the caller has hung up. */
export function ownWords(
  decision: Exclude<Decision, { next: 'reply' }>,
  { noSpeechMessage, closedGreeting, language }: TenantProfile['persona'],
  silences: number,
): { text: string | undefined; endsCall: boolean } {
  const { rePrompt, tooLong } = phrasesIn(language);
  switch (decision.next) {
    case 'ask again':
      return { text: rePrompt(silences), endsCall: false };
    case 'give up':
      return { text: forEars(noSpeechMessage), endsCall: true };
    case 'turn away':
      return { text: forEars(closedGreeting), endsCall: true };
    case 'end a call that goes on forever':
      return { text: tooLong, endsCall: true };
    case 'only note':
      return { text: undefined, endsCall: true };
    default:
      return assertNever(decision);
  }
}
