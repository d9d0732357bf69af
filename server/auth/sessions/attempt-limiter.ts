import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Database } from '../../infra/database.ts';
import { askAttemptLimits } from './attempt-limit.store.ts';

const WINDOW_SECONDS = 15 * 60;

/** How one more attempt was taken: `count` with it, and for one too many how long to wait. */
export type Count = { count: number; retryAfterSeconds: number | undefined };

/** Counts of one kind in a quarter of an hour, in PostgreSQL: over all instances and restarts. */
export class AttemptLimiter {
  readonly #limiter: RateLimiterPostgres;

  /** @param most that are taken of one key; @param kind a word that no other limiter has */
  constructor(
    database: Database,
    kind: string,
    readonly most: number,
  ) {
    this.#limiter = new RateLimiterPostgres({
      storeClient: {
        query: (statement: { text: string; values: unknown[] }) =>
          database.asPlatform((tx) => askAttemptLimits(tx, statement)),
      },
      storeType: 'client',
      tableName: 'attempt_limits',
      // Our migration makes the table, and `clearExpired` keeps it small.
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix: kind,
      points: most,
      duration: WINDOW_SECONDS,
    });
  }

  /** Counts one more. One too many is counted as well, so that the first of these can be told from the next. */
  async count(key: string, points = 1): Promise<Count> {
    try {
      const { consumedPoints } = await this.#limiter.consume(key, points);
      return { count: consumedPoints, retryAfterSeconds: undefined };
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      const retryAfterSeconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
      return { count: refused.consumedPoints, retryAfterSeconds };
    }
  }

  async takeBack(key: string): Promise<void> {
    await this.#limiter.reward(key);
  }

  async clear(key: string): Promise<void> {
    await this.#limiter.delete(key);
  }
}
