import { AppError } from '../../infra/app-error.ts';
import { Semaphore } from '../../infra/async/semaphore.ts';
import type { UserId } from '../../infra/ids.ts';

/** Replies that one admin may have written at the same time, in this process: each costs as much as a caller's. */
const AT_ONCE = 2;

/** Bounds the replies that admins have written in test calls and replays. */
export class RepliesAtOnce {
  readonly #semaphore: Semaphore;

  constructor(mostEach = AT_ONCE) {
    this.#semaphore = new Semaphore({ places: Number.POSITIVE_INFINITY, placesEach: mostEach });
  }

  /** @throws AppError RATE_LIMITED while this admin has as many written as may be */
  async run<T>(userId: UserId, write: () => Promise<T>): Promise<T> {
    using place = this.#semaphore.tryEnter(userId);
    if (!place) {
      throw new AppError('RATE_LIMITED', 'Please wait for the reply that is being written.', {
        retryAfterSeconds: 1,
      });
    }
    return await write();
  }
}
