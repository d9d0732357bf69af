import { within } from '../../infra/async/time-limit.ts';
import { OUT_OF_ROOM } from '../../language-model/language-model.ts';
import { type Budgets, MAX_REPLY, MAX_SENTENCE } from '../budgets.ts';
import { SentenceSplitter } from './sentences.ts';

/** How a reply ended. `stopped`: the caller hung up, and the rest isn't needed. */
export type Outcome = 'finished' | 'failed' | 'stopped';

const SENTENCE_END = /[.!?।॥…۔؟]["'”’)]*$/u;

/**
 * Reads a model's stream into sentences, within the limits of what a caller can be asked to wait for or to hear.
 * However it ends, the stream's signal is aborted and its iterator let go; neither is waited for.
 * A reply that the model had no more room for ends with its last whole sentence.
 * @param agentName the persona's, with which models label its lines
 * @param onSentence called for each sentence, in order
 * @param onFailure told why, for the log; the caller of this function only learns that it failed
 * @returns `failed` also for a reply without a single sentence
 */
export async function writeReply(
  stream: (signal: AbortSignal) => AsyncIterable<string, unknown>,
  { budgets, signal, agentName }: { budgets: Budgets; signal: AbortSignal; agentName?: string },
  onSentence: (sentence: string) => void,
  onFailure: (reason: unknown) => void,
): Promise<Outcome> {
  if (signal.aborted) return 'stopped';
  const ending = new AbortController();
  const combined = AbortSignal.any([signal, ending.signal]);
  const deadline = performance.now() + budgets.replyMs;
  let sentenceDue = performance.now() + budgets.firstSentenceMs;
  const splitter = new SentenceSplitter(agentName);
  const reply = new GrowingReply(onSentence);
  let iterator: AsyncIterator<string, unknown> | undefined;
  let end: unknown;
  try {
    iterator = stream(combined)[Symbol.asyncIterator]();
    for (;;) {
      const next = await within(
        Math.min(sentenceDue, deadline) - performance.now(),
        iterator.next(),
        combined,
      );
      if (next.done) {
        end = next.value;
        break;
      }
      const before = reply.count;
      if (!reply.take(splitter.push(next.value))) return 'finished';
      if (splitter.isOver) break;
      if (reply.count > before) sentenceDue = performance.now() + budgets.stallMs;
    }
    const rest = end === OUT_OF_ROOM ? splitter.restIfComplete() : splitter.rest();
    if (reply.take(rest)) reply.end();
    if (reply.count === 0) throw new Error('The model wrote nothing that can be spoken');
    return 'finished';
  } catch (error) {
    if (signal.aborted) return 'stopped';
    reply.take(splitter.restIfComplete());
    onFailure(error);
    return 'failed';
  } finally {
    // Whatever is still running is not wanted any more: a model that goes on writing costs money.
    ending.abort();
    letGo(iterator);
  }
}

/** The sentences that a caller will hear, as long as there is room for whole ones. */
class GrowingReply {
  count = 0;
  #said = '';
  /** Beginnings of a sentence whose end may not fit any more. */
  #held: string[] = [];

  constructor(private readonly onSentence: (sentence: string) => void) {}

  /** @returns false once the reply is as long as a caller should hear */
  take(sentences: string[]): boolean {
    for (const sentence of sentences) {
      this.#held.push(sentence);
      const length = [this.#said, ...this.#held].join(' ').trimStart().length;
      if (length > MAX_REPLY) return false;
      if (length <= MAX_REPLY - MAX_SENTENCE || SENTENCE_END.test(sentence)) this.end();
    }
    return true;
  }

  /** Nothing more comes: what was held back is said as it is. */
  end(): void {
    for (const sentence of this.#held) {
      this.#said = `${this.#said} ${sentence}`.trimStart();
      this.count += 1;
      this.onSentence(sentence);
    }
    this.#held = [];
  }
}

/** Lets a stream that stands between two pieces clean up; one that is busy learns from its signal. */
function letGo(iterator: AsyncIterator<string, unknown> | undefined): void {
  void (async () => iterator?.return?.())().catch(() => undefined);
}
