import type { CallEvent, CallerInput, CallIdentity } from '../call-event.ts';
import { hasHadAllTurns } from '../conversation/conversation.ts';
import { comesTooLate } from '../conversation/late-words.store.ts';
import type { ReplyGenerator } from '../reply/reply-generator.ts';
import { insertPendingTranscription } from '../transcription/pending-transcription.store.ts';
import { takeLackingSound } from '../transcription/recorded-turn.store.ts';
import { findOrOpenTurn, takeTurn } from '../turn.store.ts';
import { isOfRetiredNumber, noteCall } from './answer-call.ts';
import { callerLine, notice, saidAtOnce, turnOf } from './answer-turn.ts';
import { type CallParts, inCall, noteRecordingOf } from './call-transaction.ts';
import { hangUp } from './hang-up.ts';
import type { InputParts } from './take-input.ts';

export type LaterParts = CallParts &
  Pick<InputParts, 'vault' | 'notices' | 'admission'> & { generator: Pick<ReplyGenerator, 'stop'> };

/**
 * Takes an event that couldn't be stored when it came, as if at that time: nobody waits for an answer any more. What
 * the caller heard then was an apology, so there is neither a greeting nor a reply. Safe to repeat.
 * @param at when it came
 * @throws LessVerified, Flood
 */
export async function takeLater(
  parts: LaterParts,
  call: CallIdentity,
  event: CallEvent,
  at: Date,
): Promise<void> {
  const then = { ...parts, clock: { now: () => at } };
  switch (event.kind) {
    case 'hungUp':
      return hangUp(then, call, event);
    case 'answered':
      if (isOfRetiredNumber(call)) return;
      return noteCall(then, call);
    case 'recorded':
    case 'stayedSilent':
      return noteCall(then, call);
    case 'recordingBegun':
    case 'continued':
    case 'soundAwaited':
      return;
    case 'recordingEnded':
      if (event.input.kind !== 'stayedSilent') return keepWords(then, call, event.input);
      return noteCall(then, call);
    default:
      return keepWords(then, call, event);
  }
}

/** The words of a turn that got an apology for an answer: they belong in the transcript all the same. */
async function keepWords(
  parts: LaterParts,
  call: CallIdentity,
  input: Exclude<CallerInput, { kind: 'stayedSilent' }>,
): Promise<void> {
  const at = parts.clock.now();
  await inCall(parts, call, async (tx) => {
    const open = await findOrOpenTurn(tx, call, at, input.turn);
    await noteRecordingOf(tx, parts, call, open);
    // Of our addresses only the one after the greeting has no turn: what came to it was the caller's first.
    const number = input.turn ?? 1;
    const key = { tenantId: call.tenant.id, callId: open.id, number };
    const isKnown = open.isKnown || number === open.latest?.number;
    // The turn was taken for a silence, since its sound didn't come.
    const isLateSound = isKnown && input.kind === 'spokeOnRecording' && (await takeLackingSound(tx, key));
    if (isKnown && !isLateSound) return;
    if (!isKnown && hasHadAllTurns(open.lastExchange)) return parts.admission.droppedLateWords();
    if (await comesTooLate(tx, call.tenant.id, open, at)) return;
    const turn = { ...turnOf(call, open, number, input, at), silences: open.silences };
    const reply = saidAtOnce(undefined, false, at);
    if (input.kind === 'spokeOnRecording') {
      if (!isKnown) await takeTurn(tx, { ...turn, reply });
      const { language } = call.tenant.persona;
      await insertPendingTranscription(tx, parts.vault, { key, recording: input.recording, language }, at);
      return;
    }
    const line = callerLine(open, input);
    await takeTurn(tx, { ...turn, line, reply });
    if (line) await notice(tx, parts, call, open, line);
  });
}
