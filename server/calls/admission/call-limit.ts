/** How this process did during one look, and how many calls it had. */
export type Measured = {
  /** By how much timers came late, in milliseconds: 9 of 10 came earlier than this. */
  lagMs: number;
  /** How long it took on average to take a turn, waiting for the database included, in milliseconds. */
  takingMs: number;
  /** How many turns that is the average of. */
  taken: number;
  /** Calls that were heard of lately. */
  active: number;
};

/** How many calls at once, and for how many looks in a row the process has been slow, or hasn't. */
export type CallLimit = { most: number; slowLooks: number; calmLooks: number };

/** A process bears any number of calls until it has been seen to suffer. */
export const NO_LIMIT: CallLimit = { most: Number.POSITIVE_INFINITY, slowLooks: 0, calmLooks: 0 };

/** However slow it is, a process goes on with so many: what slows it down may be something else. */
const LEAST = 50;

/** Past these, callers in progress would soon hear apologies: Vobiz gives up at 3 s, and a turn waits several times. */
const SLOW = { lagMs: 120, takingMs: 250 };
/** Below these there is room for more. */
const QUICK = { lagMs: 60, takingMs: 120 };
/** So many turns tell more than chance does. */
export const TELLING = 5;
/** A pause, such as for collecting garbage, or a start, is no overload. */
const SLOW_LOOKS = 2;

/** Of the limit that has to be in use before it grows: an idle process learns nothing of what it could bear. */
const IN_USE = 0.8;
const GROWS_TO = 1.05;
const SHRINKS_TO = 0.9;
/** After so many looks without being slow, a limit that isn't reached is none any more. */
const CALM_LOOKS = 40;

/** Whether calls in progress have to wait because of us. */
export const isSlow = ({ lagMs, takingMs, taken }: Measured): boolean =>
  lagMs > SLOW.lagMs || (taken >= TELLING && takingMs > SLOW.takingMs);

/** How many calls at once a process may have until the next look: more by a few, fewer by a share. Pure. */
export function nextLimit({ most, slowLooks, calmLooks }: CallLimit, measured: Measured): CallLimit {
  const { lagMs, takingMs, active } = measured;
  if (isSlow(measured)) {
    const fewer = Math.max(LEAST, Math.floor(Math.min(most, active) * SHRINKS_TO));
    const next = slowLooks + 1 < SLOW_LOOKS ? most : Math.min(most, fewer);
    return { most: next, slowLooks: slowLooks + 1, calmLooks: 0 };
  }
  const calm = { slowLooks: 0, calmLooks: calmLooks + 1 };
  const isReached = active >= most * IN_USE;
  if (!isReached) return calm.calmLooks >= CALM_LOOKS ? NO_LIMIT : { most, ...calm };
  const isQuick = lagMs < QUICK.lagMs && takingMs < QUICK.takingMs;
  return { most: isQuick ? Math.ceil(most * GROWS_TO) : most, ...calm };
}
