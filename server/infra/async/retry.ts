/** Pauses between attempts, in milliseconds: doubled each time, and varied by chance. */
export type BackOff = {
  /** Before the second attempt. */
  firstPauseMs: number;
  /** Before no attempt longer than that. */
  longestPauseMs: number;
};

/**
 * How long to pause after an attempt failed: between half and one and a half of what doubling comes to, so that
 * processes that failed together don't come back together.
 * @param attempt which of them failed, from 1
 * @param random from 0 up to 1, as Math.random
 * @returns milliseconds, `longestPauseMs` at most
 */
export function pauseAfter(
  attempt: number,
  { firstPauseMs, longestPauseMs }: BackOff,
  random: () => number = Math.random,
): number {
  const doubled = Math.min(firstPauseMs * 2 ** (attempt - 1), longestPauseMs);
  return Math.min(doubled * (0.5 + random()), longestPauseMs);
}

export type Retrying = BackOff & {
  /** From the start: no attempt begins after that. One that has begun may take longer; it bounds itself. */
  budgetMs: number;
  /** Ends the waiting, as if the budget were used up. */
  signal?: AbortSignal;
  /** Told of each failure, for the log, and whether another attempt follows. */
  onFailure?: (error: unknown, attempt: number, goesOn: boolean) => void;
  /** Unless it says yes, a failure is final; every failure is worth another attempt where it isn't given. */
  isWorthRepeating?: (error: unknown) => boolean;
  random?: () => number;
};

/**
 * Does what is safe to do more than once until it succeeds, for as long as the budget lasts.
 * @param work told which attempt it is, from 1
 * @throws what the last attempt threw
 */
export async function retry<T>(work: (attempt: number) => Promise<T>, options: Retrying): Promise<T> {
  const { budgetMs, signal, onFailure, isWorthRepeating = () => true, random } = options;
  const deadline = performance.now() + budgetMs;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work(attempt);
    } catch (error) {
      const pauseMs = pauseAfter(attempt, options, random);
      const mayGoOn = !signal?.aborted && isWorthRepeating(error) && performance.now() + pauseMs < deadline;
      onFailure?.(error, attempt, mayGoOn);
      if (!mayGoOn || !(await pause(pauseMs, signal))) throw error;
    }
  }
}

/** @returns whether the time passed, rather than the signal aborting */
function pause(ms: number, signal?: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (passed: boolean) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
      resolve(passed);
    };
    const stop = () => end(false);
    const timer = setTimeout(() => end(true), ms);
    signal?.addEventListener('abort', stop, { once: true });
  });
}
