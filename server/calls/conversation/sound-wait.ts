import { type Budgets, MAX_RECORDED_TURN_SECONDS, TURN_ENDING_SILENCE_SECONDS } from '../budgets.ts';
import type { SoundAwaited } from '../call-event.ts';

type Limits = Pick<Budgets, 'soundHoldMs' | 'soundMs'>;

/** Of a silence that ends a recording, what may be lost between two requests of the carrier's. */
const LOST_BETWEEN_REQUESTS_MS = 500;

/** However an address is written, no wait is longer: the longest recording, and then the time for its sound. */
export const mostWaits = ({ soundHoldMs, soundMs }: Limits): number =>
  Math.ceil((MAX_RECORDED_TURN_SECONDS * 1_000 + soundMs) / soundHoldMs);

/**
 * Whether a turn's sound is waited for once more, after a request of the carrier's that came at `asked` was held in
 * vain. Carriers go on to the element after `Record` either at once or when the recording has ended. Which of both
 * shows from when it began: a recording that ended took at least the silence that ends it. One that was never said to
 * have begun has ended as well: so do accounts that report at the end alone.
 */
export function soundWait(
  { waited, most }: Pick<SoundAwaited, 'waited' | 'most'>,
  { asked, recordedSince }: { asked: Date; recordedSince: Date | undefined },
  limits: Limits,
): { goesOn: boolean; most: number | undefined } {
  const firstAsked = asked.getTime() - waited * limits.soundHoldMs;
  const known = most ?? (recordedSince && mostOf(firstAsked - recordedSince.getTime(), limits));
  const bounded = known && Math.min(known, mostWaits(limits));
  return { goesOn: waited + 1 < (bounded ?? waitsAfterTheEnd(limits)), most: bounded };
}

function mostOf(sinceItBeganMs: number, limits: Limits): number {
  const hasEnded = sinceItBeganMs >= TURN_ENDING_SILENCE_SECONDS * 1_000 - LOST_BETWEEN_REQUESTS_MS;
  return hasEnded ? waitsAfterTheEnd(limits) : mostWaits(limits);
}

const waitsAfterTheEnd = ({ soundHoldMs, soundMs }: Limits): number => Math.ceil(soundMs / soundHoldMs);
