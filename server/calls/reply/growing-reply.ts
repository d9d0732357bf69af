import type { Line } from '../../language-model/briefing.ts';
import type { ReplyRequest } from '../../language-model/language-model.ts';
import type { ExchangeKey, ReplyProgress } from '../exchange.store.ts';
import type { PromptLogEntry } from '../prompt/prompt-log.ts';
import type { ReplySource } from '../turn.entity.ts';
import type { ReplyOutcome } from './reply-outcome.ts';

/** A reply to be written. */
export type Assignment = {
  key: ExchangeKey;
  callKey: string;
  request: ReplyRequest;
  /** The whole call so far, of which the request may hold less. */
  lines: readonly Line[];
  isFarewell: boolean;
  /** The scripted receptionist answers: strangers have had as many of the model's replies as they may today. */
  isScripted: boolean;
};

/**
 * A reply that this process is writing. What there is of it is in memory, and stored once another process could need
 * it: with each document that is delivered, with each sentence that no webhook waits for here, and at its end.
 */
export class GrowingReply {
  readonly #sentences: string[] = [];
  #outcome: ReplyOutcome | undefined;
  #stored = { sentences: 0, isWritten: false };

  /** @param stallsAt when other processes give up a reply that grew just now */
  constructor(
    readonly assignment: Assignment,
    readonly promptLog: PromptLogEntry,
    private readonly source: ReplySource,
    private readonly stallsAt: () => Date,
  ) {}

  add(sentence: string): void {
    this.#sentences.push(sentence);
  }

  end(outcome: ReplyOutcome): void {
    this.#outcome = outcome;
  }

  /** What there is now; a copy, which stays as it is while the reply grows. */
  get progress(): ReplyProgress {
    const { sentences, source, endsCall } = this.#outcome ?? {
      sentences: this.#sentences,
      source: this.source,
      endsCall: false,
    };
    const isWritten = this.#outcome !== undefined;
    return { sentences: [...sentences], isWritten, source, endsCall, stallsAt: this.stallsAt() };
  }

  /** Whether nothing has been added since it was last stored. */
  get isStored(): boolean {
    const { length } = this.#outcome?.sentences ?? this.#sentences;
    return this.#stored.sentences >= length && this.#stored.isWritten === (this.#outcome !== undefined);
  }

  /** Notes that a transaction that stored this has been committed. */
  wasStored({ sentences, isWritten }: Pick<ReplyProgress, 'sentences' | 'isWritten'>): void {
    this.#stored = {
      sentences: Math.max(this.#stored.sentences, sentences.length),
      isWritten: this.#stored.isWritten || isWritten,
    };
  }
}

/** The replies that this process is writing, by the call and its turn. */
export class GrowingReplies {
  readonly #replies = new Map<string, GrowingReply>();

  of(callKey: string, turn: number): GrowingReply | undefined {
    return this.#replies.get(`${turn} ${callKey}`);
  }

  /** @returns what takes it off again, once its end is stored or the caller has hung up */
  add(reply: GrowingReply): () => void {
    const { callKey, key } = reply.assignment;
    const name = `${key.number} ${callKey}`;
    this.#replies.set(name, reply);
    return () => {
      if (this.#replies.get(name) === reply) this.#replies.delete(name);
    };
  }
}
