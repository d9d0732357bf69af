import type { Admission } from '../admission/admission.ts';
import { Flood } from '../admission/flood.ts';
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
import { answerCall, noteCall } from './answer-call.ts';
import { continueReply } from './continue-reply.ts';
import { hangUp, hangUpKnown } from './hang-up.ts';
import { awaitSound, recordingBegan, recordingEnded } from './recorded-turns.ts';
import { type InputParts, takeInput } from './take-input.ts';
import { takeLater } from './take-later.ts';

/**
 * Every event may come again, late, or in the wrong order: what was stored first holds. Each throws LessVerified where
 * the call was verified and the webhook isn't; and Flood where it would begin a call that may be a stranger's, when its
 * tenant has as many of those as may be: whatever webhook it is, nothing of it is stored.
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
  const { admission, reached } = parts;
  const turnAway = (call: CallIdentity, { bound }: Flood, isFresh: boolean) => {
    admission.turnedAway(call, bound, isFresh);
    reached.note(bound === 'A_MINUTE' ? 'new_calls_a_minute' : 'calls_at_once');
  };
  const bounded = <T>(call: CallIdentity, work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      if (error instanceof Flood) turnAway(call, error, true);
      throw error;
    });
  return {
    async answer(call) {
      if (!admission.admits(call))
        return [{ step: 'turnAway', saying: phrasesIn(call.tenant.persona.language).busy }];
      const bound = admission.floodMetBy(call);
      if (bound) {
        const flood = new Flood(bound);
        turnAway(call, flood, false);
        throw flood;
      }
      admission.saw(call);
      return bounded(call, answerCall(parts, call));
    },
    recorded: (call) => bounded(call, noteCall(parts, call)),
    async input(call, input) {
      const reply = await bounded(call, takeInput(parts, call, input));
      admission.saw(call);
      return reply;
    },
    async continue(call, at) {
      admission.sawAgain(call);
      return bounded(call, continueReply(parts, call, at));
    },
    recordingBegan: (call, begun) => bounded(call, recordingBegan(parts, call, begun)),
    async recordingEnded(call, ended) {
      await bounded(call, recordingEnded(parts, call, ended));
      admission.saw(call);
    },
    async awaitSound(call, awaited) {
      admission.sawAgain(call);
      return bounded(call, awaitSound(parts, call, awaited));
    },
    async hangUp(call, hungUp) {
      // A caller who was told that lines are busy is no call of the business's. Another process may have taken one
      // that is verified, while strangers' use of its id was turned away here.
      if (admission.isRefused(call)) {
        if (call.verified) await hangUpKnown(parts, call, hungUp);
        return;
      }
      await bounded(call, hangUp(parts, call, hungUp));
      admission.ended(call);
    },
    takeLater: (call, event, at) => takeLater(parts, call, event, at),
  };
}
