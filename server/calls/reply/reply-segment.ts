import type { ReplySegment } from '../call-reply.ts';
import type { Phrases } from '../conversation/phrases.ts';

/** A reply as far as it is written, and what callers have been given of it. */
export type Progress = {
  /** Which of the caller's turns it answers. */
  number: number;
  sentences: readonly string[];
  isWritten: boolean;
  endsCall: boolean;
  segments: readonly ReplySegment[];
};

/** How many sentences the earlier documents held. */
export const deliveredCount = (segments: readonly ReplySegment[]): number =>
  segments.reduce((sum, part) => sum + part.took, 0);

/**
 * What the next document says: everything written that no earlier one held; where nothing new is there, a filler.
 * Ends with `redirect` as long as more may come.
 */
export function nextSegment(
  { number, sentences, isWritten, endsCall, segments }: Progress,
  phrases: Pick<Phrases, 'filler'>,
): ReplySegment {
  const fresh = sentences.slice(deliveredCount(segments));
  if (isWritten) return { say: fresh, took: fresh.length, next: endsCall ? 'hang up' : 'listen' };
  if (fresh.length > 0) return { say: fresh, took: fresh.length, next: 'redirect' };
  const fillers = segments.filter(({ took }) => took === 0).length;
  return { say: [phrases.filler(number, fillers)], took: 0, next: 'redirect' };
}
