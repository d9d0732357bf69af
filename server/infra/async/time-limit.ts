/** Something took longer than it may. */
export class TooSlow extends Error {
  override readonly name = 'TooSlow';

  constructor(ms: number) {
    super(`It took longer than ${Math.max(0, Math.round(ms))} ms`);
  }
}

/**
 * What `work` comes to, unless `ms` milliseconds pass or `signal` aborts first. The work itself goes on; what it comes
 * to later, a failure included, is ignored. No timer and no listener is left behind.
 * @param ms zero or less: given up at once, even where the work is done. Who asks over and over against one deadline,
 * such as the reader of a stream that always has something at hand, is thereby stopped at it.
 * @throws TooSlow once the time is up; the signal's own reason where it aborts
 */
export async function within<T>(ms: number, work: Promise<T>, signal?: AbortSignal): Promise<T> {
  // The loser of the race may fail when there is no one left to hear it.
  work.catch(() => undefined);
  signal?.throwIfAborted();
  if (ms <= 0) throw new TooSlow(ms);
  const { promise: givenUp, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new TooSlow(ms)), ms);
  const stop = () => reject(signal?.reason);
  signal?.addEventListener('abort', stop, { once: true });
  try {
    return await Promise.race([work, givenUp]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}
