import { type Budgets, MAX_REPLY } from './budgets.ts';
import { SentenceSplitter } from './sentences.ts';

/** How a reply ended. `stopped`: the caller hung up, and nobody wants the rest. */
export type Outcome = 'finished' | 'failed' | 'stopped';

/**
 * Reads a model's stream into sentences, within the limits of what a caller can be asked to wait for or to hear.
 * @param onSentence called for each sentence, in order
 * @param onFailure told why, for the log; the caller of this function only learns that it failed
 * @returns `failed` also for a reply without a single sentence
 */
export async function writeReply(
  stream: (signal: AbortSignal) => AsyncIterable<string>,
  { budgets, signal }: { budgets: Budgets; signal: AbortSignal },
  onSentence: (sentence: string) => void,
  onFailure: (reason: unknown) => void,
): Promise<Outcome> {
  const end = new AbortController();
  const combined = AbortSignal.any([signal, end.signal]);
  const deadline = performance.now() + budgets.replyMs;
  const splitter = new SentenceSplitter();
  let said = 0;
  let count = 0;

  /** @returns false once the reply is as long as a caller should hear */
  const take = (sentences: string[]): boolean => {
    for (const sentence of sentences) {
      if (said + sentence.length > MAX_REPLY) return false;
      said += sentence.length;
      count += 1;
      onSentence(sentence);
    }
    return true;
  };

  let sentenceDue = performance.now() + budgets.firstSentenceMs;
  try {
    const iterator = stream(combined)[Symbol.asyncIterator]();
    for (;;) {
      const next = await within(
        iterator.next(),
        Math.min(sentenceDue, deadline) - performance.now(),
        combined,
      );
      if (next.done) break;
      const before = count;
      const room = take(splitter.push(next.value));
      if (!room) return 'finished';
      if (count > before) sentenceDue = performance.now() + budgets.stallMs;
    }
    take(splitter.rest());
    if (count === 0) throw new Error('The model wrote nothing that can be spoken');
    return 'finished';
  } catch (error) {
    if (signal.aborted) return 'stopped';
    onFailure(error);
    return 'failed';
  } finally {
    // Whatever is still running is not wanted any more: a model that goes on writing costs money.
    end.abort();
  }
}

/** The promise's value, unless `ms` pass or the signal aborts first. */
async function within<T>(promise: Promise<T>, ms: number, signal: AbortSignal): Promise<T> {
  // The loser of the race may fail later, with nobody left to hear it.
  promise.catch(() => undefined);
  let timer: NodeJS.Timeout | undefined;
  let onAbort: (() => void) | undefined;
  try {
    return await Promise.race([
      promise,
      new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error('The model took too long')), Math.max(0, ms));
        onAbort = () => reject(new Error('Stopped'));
        if (signal.aborted) onAbort();
        else signal.addEventListener('abort', onAbort, { once: true });
      }),
    ]);
  } finally {
    clearTimeout(timer);
    if (onAbort) signal.removeEventListener('abort', onAbort);
  }
}
