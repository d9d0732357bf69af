/** After each attempt that found no record: Vobiz has it at the hangup, or seconds later. Milliseconds. */
const PAUSES_MS = [2, 5, 15, 60, 5 * 60, 15 * 60, 3_600, 2 * 3_600, 4 * 3_600].map((s) => s * 1_000);
const LAST_PAUSE_MS = 6 * 3_600_000;
/** From the call's end; what isn't there by then won't come. */
const GIVE_UP_AFTER_MS = 24 * 3_600_000;
/** For a call that anybody may have made: a stranger's costs the carrier no more requests than this in our name. */
const MOST_UNVERIFIED_ATTEMPTS = 4;

/**
 * When to ask for a call's record again, each time later.
 * @param attempts made so far, at least 1
 * @param random from 0 up to 1: calls that ended together don't come back together
 * @returns undefined where it isn't worth another attempt
 */
export function nextAttempt(
  attempts: number,
  { endedAt, now, verified }: { endedAt: Date; now: Date; verified: boolean },
  random: () => number = Math.random,
): Date | undefined {
  if (!verified && attempts >= MOST_UNVERIFIED_ATTEMPTS) return undefined;
  const pauseMs = (PAUSES_MS[attempts - 1] ?? LAST_PAUSE_MS) * (0.75 + random() / 2);
  const next = now.getTime() + pauseMs;
  return next > endedAt.getTime() + GIVE_UP_AFTER_MS ? undefined : new Date(next);
}
