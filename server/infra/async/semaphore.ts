/** A place taken in a semaphore. Given back once, however often it is asked to. */
export type Place = Disposable;

export type SemaphoreLimits = {
  /** Places in all; infinity where only those of each key count. */
  places: number;
  /** Places that one key may take; as many as there are unless given. */
  placesEach?: number;
  /** How many may wait for a place at most; none unless given. */
  longestQueue?: number;
};

type Waiter = { key: string; enter: (place: Place) => void };

/**
 * Bounds what one process does at the same time: in all, and for each key, such as a tenant or a user, so that one of
 * them can't take every place. Who waits gets in in the order of coming, past those whose key has no place free.
 *
 * `using place = semaphore.tryEnter(key)` gives the place back at the end of the block.
 */
export class Semaphore {
  readonly #taken = new Map<string, number>();
  readonly #waiting = new Set<Waiter>();
  readonly #placesEach: number;
  readonly #longestQueue: number;
  #free: number;

  constructor({ places, placesEach = places, longestQueue = 0 }: SemaphoreLimits) {
    this.#free = places;
    this.#placesEach = placesEach;
    this.#longestQueue = longestQueue;
  }

  /** Whether `tryEnter` would find no place now. */
  isFull(key = ''): boolean {
    return this.#free <= 0 || (this.#taken.get(key) ?? 0) >= this.#placesEach;
  }

  /** @returns undefined where there is no place at the moment */
  tryEnter(key = ''): Place | undefined {
    return this.isFull(key) ? undefined : this.#take(key);
  }

  /**
   * Waits for a place.
   * @returns undefined where the queue is full, or `signal` aborted before there was a place
   */
  async enter({ key = '', signal }: { key?: string; signal?: AbortSignal } = {}): Promise<Place | undefined> {
    if (signal?.aborted) return undefined;
    const place = this.tryEnter(key);
    if (place || this.#waiting.size >= this.#longestQueue) return place;
    return new Promise((resolve) => {
      const enter = (taken: Place | undefined) => {
        this.#waiting.delete(waiter);
        signal?.removeEventListener('abort', giveUp);
        resolve(taken);
      };
      const giveUp = () => enter(undefined);
      const waiter: Waiter = { key, enter };
      signal?.addEventListener('abort', giveUp, { once: true });
      this.#waiting.add(waiter);
    });
  }

  #take(key: string): Place {
    this.#free -= 1;
    this.#taken.set(key, (this.#taken.get(key) ?? 0) + 1);
    let isTaken = true;
    return {
      [Symbol.dispose]: () => {
        if (isTaken) this.#leave(key);
        isTaken = false;
      },
    };
  }

  #leave(key: string): void {
    this.#free += 1;
    const left = (this.#taken.get(key) ?? 1) - 1;
    if (left > 0) this.#taken.set(key, left);
    else this.#taken.delete(key);
    for (const waiter of this.#waiting) {
      const place = this.tryEnter(waiter.key);
      if (!place) continue;
      waiter.enter(place);
      return;
    }
  }
}
