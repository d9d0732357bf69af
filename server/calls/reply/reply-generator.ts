import { retry } from '../../infra/async/retry.ts';
import type { Clock } from '../../infra/clock.ts';
import type { Database, Tx } from '../../infra/database.ts';
import type { Log } from '../../infra/log.ts';
import type { LanguageModel } from '../../language-model/language-model.ts';
import type { Budgets } from '../budgets.ts';
import { storeProgress } from '../exchange.store.ts';
import { storePromptLog } from '../prompt/prompt-log.store.ts';
import { promptLogEntryOf } from '../prompt/prompt-log.ts';
import { type Assignment, type GrowingReplies, GrowingReply } from './growing-reply.ts';
import { replyNewsOf } from './reply-news.ts';
import { failed, finished } from './reply-outcome.ts';
import type { ReplyWatches } from './reply-watch.ts';
import { writeReply } from './reply-writer.ts';

/** How long the end of a reply is tried to be stored while the database is away: as long as a caller may wait for it. */
const STORING = { firstPauseMs: 50, longestPauseMs: 1_000, budgetMs: 8_000 };

const IN_CALL = { inCall: true };

/** Has replies written, one task each, and stores what no webhook that waits here does. */
export class ReplyGenerator {
  /** What ends the reply that a call waits for. */
  readonly #running = new Map<string, AbortController>();
  readonly #unfinished = new Set<Promise<void>>();

  constructor(
    private readonly database: Database,
    private readonly model: LanguageModel,
    /** Answers where the model isn't to be asked. */
    private readonly script: LanguageModel,
    private readonly replies: GrowingReplies,
    private readonly watches: ReplyWatches,
    private readonly clock: Clock,
    private readonly log: Log,
    private readonly budgets: Budgets,
  ) {}

  get source(): LanguageModel['source'] {
    return this.model.source;
  }

  /** When other processes take a reply that begins or grows now for lost, and apologise to the caller. */
  stallsAt(now: Date): Date {
    return new Date(now.getTime() + this.budgets.firstSentenceMs + this.budgets.graceMs);
  }

  /** Begins to write; the outcome is stored, never thrown. */
  start(assignment: Assignment): void {
    const { callKey, request, lines } = assignment;
    // The caller has gone on: what was still being written for an earlier turn, no webhook will come for.
    this.stop(callKey);
    const stop = new AbortController();
    const model = this.#modelFor(assignment);
    const promptLog = promptLogEntryOf(request, lines, model.name);
    const reply = new GrowingReply(assignment, promptLog, model.source, () =>
      this.stallsAt(this.clock.now()),
    );
    const forget = this.replies.add(reply);
    const done = this.#write(reply, stop).finally(() => {
      forget();
      this.#unfinished.delete(done);
      if (this.#running.get(callKey) === stop) this.#running.delete(callKey);
    });
    this.#unfinished.add(done);
    this.#running.set(callKey, stop);
  }

  /** The caller has hung up or gone on. */
  stop(callKey: string): void {
    this.#running.get(callKey)?.abort();
  }

  /** Resolves once nothing is being written, and all of it is stored. */
  async drain(): Promise<void> {
    await Promise.allSettled(this.#unfinished);
  }

  async #write(reply: GrowingReply, stop: AbortController): Promise<void> {
    const { key, request, isFarewell } = reply.assignment;
    const model = this.#modelFor(reply.assignment);
    let storing = Promise.resolve();
    const ending = await writeReply(
      (signal) => model.reply(request, signal),
      { budgets: this.budgets, signal: stop.signal, agentName: request.persona.agentName },
      (sentence) => {
        reply.add(sentence);
        this.#report(reply);
        storing = storing.then(() => this.#storeSentences(reply, stop));
      },
      (err) => this.log.warn({ err, callId: key.callId, turn: key.number }, 'The model failed this turn'),
    );
    if (ending === 'stopped') {
      await storing;
      return this.#logPrompt(reply);
    }
    const { businessName, language } = request.persona;
    const { sentences } = reply.progress;
    const written = { sentences, turn: key.number, isFarewell, businessName, language };
    reply.end(ending === 'finished' ? finished(written, model.source) : failed(written));
    this.#report(reply);
    await storing;
    await this.#storeEnd(reply);
  }

  #modelFor({ isScripted }: Assignment): LanguageModel {
    return isScripted ? this.script : this.model;
  }

  /** Webhooks that wait in this process hear of a sentence as soon as it is there. */
  #report({ assignment: { callKey, key }, progress }: GrowingReply): void {
    this.watches.report(replyNewsOf(callKey, key.number, progress));
  }

  /** Sentences that queued up while one was stored, or while a webhook waited, go together. */
  async #storeSentences(reply: GrowingReply, stop: AbortController): Promise<void> {
    const { callKey, key } = reply.assignment;
    await this.watches.unattended(callKey, key.number);
    if (reply.isStored || stop.signal.aborted) return;
    try {
      if (!(await this.#store(reply))) stop.abort();
    } catch (err) {
      this.log.warn(
        { err, callId: key.callId },
        'A sentence could not be stored; the next attempt holds it too',
      );
    }
  }

  async #storeEnd(reply: GrowingReply): Promise<void> {
    const { callKey, key } = reply.assignment;
    const store = async () => {
      await this.watches.unattended(callKey, key.number);
      if (!reply.isStored) await this.#store(reply);
    };
    const onFailure = (err: unknown, attempt: number) =>
      this.log.error({ err, callId: key.callId, attempt }, 'A reply could not be stored');
    await retry(store, { ...STORING, onFailure }).catch(() => undefined);
  }

  /** @returns false where another process has ended it meanwhile */
  async #store(reply: GrowingReply): Promise<boolean> {
    const { callKey, key } = reply.assignment;
    const { progress } = reply;
    const store = async (tx: Tx) => {
      const isOurs = await storeProgress(tx, key, callKey, progress);
      if (progress.isWritten) await this.#storePrompt(tx, reply);
      return isOurs;
    };
    const stored = await this.database.inTenant(key.tenantId, store, IN_CALL);
    if (stored) reply.wasStored(progress);
    return stored;
  }

  /** A caller who hung up before a word of it: what the model was told is kept all the same. */
  async #logPrompt(reply: GrowingReply): Promise<void> {
    const { tenantId, callId, number: turn } = reply.assignment.key;
    try {
      await this.database.inTenant(tenantId, (tx) => this.#storePrompt(tx, reply), IN_CALL);
    } catch (err) {
      this.log.warn({ err, callId, turn }, 'What the model was told could not be stored');
    }
  }

  async #storePrompt(tx: Tx, { assignment, promptLog }: GrowingReply): Promise<void> {
    await storePromptLog(tx, assignment.key, promptLog);
  }
}
