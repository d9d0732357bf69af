import { setTimeout as after } from 'node:timers/promises';
import { assertNever } from '../../../../shared/assert-never.ts';
import { budgets } from '../../../calls/budgets.ts';
import type { CallEvent, SoundAwaited } from '../../../calls/call-event.ts';
import { type CallReply, goingOn, hangingUp, listening } from '../../../calls/call-reply.ts';
import { phrasesIn } from '../../../calls/conversation/phrases.ts';
import { mostWaits } from '../../../calls/conversation/sound-wait.ts';

type Voice = { noSpeechMessage: string; language: string };

/** Where not even the tenant's own could be looked up. */
const NO_SPEECH = "I didn't hear anything. Please call back if you need help. Goodbye.";

/**
 * What a caller hears when we fail: an apology that goes on listening. It is a turn of its own, so that what is said
 * next is no repeat of what was lost.
 */
export function apologyFor(
  event: CallEvent,
  { noSpeechMessage, language }: Voice = { noSpeechMessage: NO_SPEECH, language: 'en-IN' },
): CallReply {
  const { broken, brokenAtAnswer } = phrasesIn(language);
  switch (event.kind) {
    case 'answered':
      return listening(brokenAtAnswer, 1, noSpeechMessage, true);
    case 'continued':
      return listening(broken, event.turn + 1, noSpeechMessage);
    case 'spoke':
    case 'pressed':
    case 'stayedSilent':
    case 'spokeOnRecording':
      // Of our documents, only the one with the greeting leaves the turn out.
      return listening(broken, (event.turn ?? 1) + 1, noSpeechMessage);
    case 'soundAwaited':
      return listening(broken, event.turn + 1, noSpeechMessage);
    case 'recorded':
    case 'recordingBegun':
    case 'recordingEnded':
      return goingOn();
    case 'hungUp':
      return hangingUp();
    default:
      return assertNever(event);
  }
}

/**
 * Has a caller's recording waited for once more where we fail: they may still be speaking, and a short failure is over
 * by the next request. Resolves once this one was held for as long as any that waits.
 * @param heldMs for how long it was held already
 * @returns undefined where it was waited for as often as may be: then the caller gets an apology
 */
export async function awaitedAgain(
  { turn, waited, most }: SoundAwaited,
  heldMs: number,
  limits: Pick<typeof budgets, 'soundHoldMs' | 'soundMs'> = budgets,
): Promise<CallReply | undefined> {
  const bound = Math.min(most ?? Number.POSITIVE_INFINITY, mostWaits(limits));
  if (waited + 1 >= bound) return undefined;
  await after(Math.max(0, limits.soundHoldMs - heldMs));
  return [{ step: 'awaitSound', turn, waited: waited + 1, most }];
}
