import { createHash } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { AppError } from '../../infra/app-error.ts';
import { Semaphore } from '../../infra/async/semaphore.ts';
import type { Database } from '../../infra/database.ts';
import { askAttemptLimits } from './attempt-limit.store.ts';
import { networkOf } from './network.ts';

const WINDOW_SECONDS = 15 * 60;
/** Wrong passwords and codes for one account, from any address. */
const PER_ACCOUNT = 10;
/** And from one address, for whatever accounts: a whole office may share it. */
const PER_ADDRESS = 50;

/**
 * Attempts at a time in this process. A password takes one of the four threads that all of Node's look-ups of names
 * and files share, and calls must be answered meanwhile.
 */
const AT_A_TIME = 2;
const LONGEST_QUEUE = 200;

/** An account, and the address from which a user or a stranger tries to sign in to it. */
export type Claimant = { email: string; address: string };

/** How an attempt went. Only `wrong` counts against the limits, and only `right` clears the account's. */
export type Attempt<T> =
  | { outcome: 'right'; value: T }
  | { outcome: 'wrong'; refusal: AppError }
  /** Right so far, and more is asked for. */
  | { outcome: 'unfinished'; refusal: AppError };

/** How often passwords and codes may be wrong: counted in PostgreSQL, over all instances and restarts. */
export class AttemptLimits {
  readonly #accounts: RateLimiterPostgres;
  readonly #addresses: RateLimiterPostgres;

  constructor(
    database: Database,
    private readonly semaphore = new Semaphore({ places: AT_A_TIME, longestQueue: LONGEST_QUEUE }),
  ) {
    this.#accounts = limiter(database, 'account', PER_ACCOUNT);
    this.#addresses = limiter(database, 'address', PER_ADDRESS);
  }

  /**
   * Makes an attempt to sign in. It is counted before it is made, and the count taken back unless it was wrong: so no
   * number of attempts at the same moment gets past the limits.
   * @throws AppError RATE_LIMITED with `retryAfterSeconds`, or the attempt's own refusal
   */
  async attempt<T>({ email, address }: Claimant, make: () => Promise<Attempt<T>>): Promise<T> {
    const account = createHash('sha256').update(email.trim().toLowerCase()).digest('hex');
    const network = networkOf(address);
    using place = await this.semaphore.enter();
    if (!place) throw tooMany();
    await this.#count(account, network);
    let attempt: Attempt<T> | undefined;
    try {
      attempt = await make();
    } finally {
      // Also where it failed through a fault of ours: that isn't held against the user.
      if (attempt?.outcome !== 'wrong') await this.#takeBack(account, network, attempt?.outcome === 'right');
    }
    if (attempt.outcome === 'right') return attempt.value;
    throw attempt.refusal;
  }

  /** An attempt over one limit doesn't count towards the other: a blocked address can't be used to lock an account. */
  async #count(account: string, network: string): Promise<void> {
    await consume(this.#accounts, account);
    try {
      await consume(this.#addresses, network);
    } catch (error) {
      await this.#accounts.reward(account);
      throw error;
    }
  }

  async #takeBack(account: string, network: string, isProven: boolean): Promise<void> {
    if (isProven) await this.#accounts.delete(account);
    else await this.#accounts.reward(account);
    await this.#addresses.reward(network);
  }
}

const tooMany = () =>
  new AppError('RATE_LIMITED', 'Too many people are signing in. Please try again in a few seconds.', {
    retryAfterSeconds: 5,
  });

async function consume(limiter: RateLimiterPostgres, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const retryAfterSeconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    const minutes = Math.ceil(retryAfterSeconds / 60);
    throw new AppError(
      'RATE_LIMITED',
      `That was wrong too often. Please try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`,
      { retryAfterSeconds },
    );
  }
}

function limiter(database: Database, keyPrefix: string, points: number): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: {
      query: (statement: { text: string; values: unknown[] }) =>
        database.asPlatform((tx) => askAttemptLimits(tx, statement)),
    },
    storeType: 'client',
    tableName: 'attempt_limits',
    // Our migration makes the table, and `clearExpired` keeps it small.
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix,
    points,
    duration: WINDOW_SECONDS,
  });
}
