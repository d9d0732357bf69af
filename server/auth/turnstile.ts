import { AppError } from '../infra/app-error.ts';

/** Lets a few at a time through, the others in the order in which they came, and nobody join a queue without end. */
export class Turnstile {
  #free: number;
  readonly #queue: (() => void)[] = [];

  constructor(
    places: number,
    private readonly longestQueue: number,
  ) {
    this.#free = places;
  }

  /** @throws AppError RATE_LIMITED where the queue is full */
  async pass<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free -= 1;
    else await this.#turn();
    try {
      return await work();
    } finally {
      const next = this.#queue.shift();
      if (next) next();
      else this.#free += 1;
    }
  }

  #turn(): Promise<void> {
    if (this.#queue.length >= this.longestQueue) {
      const retryAfterSeconds = 5;
      throw new AppError(
        'RATE_LIMITED',
        'Too many people are signing in. Please try again in a few seconds.',
        {
          retryAfterSeconds,
        },
      );
    }
    return new Promise((resolve) => this.#queue.push(resolve));
  }
}
