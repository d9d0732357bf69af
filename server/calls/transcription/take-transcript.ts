import type { Tx } from '../../infra/database.ts';
import { addLine, type OpenCall } from '../call.store.ts';
import { type CallerInput, type CallIdentity, callKey, type HeardInput } from '../call-event.ts';
import { lineOf } from '../conversation/conversation.ts';
import { findExchange } from '../exchange.store.ts';
import type { Assignment } from '../reply/growing-reply.ts';
import type { ReplyGenerator } from '../reply/reply-generator.ts';
import { REPLY_CHANNEL, type ReplyNews } from '../reply/reply-news.ts';
import { type AnsweringParts, answerTurn, apologiseForTurn, notice } from '../verbs/answer-turn.ts';
import { inCall, openCall } from '../verbs/call-transaction.ts';
import { deletePendingTranscription, type PendingTranscription } from './pending-transcription.store.ts';
import { forgetSilences } from './recorded-turn.store.ts';
import { type Heard, heardInput } from './turn-transcriber.ts';

export type TranscriptParts = AnsweringParts & {
  generator: Pick<ReplyGenerator, 'source' | 'stallsAt' | 'start'>;
};

/** Goes on with a turn whose recording was listened to. */
export async function takeTranscript(
  parts: TranscriptParts,
  call: CallIdentity,
  { key }: PendingTranscription,
  taken: CallerInput,
  heard: Heard,
): Promise<void> {
  // What came with the webhook was noted when it came.
  const known = { ...call, recording: undefined };
  const assignment = await inCall(parts, known, async (tx): Promise<Assignment | undefined> => {
    if (!(await deletePendingTranscription(tx, key))) return undefined;
    const open = await openCall(tx, parts, known);
    const input = heard === 'failed' ? undefined : heardInput(heard.words, taken);
    const exchange = await findExchange(tx, key);
    // Another process has apologised for us, or the caller has gone on: the words are kept, and not answered.
    if (!exchange || exchange.isWritten || open.lastExchange !== key.number) {
      if (input) await keepWords(tx, parts, known, open, input);
      return undefined;
    }
    if (input) {
      const answer = await answerTurn(tx, parts, known, open, { number: key.number, input });
      if (answer.is === 'to be written') return answer.assignment;
    } else {
      await apologiseForTurn(tx, parts, known, open, { number: key.number, input: taken });
    }
    const news: ReplyNews = { callKey: callKey(call), turn: key.number, written: 1, isWritten: true };
    await tx.notify(REPLY_CHANNEL, JSON.stringify(news));
    return undefined;
  });
  if (assignment) parts.generator.start(assignment);
}

async function keepWords(
  tx: Tx,
  parts: TranscriptParts,
  call: CallIdentity,
  open: OpenCall,
  input: HeardInput,
): Promise<void> {
  const text = lineOf(input);
  if (text === undefined) return;
  if (input.kind === 'spoke') await forgetSilences(tx, { tenantId: call.tenant.id, callId: open.id });
  const number = open.lineCount + 1;
  const line = { tenantId: call.tenant.id, callId: open.id, number, text };
  await addLine(tx, { ...line, speaker: 'CALLER', at: parts.clock.now() });
  await notice(tx, parts, call, open, { number, text });
}
