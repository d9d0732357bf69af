import type { CallerInput } from '../call-event.ts';

/** The latest exchange of a call, as far as telling a repeat takes. */
export type LatestExchange = { number: number; bodyHash: Buffer; askedAt: Date };

/** How long after a delivery without a turn's number its equal is a repeat (docs.vobiz.ai delivers again at 3 s). */
const REPEAT_WITHIN_MS = 5_000;

/**
 * Which of the caller's turns a delivery is. An address that carries the number decides; without one it is the next
 * turn, unless the same was delivered a moment ago and nothing has happened since.
 */
export function turnNumber(
  input: Pick<CallerInput, 'turn' | 'bodyHash' | 'repeatsWithoutTurn'>,
  latest: LatestExchange | undefined,
  now: Date,
): number {
  if (input.turn !== undefined) return input.turn;
  if (latest === undefined) return 1;
  const isRepeat =
    input.repeatsWithoutTurn &&
    latest.bodyHash.equals(input.bodyHash) &&
    now.getTime() - latest.askedAt.getTime() <= REPEAT_WITHIN_MS;
  return isRepeat ? latest.number : latest.number + 1;
}
