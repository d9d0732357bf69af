import type { Clock } from '../../infra/clock.ts';
import type { Database, Tx } from '../../infra/database.ts';
import type { Budgets } from '../budgets.ts';
import { type CallIdentity, callKey } from '../call-event.ts';
import { type CallReply, hangingUp, listening, type ReplySegment, segmentReply } from '../call-reply.ts';
import { phrasesIn } from '../conversation/phrases.ts';
import { type Exchange, type ExchangeKey, findForDelivery, storeSegment } from '../exchange.store.ts';
import { LessVerified } from '../less-verified.ts';
import { storePromptLog } from '../prompt/prompt-log.store.ts';
import type { GrowingReplies, GrowingReply } from './growing-reply.ts';
import { failed } from './reply-outcome.ts';
import { deliveredCount, nextSegment } from './reply-segment.ts';
import type { ReplyWatch, ReplyWatches } from './reply-watch.ts';

/** One webhook that waits for a reply. */
export type Listener = {
  /** The first document of a reply that has only just been begun. */
  begin(turn: number): Promise<CallReply>;
  /** The document `index` of the reply to `turn`: the stored one where it was delivered before. */
  next(turn: number, index: number): Promise<CallReply>;
  /** The first document of the reply to a turn that another webhook may bring while this one waits. */
  taken(turn: number): Promise<AwaitedTurn>;
};

/** `recordedSince`: when the carrier said that it began to record the turn, if it did. */
export type AwaitedTurn =
  | { isTaken: true; reply: CallReply }
  | { isTaken: false; recordedSince: Date | undefined };

/** The document `index` of the reply to `turn`, for a webhook that came at `began` (performance.now()). */
type Wanted = {
  turn: number;
  index: number;
  began: number;
  watch: ReplyWatch;
  /** Whether the turn may not have been taken yet. */
  mayComeYet?: boolean;
};

/** What a webhook found when it came for its document. */
type Found =
  | { is: 'delivered'; reply: CallReply }
  | { is: 'not written yet'; spoken: number }
  | { is: 'not taken'; recordedSince: Date | undefined };

/** Delivers a reply, document by document, however far it is written: every sentence once, in order. */
export class ReplyDelivery {
  constructor(
    private readonly database: Database,
    private readonly replies: GrowingReplies,
    private readonly watches: ReplyWatches,
    private readonly clock: Clock,
    private readonly budgets: Budgets,
  ) {}

  /** Hears of the call's replies from before `work` begins, so that nothing written meanwhile is missed. */
  async during(call: CallIdentity, work: (listener: Listener) => Promise<CallReply>): Promise<CallReply> {
    const began = performance.now();
    const watch = this.watches.watch(callKey(call));
    try {
      return await work({
        begin: (turn) => this.#wait(call, { turn, index: 0, began, watch }, 0),
        next: (turn, index) => this.#next(call, { turn, index, began, watch }),
        taken: (turn) => this.#taken(call, { turn, index: 0, began, watch, mayComeYet: true }),
      });
    } finally {
      watch.close();
    }
  }

  /** What can be said at once is said at once: a repeat, our own words, a reply that is complete. */
  async #next(call: CallIdentity, wanted: Wanted): Promise<CallReply> {
    wanted.watch.turn = wanted.turn;
    const found = await this.#deliver(call, wanted, 'only if complete');
    return found.is === 'delivered' ? found.reply : this.#wait(call, wanted, spokenOf(found));
  }

  /** Says nothing while the turn isn't taken; from then on this webhook waits as the one that brought it would. */
  async #taken(call: CallIdentity, wanted: Wanted): Promise<AwaitedTurn> {
    const { turn, began, watch } = wanted;
    watch.turn = turn;
    const found = await this.#deliver(call, wanted, 'only if complete');
    if (found.is === 'delivered') return { isTaken: true, reply: found.reply };
    const isTaken = () => watch.isOver || watch.isTaken(turn);
    if (found.is === 'not taken') {
      await watch.until(isTaken, began + this.budgets.soundHoldMs - performance.now());
      if (!isTaken()) return { isTaken: false, recordedSince: found.recordedSince };
    }
    return { isTaken: true, reply: await this.#wait(call, wanted, spokenOf(found)) };
  }

  /** @param spoken the sentences that earlier documents held: only more than those are worth speaking */
  async #wait(call: CallIdentity, wanted: Wanted, spoken: number): Promise<CallReply> {
    const { turn, began, watch } = wanted;
    watch.turn = turn;
    const growing = this.replies.of(callKey(call), turn)?.progress;
    const written = () => Math.max(watch.of(turn).written, growing?.sentences.length ?? 0);
    const remaining = (ms: number) => began + ms - performance.now();
    const isComplete = () => watch.isOver || watch.of(turn).isWritten || growing?.isWritten === true;
    const hasWords = () => isComplete() || written() > spoken;
    await watch.until(isComplete, remaining(this.budgets.firstWordsMs));
    await watch.until(hasWords, remaining(this.budgets.holdMs));
    const found = await this.#deliver(call, wanted, 'whatever there is');
    return found.is === 'delivered' ? found.reply : hangingUp();
  }

  async #deliver(
    call: CallIdentity,
    wanted: Wanted,
    mode: 'only if complete' | 'whatever there is',
  ): Promise<Found> {
    const growing = this.replies.of(callKey(call), wanted.turn);
    // What the transaction stores; afterwards the reply may have grown.
    const progress = growing?.isStored === false ? growing.progress : undefined;
    const { found, isStored } = await this.database.inTenant(
      call.tenant.id,
      (tx) => this.#take(tx, call, wanted, { mode, growing, progress }),
      { lock: call.providerCallId, inCall: true },
    );
    if (isStored && progress) growing?.wasStored(progress);
    return found;
  }

  async #take(
    tx: Tx,
    call: CallIdentity,
    { turn, index, mayComeYet }: Wanted,
    {
      mode,
      growing,
      progress,
    }: {
      mode: 'only if complete' | 'whatever there is';
      growing: GrowingReply | undefined;
      progress: GrowingReply['progress'] | undefined;
    },
  ): Promise<{ found: Found; isStored: boolean }> {
    const { persona, id: tenantId } = call.tenant;
    const { noSpeechMessage } = persona;
    const delivered = (reply: CallReply): { found: Found; isStored: boolean } => ({
      found: { is: 'delivered', reply },
      isStored: false,
    });
    const row = await findForDelivery(tx, tenantId, call.providerCallId, turn);
    if (row?.verified && !call.verified) throw new LessVerified();
    if (row && row.status !== 'IN_PROGRESS') return delivered(hangingUp());
    const phrases = phrasesIn(persona.language);
    if (!row?.exchange && mayComeYet) {
      const recordedSince = (row?.recordedTurn === turn && row.recordedSince) || undefined;
      return { found: { is: 'not taken', recordedSince }, isStored: false };
    }
    if (!row?.exchange) return delivered(listening(phrases.broken, turn + 1, noSpeechMessage));
    const stored = row.exchange.segments[index];
    if (stored) return delivered(segmentReply(stored, turn, index, noSpeechMessage));

    const changed = row.exchange.isWritten
      ? undefined
      : (progress ?? (growing ? undefined : this.#givenUp(call, row.exchange)));
    const exchange = { ...row.exchange, ...changed };
    const spoken = deliveredCount(exchange.segments);
    if (mode === 'only if complete' && !exchange.isWritten)
      return { found: { is: 'not written yet', spoken }, isStored: false };

    const segment = nextSegment(exchange, phrases);
    const key = { tenantId, callId: row.callId, number: turn };
    const line = this.#line(exchange, segment, row.lineCount);
    await storeSegment(tx, key, callKey(call), { segment, progress: changed, line });
    if (changed?.isWritten && growing) await storePromptLog(tx, key, growing.promptLog);
    const reply = segmentReply(segment, turn, exchange.segments.length, noSpeechMessage);
    return { found: { is: 'delivered', reply }, isStored: changed !== undefined && changed === progress };
  }

  /** The agent's line of the transcript with this segment added to it; none where it adds no words of the reply. */
  #line(exchange: Exchange, segment: ReplySegment, lineCount: number) {
    if (segment.took === 0) return undefined;
    return spokenLine(exchange, segment, exchange.lineNumber ?? lineCount + 1, this.clock.now());
  }

  /** A reply whose process died is ended with an apology by the webhook that comes for it next. */
  #givenUp(call: CallIdentity, { number, sentences, stallsAt }: Exchange) {
    const now = this.clock.now();
    if (stallsAt > now) return undefined;
    const { name: businessName, persona } = call.tenant;
    const { language } = persona;
    const reply = { sentences, turn: number, isFarewell: false, businessName, language };
    return { ...failed(reply), isWritten: true, stallsAt: now };
  }
}

/** How many sentences the caller has heard already. */
const spokenOf = (found: Exclude<Found, { is: 'delivered' }>): number =>
  found.is === 'not written yet' ? found.spoken : 0;

/** The agent's line that holds an exchange's reply up to and with this segment. */
const spokenLine = (
  { sentences, segments, source }: Pick<Exchange, 'sentences' | 'segments' | 'source'>,
  { took }: ReplySegment,
  number: number,
  at: Date,
) => ({
  number,
  text: sentences.slice(0, deliveredCount(segments) + took).join(' '),
  source,
  at,
});

/** Our own words, known at once: stored and delivered in the transaction that took the caller's turn. */
export async function deliverAtOnce(
  tx: Tx,
  key: ExchangeKey,
  call: CallIdentity,
  { text, endsCall, lineNumber, now }: { text: string; endsCall: boolean; lineNumber: number; now: Date },
): Promise<CallReply> {
  const segment: ReplySegment = { say: [text], took: 1, next: endsCall ? 'hang up' : 'listen' };
  const line = { number: lineNumber, text, source: 'SCRIPTED' as const, at: now };
  await storeSegment(tx, key, callKey(call), { segment, progress: undefined, line });
  return segmentReply(segment, key.number, 0, call.tenant.persona.noSpeechMessage);
}
