import type { CallerInput, CallIdentity, Continued, HungUp } from '../../../calls/call-event.ts';
import type { CallReply } from '../../../calls/call-reply.ts';

/**
 * What a call's service does with an event. Resolves with what the telephone is to do next.
 * Each throws ReplayedNonce when the identity's nonce was used before.
 */
export type CallsPort = {
  answer(call: CallIdentity): Promise<CallReply>;
  input(call: CallIdentity, input: CallerInput): Promise<CallReply>;
  continue(call: CallIdentity, at: Continued): Promise<CallReply>;
  recorded(call: CallIdentity): Promise<CallReply>;
  hangUp(call: CallIdentity, hangUp: HungUp): Promise<void>;
};
