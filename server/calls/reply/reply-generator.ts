import type { Clock } from '../../infra/clock.ts';
import type { Database } from '../../infra/database.ts';
import type { Log } from '../../infra/log.ts';
import type { Line } from '../../language-model/briefing.ts';
import type { LanguageModel, ReplyRequest } from '../../language-model/language-model.ts';
import type { Budgets } from '../budgets.ts';
import { type Exchange, type ExchangeKey, storeProgress } from '../exchange.store.ts';
import { storePromptLog } from '../prompt/prompt-log.store.ts';
import { promptLogEntryOf } from '../prompt/prompt-log.ts';
import { failed, finished } from './reply-outcome.ts';
import { REPLY_CHANNEL, type ReplyNews, type ReplyWatches } from './reply-watch.ts';
import { writeReply } from './reply-writer.ts';

/** A reply to be written. */
export type Assignment = {
  key: ExchangeKey;
  callKey: string;
  request: ReplyRequest;
  /** The whole call so far, of which the request may hold less. */
  lines: readonly Line[];
  isFarewell: boolean;
};

type Draft = Pick<Exchange, 'sentences' | 'isWritten' | 'source' | 'endsCall' | 'stallsAt'>;

/** How often the end of a reply is stored again when the database is away for a moment. */
const STORE_ATTEMPTS = 3;

/** Has replies written, one task each, and stores every sentence as it completes. */
export class ReplyGenerator {
  /** What ends the reply that a call waits for. */
  readonly #running = new Map<string, AbortController>();
  readonly #unfinished = new Set<Promise<void>>();

  constructor(
    private readonly database: Database,
    private readonly model: LanguageModel,
    private readonly watches: ReplyWatches,
    private readonly clock: Clock,
    private readonly log: Log,
    private readonly budgets: Budgets,
  ) {}

  get source(): LanguageModel['source'] {
    return this.model.source;
  }

  /** When a reply begun now, or that grew now, is given up for dead by others. */
  stallsAt(now: Date): Date {
    return new Date(now.getTime() + this.budgets.firstSentenceMs + this.budgets.graceMs);
  }

  /** Begins to write; the outcome is stored, never thrown. */
  start(assignment: Assignment): void {
    const { callKey } = assignment;
    // The caller has gone on: what was still being written for an earlier turn, nobody will come for.
    this.stop(callKey);
    const stop = new AbortController();
    const done = this.#write(assignment, stop)
      // Not before: somebody was waiting in silence.
      .then(() => this.#noteTold(assignment))
      .finally(() => {
        this.#unfinished.delete(done);
        if (this.#running.get(callKey) === stop) this.#running.delete(callKey);
      });
    this.#unfinished.add(done);
    this.#running.set(callKey, stop);
  }

  /** Nobody listens any more. */
  stop(callKey: string): void {
    this.#running.get(callKey)?.abort();
  }

  /** Resolves once nothing is being written. */
  async drain(): Promise<void> {
    await Promise.allSettled(this.#unfinished);
  }

  async #write({ key, callKey, request, isFarewell }: Assignment, stop: AbortController): Promise<void> {
    const sentences: string[] = [];
    let storing = Promise.resolve();
    const ending = await writeReply(
      (signal) => this.model.reply(request, signal),
      { budgets: this.budgets, signal: stop.signal },
      (sentence) => {
        sentences.push(sentence);
        storing = storing.then(() => this.#storeSentences(key, callKey, sentences, stop));
      },
      (err) => this.log.warn({ err, callId: key.callId, turn: key.number }, 'The model failed this turn'),
    );
    await storing;
    if (ending === 'stopped') return;
    const { businessName, language } = request.persona;
    const reply = { sentences, turn: key.number, isFarewell, businessName, language };
    const outcome = ending === 'finished' ? finished(reply, this.model.source) : failed(reply);
    await this.#conclude(key, callKey, { ...outcome, isWritten: true, stallsAt: this.clock.now() });
  }

  /** Sentences that queued up while one was stored go together: the later call then finds nothing new. */
  async #storeSentences(
    key: ExchangeKey,
    callKey: string,
    sentences: string[],
    stop: AbortController,
  ): Promise<void> {
    const draft = {
      sentences: [...sentences],
      isWritten: false,
      source: this.model.source,
      endsCall: false,
      stallsAt: this.stallsAt(this.clock.now()),
    };
    try {
      if (!(await this.#store(key, callKey, draft))) stop.abort();
    } catch (err) {
      this.log.warn(
        { err, callId: key.callId },
        'A sentence could not be stored; the next attempt holds it too',
      );
    }
  }

  async #conclude(key: ExchangeKey, callKey: string, draft: Draft): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.#store(key, callKey, draft);
        return;
      } catch (err) {
        this.log.error({ err, callId: key.callId, attempt }, 'A reply could not be stored');
        if (attempt >= STORE_ATTEMPTS) return;
      }
    }
  }

  /** For admins who read the call afterwards; a call goes on without it. */
  async #noteTold({ key, request, lines }: Assignment): Promise<void> {
    const told = promptLogEntryOf(request, lines, this.model.name);
    try {
      await this.database.inTenant(key.tenantId, (tx) => storePromptLog(tx, key, told));
    } catch (err) {
      this.log.warn(
        { err, callId: key.callId, turn: key.number },
        'What the model was told could not be stored',
      );
    }
  }

  async #store(key: ExchangeKey, callKey: string, draft: Draft): Promise<boolean> {
    const news: ReplyNews = {
      callKey,
      turn: key.number,
      written: draft.sentences.length,
      isWritten: draft.isWritten,
    };
    const announcement = { channel: REPLY_CHANNEL, payload: JSON.stringify(news) };
    const stored = await this.database.inTenant(key.tenantId, (tx) =>
      storeProgress(tx, key, draft, announcement),
    );
    if (stored) this.watches.report(news);
    return stored;
  }
}
