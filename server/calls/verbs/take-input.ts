import { assertNever } from '../../../shared/assert-never.ts';
import type { Tx } from '../../infra/database.ts';
import type { Vault } from '../../infra/secrets.ts';
import type { Admission } from '../admission/admission.ts';
import type { CallerInput, CallIdentity } from '../call-event.ts';
import { type CallReply, hangingUp } from '../call-reply.ts';
import { findLateTurns } from '../conversation/late-words.store.ts';
import { takesLateWords } from '../conversation/late-words.ts';
import { turnNumber } from '../conversation/turn-number.ts';
import type { Assignment } from '../reply/growing-reply.ts';
import { deliverAtOnce, type ReplyDelivery } from '../reply/reply-delivery.ts';
import type { ReplyGenerator } from '../reply/reply-generator.ts';
import {
  insertPendingTranscription,
  type PendingTranscription,
} from '../transcription/pending-transcription.store.ts';
import { takeTranscript } from '../transcription/take-transcript.ts';
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
};

/** What a delivery of the caller's input has come to, once it is stored. */
type Taken =
  | { is: 'a repeat'; turn: number }
  | { is: 'answered'; reply: CallReply }
  | { is: 'to be written'; turn: number; assignment: Assignment }
  | { is: 'to be transcribed'; turn: number; pending: PendingTranscription };

/**
 * Takes what the caller said, pressed or didn't say: the turn is taken, its reply generated, and its first document
 * delivered.
 */
export function takeInput(parts: InputParts, call: CallIdentity, input: CallerInput): Promise<CallReply> {
  return parts.delivery.during(call, async (listener) => {
    const isTaken = parts.admission.takes();
    const taken = await inCall(parts, call, (tx) => take(tx, parts, call, input)).finally(isTaken);
    switch (taken.is) {
      case 'a repeat':
        return listener.next(taken.turn, 0);
      case 'answered':
        return taken.reply;
      case 'to be written':
        parts.generator.start(taken.assignment);
        return listener.begin(taken.turn);
      case 'to be transcribed':
        parts.transcriber.start(taken.pending, (heard) =>
          takeTranscript(parts, call, taken.pending, input, heard),
        );
        return listener.begin(taken.turn);
      default:
        return assertNever(taken);
    }
  });
}

async function take(tx: Tx, parts: InputParts, call: CallIdentity, input: CallerInput): Promise<Taken> {
  const now = parts.clock.now();
  const open = await findOrOpenTurn(tx, call, now, input.turn);
  await noteRecordingOf(tx, parts, call, open);
  const turn = turnNumber(input, open.latest, now);
  if (turn === open.latest?.number || open.isKnown) return { is: 'a repeat', turn };
  if (open.status !== 'IN_PROGRESS') {
    const late = await findLateTurns(tx, call.tenant.id, open.id);
    if (late && !takesLateWords({ status: open.status, ...late }, now)) {
      parts.admission.droppedLateWords();
      return { is: 'answered', reply: hangingUp() };
    }
  }

  if (input.kind === 'spokeOnRecording') {
    const begun = { ...turnOf(call, open, turn, input, now), silences: open.silences };
    const { language } = call.tenant.persona;
    const pending = { key: begun.key, recording: input.recording, language };
    await takeTurn(tx, { ...begun, reply: nothingWritten(parts, now) });
    await insertPendingTranscription(tx, parts.vault, pending, now);
    return { is: 'to be transcribed', turn, pending };
  }

  const answer = await answerTurn(tx, parts, call, open, { number: turn, input });
  switch (answer.is) {
    case 'to be written':
      return { ...answer, turn };
    case 'our own words': {
      const key = { tenantId: call.tenant.id, callId: open.id, number: turn };
      return { is: 'answered', reply: await deliverAtOnce(tx, key, call, { ...answer, now }) };
    }
    case 'nothing':
      return { is: 'answered', reply: hangingUp() };
    default:
      return assertNever(answer);
  }
}
