import { answerCall, noteRecording } from './answer-call.ts';
import type { CallerInput, CallIdentity, Continued, HungUp } from './call-event.ts';
import { continueReply } from './continue-reply.ts';
import { hangUp } from './hang-up.ts';
import { type InputParts, takeInput } from './take-input.ts';

/** What can be done with a call. Every event may come again, late, or in the wrong order: what was stored first holds. */
export const callVerbs = (parts: InputParts) => ({
  answer: (call: CallIdentity) => answerCall(parts, call),
  recorded: (call: CallIdentity) => noteRecording(parts, call),
  input: (call: CallIdentity, input: CallerInput) => takeInput(parts, call, input),
  continue: (call: CallIdentity, at: Continued) => continueReply(parts, call, at),
  hangUp: (call: CallIdentity, hungUp: HungUp) => hangUp(parts, call, hungUp),
});
