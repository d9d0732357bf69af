/** How this process did during one look, and how many calls it had. */
export type Measured = {
  /** By how much timers came late, in milliseconds: 9 of 10 came earlier than this. */
  lagMs: number;
  /** How long it took to take a turn, waiting for the database included, in milliseconds; 0 where none was taken. */
  takingMs: number;
  open: number;
};

/** Calls that a process takes before it knows how it does. A guess, from which the limit moves within seconds. */
export const FIRST_LIMIT = 250;
/** However slow it is, a process goes on with so many. */
const LEAST_LIMIT = 20;

/** Past these, callers in progress would soon hear apologies: Vobiz gives up at 3 s, and a turn waits several times. */
const SLOW = { lagMs: 100, takingMs: 250 };
/** Below these there is room for more. */
const QUICK = { lagMs: 40, takingMs: 100 };

/** Of the limit that has to be in use before it grows: an idle process learns nothing of what it could bear. */
const IN_USE = 0.8;
const GROWS_BY = 4;
const SHRINKS_TO = 0.9;

/** Whether calls in progress have to wait because of us. */
export const isSlow = ({ lagMs, takingMs }: Measured): boolean =>
  lagMs > SLOW.lagMs || takingMs > SLOW.takingMs;

/** How many calls at once a process may have until the next look: more by a few, fewer by a share. Pure. */
export function nextLimit(limit: number, measured: Measured): number {
  const { lagMs, takingMs, open } = measured;
  if (isSlow(measured)) {
    const fewer = Math.floor(Math.min(limit, open) * SHRINKS_TO);
    return Math.max(Math.min(limit, LEAST_LIMIT), fewer);
  }
  const isQuick = lagMs < QUICK.lagMs && takingMs < QUICK.takingMs;
  return isQuick && open >= limit * IN_USE ? limit + GROWS_BY : limit;
}
