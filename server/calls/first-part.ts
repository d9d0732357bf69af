import type { Budgets } from './budgets.ts';
import type { Part } from './call-reply.ts';
import type { Conclusion } from './conclusion.ts';
import { nextPart } from './parts.ts';
import type { Phrases } from './phrases.ts';

/** A reply that was written with nobody waiting: when each sentence was there, in milliseconds from its beginning. */
export type Written = { conclusion: Conclusion; sentenceMs: readonly number[]; tookMs: number; turn: number };

/** What its first document would have held, had a caller waited for it as hand-out.ts has them wait. Pure. */
export function firstPart(
  { conclusion, sentenceMs, tookMs, turn }: Written,
  { firstWordsMs, holdMs }: Pick<Budgets, 'firstWordsMs' | 'holdMs'>,
  phrases: Pick<Phrases, 'filler'>,
): Part {
  const whole = { ...conclusion, number: turn, isWritten: true, parts: [] };
  const [firstMs = tookMs] = sentenceMs;
  const handedOutMs = Math.min(Math.max(firstWordsMs, firstMs), holdMs);
  if (tookMs <= handedOutMs) return nextPart(whole, phrases);
  const ready = sentenceMs.filter((ms) => ms <= handedOutMs).length;
  return nextPart({ ...whole, isWritten: false, sentences: conclusion.sentences.slice(0, ready) }, phrases);
}
