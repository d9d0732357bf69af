import type { Budgets } from '../budgets.ts';
import type { ReplySegment } from '../call-reply.ts';
import type { Phrases } from '../conversation/phrases.ts';
import type { ReplyOutcome } from './reply-outcome.ts';
import { nextSegment } from './reply-segment.ts';

/**
 * A reply that was written with no caller waiting: when each sentence was there, in milliseconds from its beginning.
 */
export type Written = { outcome: ReplyOutcome; sentenceMs: readonly number[]; tookMs: number; turn: number };

/** What its first document would have held, had a caller waited for it as reply-delivery.ts has them wait. Pure. */
export function firstSegment(
  { outcome, sentenceMs, tookMs, turn }: Written,
  { firstWordsMs, holdMs }: Pick<Budgets, 'firstWordsMs' | 'holdMs'>,
  phrases: Pick<Phrases, 'filler'>,
): ReplySegment {
  const whole = { ...outcome, number: turn, isWritten: true, segments: [] };
  const [firstMs = tookMs] = sentenceMs;
  const deliveredMs = Math.min(Math.max(firstWordsMs, firstMs), holdMs);
  if (tookMs <= deliveredMs) return nextSegment(whole, phrases);
  const ready = sentenceMs.filter((ms) => ms <= deliveredMs).length;
  return nextSegment({ ...whole, isWritten: false, sentences: outcome.sentences.slice(0, ready) }, phrases);
}
