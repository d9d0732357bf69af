import type { Admission } from '../admission/admission.ts';
import type {
  CallEvent,
  CallerInput,
  CallIdentity,
  Continued,
  HungUp,
  RecordingBegun,
  RecordingEnded,
  SoundAwaited,
} from '../call-event.ts';
import type { CallReply } from '../call-reply.ts';
import { phrasesIn } from '../conversation/phrases.ts';
import { answerCall, noteRecording } from './answer-call.ts';
import { continueReply } from './continue-reply.ts';
import { hangUp } from './hang-up.ts';
import { awaitSound, recordingBegan, recordingEnded } from './recorded-turns.ts';
import { type InputParts, takeInput } from './take-input.ts';
import { takeLater } from './take-later.ts';

/**
 * Every event may come again, late, or in the wrong order: what was stored first holds. Each throws LessVerified where the call was verified and the webhook isn't.
 */
export type CallVerbs = {
  answer(call: CallIdentity): Promise<CallReply>;
  /** The carrier tells of a recording of the whole call. */
  recorded(call: CallIdentity): Promise<void>;
  input(call: CallIdentity, input: CallerInput): Promise<CallReply>;
  continue(call: CallIdentity, at: Continued): Promise<CallReply>;
  recordingBegan(call: CallIdentity, begun: RecordingBegun): Promise<void>;
  recordingEnded(call: CallIdentity, ended: RecordingEnded): Promise<void>;
  awaitSound(call: CallIdentity, awaited: SoundAwaited): Promise<CallReply>;
  hangUp(call: CallIdentity, hungUp: HungUp): Promise<void>;
  /** What couldn't be stored when it came, at `at`. */
  takeLater(call: CallIdentity, event: CallEvent, at: Date): Promise<void>;
};

/** What can be done with a call, as long as this process bears it: past that, new callers hear that lines are busy. */
export function callVerbs(parts: InputParts & { admission: Admission }): CallVerbs {
  const { admission } = parts;
  return {
    async answer(call) {
      if (!admission.admits(call))
        return [{ step: 'turnAway', saying: phrasesIn(call.tenant.persona.language).busy }];
      admission.saw(call);
      return answerCall(parts, call);
    },
    recorded: (call) => noteRecording(parts, call),
    input(call, input) {
      admission.saw(call);
      return takeInput(parts, call, input);
    },
    continue(call, at) {
      admission.saw(call);
      return continueReply(parts, call, at);
    },
    recordingBegan: (call, begun) => recordingBegan(parts, call, begun),
    recordingEnded(call, ended) {
      admission.saw(call);
      return recordingEnded(parts, call, ended);
    },
    awaitSound(call, awaited) {
      admission.saw(call);
      return awaitSound(parts, call, awaited);
    },
    async hangUp(call, hungUp) {
      // A caller who was told that lines are busy is no call of the business's.
      if (admission.isRefused(call)) return;
      await hangUp(parts, call, hungUp);
      admission.ended(call);
    },
    takeLater: (call, event, at) => takeLater(parts, call, event, at),
  };
}
