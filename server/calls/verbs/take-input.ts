import { assertNever } from '../../../shared/assert-never.ts';
import type { Tx } from '../../infra/database.ts';
import type { Vault } from '../../infra/secrets.ts';
import type { Admission } from '../admission/admission.ts';
import type { Budgets } from '../budgets.ts';
import { type CallerInput, type CallIdentity, callKey } from '../call-event.ts';
import { type CallReply, hangingUp } from '../call-reply.ts';
import { hasHadAllTurns } from '../conversation/conversation.ts';
import { comesTooLate } from '../conversation/late-words.store.ts';
import { turnNumber } from '../conversation/turn-number.ts';
import type { Assignment } from '../reply/growing-reply.ts';
import { deliverAtOnce, type Listener, type ReplyDelivery } from '../reply/reply-delivery.ts';
import type { ReplyGenerator } from '../reply/reply-generator.ts';
import { REPLY_CHANNEL, type ReplyNews } from '../reply/reply-news.ts';
import {
  insertPendingTranscription,
  type PendingTranscription,
} from '../transcription/pending-transcription.store.ts';
import { noteSoundLacking, takeLackingSound } from '../transcription/recorded-turn.store.ts';
import { type TranscriptParts, takeTranscript } from '../transcription/take-transcript.ts';
import type { TurnTranscriber } from '../transcription/turn-transcriber.ts';
import { findOrOpenTurn, takeTurn } from '../turn.store.ts';
import { type AnsweringParts, answerTurn, nothingWritten, turnOf } from './answer-turn.ts';
import { inCall, noteRecordingOf } from './call-transaction.ts';

export type InputParts = AnsweringParts & {
  generator: ReplyGenerator;
  delivery: ReplyDelivery;
  transcriber: TurnTranscriber;
  vault: Vault;
  admission: Pick<Admission, 'takes' | 'droppedLateWords'>;
  budgets: Pick<Budgets, 'soundHoldMs' | 'soundMs'>;
};

/** What a delivery of the caller's input has come to, once it is stored. */
export type Taken =
  | { is: 'a repeat'; turn: number }
  | { is: 'answered'; reply: CallReply }
  /** Our own words, for another request to deliver. */
  | { is: 'written' }
  | { is: 'to be written'; turn: number; assignment: Assignment }
  | { is: 'to be transcribed'; turn: number; pending: PendingTranscription }
  /** Words to a turn that was given up: they are kept, and not answered. */
  | { is: 'late sound'; turn: number; pending: PendingTranscription };

/**
 * Takes what the caller said, pressed or didn't say: the turn is taken, its reply generated, and its first document
 * delivered.
 */
export function takeInput(parts: InputParts, call: CallIdentity, input: CallerInput): Promise<CallReply> {
  return parts.delivery.during(call, (listener) => inputTaken(parts, call, input, listener));
}

/** As takeInput, for a webhook that listens already. */
export async function inputTaken(
  parts: InputParts,
  call: CallIdentity,
  input: CallerInput,
  listener: Listener,
): Promise<CallReply> {
  const isTaken = parts.admission.takes();
  const taken = await inCall(parts, call, (tx) => take(tx, parts, call, input, 'at once')).finally(isTaken);
  beginReply(parts, call, input, taken);
  switch (taken.is) {
    case 'answered':
      return taken.reply;
    case 'to be written':
    case 'to be transcribed':
      return listener.begin(taken.turn);
    case 'a repeat':
    case 'late sound':
      return listener.next(taken.turn, 0);
    case 'written':
      throw new Error('What is delivered at once was left to another request');
    default:
      return assertNever(taken);
  }
}

/** Has written or transcribed what a turn takes, once that turn is stored. */
export function beginReply(
  parts: Pick<InputParts, 'generator' | 'transcriber'> & TranscriptParts,
  call: CallIdentity,
  input: CallerInput,
  taken: Taken,
): void {
  if (taken.is === 'to be written') parts.generator.start(taken.assignment);
  if (taken.is === 'to be transcribed' || taken.is === 'late sound') {
    parts.transcriber.start(taken.pending, (heard) =>
      takeTranscript(parts, call, taken.pending, input, heard),
    );
  }
}

/** @param delivers whether our own words are the reply to this very request */
export async function take(
  tx: Tx,
  parts: InputParts,
  call: CallIdentity,
  input: CallerInput,
  delivers: 'at once' | 'for another request',
): Promise<Taken> {
  const now = parts.clock.now();
  const open = await findOrOpenTurn(tx, call, now, input.turn);
  await noteRecordingOf(tx, parts, call, open);
  const turn = turnNumber(input, open.latest, now);
  const key = { tenantId: call.tenant.id, callId: open.id, number: turn };
  const isKnown = turn === open.latest?.number || open.isKnown;
  if (isKnown && !(input.kind === 'spokeOnRecording' && (await takeLackingSound(tx, key))))
    return { is: 'a repeat', turn };
  if (
    (!isKnown && hasHadAllTurns(open.lastExchange)) ||
    (await comesTooLate(tx, call.tenant.id, open, now))
  ) {
    parts.admission.droppedLateWords();
    return { is: 'answered', reply: hangingUp() };
  }

  // An older account's action is answered itself, and may not follow the answer: then another request waits.
  const isWaitedFor = delivers === 'for another request' || input.wasRecorded;
  if (input.kind === 'spokeOnRecording') {
    const { language } = call.tenant.persona;
    const pending = { key, recording: input.recording, language };
    if (!isKnown) {
      const begun = { ...turnOf(call, open, turn, input, now), silences: open.silences };
      await takeTurn(tx, { ...begun, reply: nothingWritten(parts, now) });
      if (isWaitedFor) await announce(tx, call, turn, { isWritten: false });
    }
    await insertPendingTranscription(tx, parts.vault, pending, now);
    return { is: isKnown ? 'late sound' : 'to be transcribed', turn, pending };
  }

  const answer = await answerTurn(tx, parts, call, open, { number: turn, input });
  if (input.kind === 'stayedSilent' && input.wasRecorded) await noteSoundLacking(tx, key);
  if (isWaitedFor) await announce(tx, call, turn, { isWritten: answer.is !== 'to be written' });
  switch (answer.is) {
    case 'to be written':
      return { ...answer, turn };
    case 'our own words':
      return delivers === 'at once'
        ? { is: 'answered', reply: await deliverAtOnce(tx, key, call, { ...answer, now }) }
        : { is: 'written' };
    case 'nothing':
      return { is: 'answered', reply: hangingUp() };
    default:
      return assertNever(answer);
  }
}

/** Wakes the request that waits for a turn that this one brought. */
async function announce(
  tx: Tx,
  call: CallIdentity,
  turn: number,
  { isWritten }: { isWritten: boolean },
): Promise<void> {
  const news: ReplyNews = { callKey: callKey(call), turn, written: isWritten ? 1 : 0, isWritten };
  await tx.notify(REPLY_CHANNEL, JSON.stringify(news));
}
