import type { VobizResponse } from './rest-request.ts';

const NEVER_SENT = {
  kind: 'not sent',
  reason: 'Too many requests to Vobiz were waiting already.',
} as const satisfies VobizResponse;

/** Lets a few requests through at a time, in the order in which they came. */
export class Turnstile {
  #free: number;
  readonly #waiting = new Set<() => void>();

  constructor(places: number) {
    this.#free = places;
  }

  /** Runs `request` when its turn comes, unless `signal` aborts before that. */
  async pass(signal: AbortSignal, request: () => Promise<VobizResponse>): Promise<VobizResponse> {
    if (!(await this.#enter(signal))) return NEVER_SENT;
    try {
      return await request();
    } finally {
      this.#leave();
    }
  }

  /** @returns whether there is a place */
  #enter(signal: AbortSignal): Promise<boolean> {
    if (signal.aborted) return Promise.resolve(false);
    if (this.#free > 0) {
      this.#free -= 1;
      return Promise.resolve(true);
    }
    return new Promise((resolve) => {
      const enter = () => {
        signal.removeEventListener('abort', giveUp);
        resolve(true);
      };
      const giveUp = () => {
        this.#waiting.delete(enter);
        resolve(false);
      };
      signal.addEventListener('abort', giveUp, { once: true });
      this.#waiting.add(enter);
    });
  }

  #leave(): void {
    const [next] = this.#waiting;
    if (next) {
      this.#waiting.delete(next);
      next();
    } else {
      this.#free += 1;
    }
  }
}
