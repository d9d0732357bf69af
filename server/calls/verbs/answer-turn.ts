import type { Tx } from '../../infra/database.ts';
import type { ReachedBounds } from '../../infra/reached-bounds.ts';
import type { OpenCall } from '../call.store.ts';
import { type CallerInput, type CallIdentity, callKey, type HeardInput } from '../call-event.ts';
import type { NoticesCallers } from '../caller-words.ts';
import { conversationIn, ownWords } from '../conversation/call-state.ts';
import { decide, lineOf } from '../conversation/conversation.ts';
import { phrasesIn } from '../conversation/phrases.ts';
import type { ReplyProgress } from '../exchange.store.ts';
import { replyRequest } from '../prompt/prompt.ts';
import type { Assignment } from '../reply/growing-reply.ts';
import type { ReplyGenerator } from '../reply/reply-generator.ts';
import { type TakenTurn, takeTurn, takeTurnForModel } from '../turn.store.ts';
import type { CallParts } from './call-transaction.ts';

export type AnsweringParts = CallParts & {
  generator: Pick<ReplyGenerator, 'source' | 'stallsAt'>;
  notices: NoticesCallers;
  /** Told of turns that the model isn't asked for any more today. */
  reached: Pick<ReachedBounds, 'note'>;
};

/** A bound of so many turns is none: to count them, a tenant's turns would wait for each other's commits. */
const NO_BOUND = 100_000;

/** What the answer to a turn is, once the turn is stored. */
export type TurnAnswer =
  | { is: 'to be written'; assignment: Assignment }
  /** Complete at once. `lineNumber`: where it stands in the transcript, once it is spoken. */
  | { is: 'our own words'; text: string; endsCall: boolean; lineNumber: number }
  /** The call is over, and the caller's words are kept. */
  | { is: 'nothing' };

/** Stores the caller's turn number `number`, with their line of the transcript, and what is to be said to it. */
export async function answerTurn(
  tx: Tx,
  parts: AnsweringParts,
  call: CallIdentity,
  open: OpenCall,
  { number, input }: { number: number; input: HeardInput },
): Promise<TurnAnswer> {
  const { tenant } = call;
  const now = parts.clock.now();
  const decision = decide(conversationIn(tenant, open, now), input, number);
  const line = callerLine(open, input);
  const lineNumber = open.lineCount + (line ? 2 : 1);
  const taken = { ...turnOf(call, open, number, input, now), line };
  if (line) await notice(tx, parts, call, open, line);

  if (decision.next === 'reply') {
    const { isFarewell } = decision;
    const turn = { ...taken, reply: nothingWritten(parts, now) };
    const { modelTurnsADay } = tenant.bounds;
    const isCounted =
      !open.verified && parts.generator.source === 'LANGUAGE_MODEL' && modelTurnsADay < NO_BOUND;
    const known = await takeTurnForModel(tx, turn, {
      customerId: open.verified ? open.customerId : null,
      mostModelTurns: isCounted ? modelTurnsADay : null,
      timeZone: tenant.timeZone,
    });
    if (!known.mayAsk) parts.reached.note('model_turns_a_day');
    const lines = line ? [...known.lines, { speaker: 'CALLER' as const, text: line.text }] : known.lines;
    const request = replyRequest({ ...known, tenant, lines, now, begunAt: open.startedAt, isFarewell });
    return {
      is: 'to be written',
      assignment: {
        ...{ key: taken.key, callKey: callKey(call), request, lines, isFarewell },
        isScripted: !known.mayAsk,
      },
    };
  }
  const own = ownWords(decision, tenant.persona, open.silences);
  await takeTurn(tx, { ...taken, reply: saidAtOnce(own.text, own.endsCall, now) });
  return own.text === undefined
    ? { is: 'nothing' }
    : { is: 'our own words', text: own.text, endsCall: own.endsCall, lineNumber };
}

/** Stores that what the caller said can't be had: an apology, and the next turn listens again. */
export async function apologiseForTurn(
  tx: Tx,
  { clock }: Pick<CallParts, 'clock'>,
  call: CallIdentity,
  open: OpenCall,
  { number, input }: { number: number; input: CallerInput },
): Promise<void> {
  const now = clock.now();
  const text = phrasesIn(call.tenant.persona.language).apology(number);
  const reply = { ...saidAtOnce(text, false, now), source: 'FALLBACK' as const };
  await takeTurn(tx, { ...turnOf(call, open, number, input, now), reply });
}

/** The caller's line of the transcript, after those that there are; none for a silence. */
export function callerLine(open: OpenCall, input: HeardInput): TakenTurn['line'] {
  const text = lineOf(input);
  const confidence = input.kind === 'spoke' ? input.confidence : undefined;
  return text === undefined ? undefined : { number: open.lineCount + 1, text, confidence };
}

/** A turn of the caller's that is taken now, without their words. */
export function turnOf(
  call: CallIdentity,
  open: OpenCall,
  number: number,
  input: CallerInput,
  now: Date,
): Omit<TakenTurn, 'reply'> {
  return {
    key: { tenantId: call.tenant.id, callId: open.id, number },
    bodyHash: input.bodyHash,
    askedAt: now,
    silences: input.kind === 'stayedSilent' ? open.silences + 1 : 0,
    line: undefined,
  };
}

/** A reply of which there is nothing yet. */
export const nothingWritten = (
  { generator }: Pick<AnsweringParts, 'generator'>,
  now: Date,
): ReplyProgress => ({
  sentences: [],
  isWritten: false,
  source: generator.source,
  endsCall: false,
  stallsAt: generator.stallsAt(now),
});

/** A reply that is complete, or none at all. */
export const saidAtOnce = (text: string | undefined, endsCall: boolean, now: Date): ReplyProgress => ({
  sentences: text === undefined ? [] : [text],
  isWritten: true,
  source: 'SCRIPTED',
  endsCall,
  stallsAt: now,
});

/** Tells those who listen in what the caller said, as the transcript has it. */
export function notice(
  tx: Tx,
  { notices }: Pick<AnsweringParts, 'notices'>,
  call: CallIdentity,
  open: OpenCall,
  { number, text }: { number: number; text: string },
): Promise<void> {
  const { id: callId, customerId, verified } = open;
  const isOver = open.status !== 'IN_PROGRESS';
  return notices.heard(tx, { tenantId: call.tenant.id, callId, customerId, verified, number, text, isOver });
}
