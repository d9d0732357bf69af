import type { Clock } from '../../infra/clock.ts';
import type { Database, Tx } from '../../infra/database.ts';
import type { Budgets } from '../budgets.ts';
import { type CallIdentity, callKey } from '../call-event.ts';
import { type CallReply, hangingUp, listening, type ReplySegment, segmentReply } from '../call-reply.ts';
import { phrasesIn } from '../conversation/phrases.ts';
import { type Exchange, findForDelivery, storeProgress, storeSegment } from '../exchange.store.ts';
import { failed } from './reply-outcome.ts';
import { deliveredCount, nextSegment } from './reply-segment.ts';
import { REPLY_CHANNEL, type ReplyWatch, type ReplyWatches } from './reply-watch.ts';

/** One webhook that waits for a reply. */
type Listener = {
  /** The first part of a reply that has only just been begun. */
  begin(turn: number): Promise<CallReply>;
  /** The part `index` of the reply to `turn`: the stored one where it was handed out before. */
  next(turn: number, index: number): Promise<CallReply>;
};

/** The part `index` of the reply to `turn`, for a webhook that came at `began` (performance.now()). */
type Wanted = { turn: number; index: number; began: number; watch: ReplyWatch };

/** Hands a reply out, document by document, however far it is written: every sentence once, in order. */
export class ReplyDelivery {
  constructor(
    private readonly database: Database,
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
      });
    } finally {
      watch.close();
    }
  }

  /** What can be said at once is said at once: a repeat, our own words, a reply that is complete. */
  async #next(call: CallIdentity, wanted: Wanted): Promise<CallReply> {
    const { reply, spoken } = await this.#inCall(call, (tx) =>
      this.#take(tx, call, wanted, 'only if complete'),
    );
    return reply ?? this.#wait(call, wanted, spoken);
  }

  /** @param spoken the sentences that earlier parts held: only more than those are worth speaking */
  async #wait(call: CallIdentity, wanted: Wanted, spoken: number): Promise<CallReply> {
    const { turn, began, watch } = wanted;
    const remaining = (ms: number) => began + ms - performance.now();
    const isComplete = () => watch.isOver || watch.of(turn).isWritten;
    const hasWords = () => isComplete() || watch.of(turn).written > spoken;
    await watch.until(isComplete, remaining(this.budgets.firstWordsMs));
    await watch.until(hasWords, remaining(this.budgets.holdMs));
    const { reply } = await this.#inCall(call, (tx) => this.#take(tx, call, wanted, 'whatever there is'));
    return reply ?? hangingUp();
  }

  async #take(
    tx: Tx,
    call: CallIdentity,
    { turn, index }: Wanted,
    mode: 'only if complete' | 'whatever there is',
  ): Promise<{ reply: CallReply | undefined; spoken: number }> {
    const { persona, id: tenantId } = call.tenant;
    const found = await findForDelivery(tx, tenantId, call.providerCallId, turn);
    const over = { reply: hangingUp(), spoken: 0 };
    if (found && found.status !== 'IN_PROGRESS') return over;
    const phrases = phrasesIn(persona.language);
    if (!found?.exchange)
      return { reply: listening(phrases.broken, turn + 1, persona.noSpeechMessage), spoken: 0 };
    const { callId, lineCount } = found;
    const key = { tenantId, callId, number: turn };
    const exchange = await this.#revived(tx, call, key, found.exchange);
    const stored = exchange.parts[index];
    const spoken = deliveredCount(exchange.parts);
    if (stored) return { reply: segmentReply(stored, turn, index, persona.noSpeechMessage), spoken };
    if (mode === 'only if complete' && !exchange.isWritten) return { reply: undefined, spoken };

    const part = nextSegment(exchange, phrases);
    await storeSegment(tx, key, part, this.#line(exchange, part, lineCount));
    return { reply: segmentReply(part, turn, exchange.parts.length, persona.noSpeechMessage), spoken };
  }

  /** The agent's line of the transcript with this part added to it; none where it adds no words of the reply. */
  #line(exchange: Exchange, part: ReplySegment, lineCount: number) {
    if (part.took === 0) return undefined;
    const text = exchange.sentences.slice(0, deliveredCount(exchange.parts) + part.took).join(' ');
    const number = exchange.lineNumber ?? lineCount + 1;
    return { number, text, source: exchange.source, at: this.clock.now() };
  }

  /** A reply whose process died is concluded with an apology by whoever comes for it next. */
  async #revived(
    tx: Tx,
    call: CallIdentity,
    key: { tenantId: string; callId: string; number: number },
    exchange: Exchange,
  ): Promise<Exchange> {
    const now = this.clock.now();
    if (exchange.isWritten || exchange.stallsAt > now) return exchange;
    const { sentences } = exchange;
    const { name: businessName, persona } = call.tenant;
    const { language } = persona;
    const reply = { sentences, turn: key.number, isFarewell: false, businessName, language };
    const outcome = { ...failed(reply), isWritten: true, stallsAt: now };
    const news = {
      callKey: callKey(call),
      turn: key.number,
      written: outcome.sentences.length,
      isWritten: true,
    };
    await storeProgress(tx, key, outcome, { channel: REPLY_CHANNEL, payload: JSON.stringify(news) });
    return { ...exchange, ...outcome };
  }

  #inCall<T>(call: CallIdentity, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.inTenant(call.tenant.id, work, { lock: call.providerCallId });
  }
}
