import { AppError } from './app-error.ts';

/** Lets each person have a few costly things done at the same time, and no more. Each process counts for itself. */
export class Semaphore {
  readonly #running = new Map<string, number>();

  constructor(private readonly most: number) {}

  /** @throws AppError RATE_LIMITED while as many are under way as may be */
  async run<T>(userId: string, work: () => Promise<T>): Promise<T> {
    const running = this.#running.get(userId) ?? 0;
    if (running >= this.most) {
      throw new AppError('RATE_LIMITED', 'Please wait for the reply that is being written.', {
        retryAfterSeconds: 1,
      });
    }
    this.#running.set(userId, running + 1);
    try {
      return await work();
    } finally {
      const left = (this.#running.get(userId) ?? 1) - 1;
      if (left > 0) this.#running.set(userId, left);
      else this.#running.delete(userId);
    }
  }
}
