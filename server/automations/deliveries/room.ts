/** How much may be under way at once in this process: in all, and for each key, so that nobody takes it all. */
export class Room {
  readonly #taken = new Map<string, number>();
  #all = 0;

  constructor(private readonly limits: { most: number; mostEach: number }) {}

  /** @returns what gives the place back, or undefined where there is none */
  enter(key: string): (() => void) | undefined {
    const taken = this.#taken.get(key) ?? 0;
    if (this.#all >= this.limits.most || taken >= this.limits.mostEach) return undefined;
    this.#all += 1;
    this.#taken.set(key, taken + 1);
    return () => {
      this.#all -= 1;
      const left = (this.#taken.get(key) ?? 1) - 1;
      if (left === 0) this.#taken.delete(key);
      else this.#taken.set(key, left);
    };
  }
}
