/** Far more than a process has of those who are refused at one time, and little memory all the same. */
const MOST = 10_000;
/** Another process may open again what was refused here: no longer than that it is taken for refused. */
const LONGEST_MS = 30_000;

/** What one process has refused lately, so that it can do so again without asking the database. */
export class RecentRefusals {
  /** When each may be tried again, by the clock that only goes on; the oldest first. */
  readonly #until = new Map<string, { refused: number; open: number }>();

  constructor(private readonly now: () => number = () => performance.now()) {}

  add(key: string, retryAfterSeconds: number): void {
    const now = this.now();
    this.#until.delete(key);
    this.#until.set(key, { refused: now, open: now + retryAfterSeconds * 1000 });
    const [oldest] = this.#until.keys();
    if (this.#until.size > MOST && oldest !== undefined) this.#until.delete(oldest);
  }

  forget(key: string): void {
    this.#until.delete(key);
  }

  /** In how many seconds a key may be tried again, or undefined where it wasn't refused lately. */
  waitOf(key: string): number | undefined {
    const found = this.#until.get(key);
    if (!found) return undefined;
    const now = this.now();
    if (now < found.open && now - found.refused < LONGEST_MS)
      return Math.max(1, Math.ceil((found.open - now) / 1000));
    this.#until.delete(key);
    return undefined;
  }

  get size(): number {
    return this.#until.size;
  }
}
