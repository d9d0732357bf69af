import { createHash } from 'node:crypto';
import { AppError } from '../../infra/app-error.ts';
import { Semaphore } from '../../infra/async/semaphore.ts';
import type { Database } from '../../infra/database.ts';
import { AttemptLimiter, type Count } from './attempt-limiter.ts';
import type { AccountHolder, AttemptWatch, LockOut, Wrong } from './attempt-watch.ts';
import { networkOf } from './network.ts';
import { RecentRefusals } from './recent-refusals.ts';
import { usersKnownAt } from './sign-in-network.store.ts';

/** Wrong passwords and codes for one account, from one network: a stranger elsewhere can't use them up. */
const PER_ACCOUNT_FROM_NETWORK = 10;
/** For one account, from all networks that its user hasn't signed in from lately. */
const PER_ACCOUNT = 50;
/**
 * A wrong code counts for so many, there: only those who have the password come that far, and a code has six digits.
 */
const CODE_COUNTS = 5;
/** And from one network, for whatever accounts: a whole office may share it. */
const PER_NETWORK = 50;
/** Failures of an account in a quarter of an hour that the audit, which is kept for ever, has one by one. */
const AUDITED = 10;

/**
 * Attempts at a time in this process. A password takes one of the four threads that all of Node's look-ups of names
 * and files share, and calls must be answered meanwhile.
 */
const AT_A_TIME = 2;
const LONGEST_QUEUE = 200;

/** What attempts are counted by: a user's id, however the e-mail address was typed, or an address that no user has. */
export type Account = { key: string; holder: AccountHolder | undefined };

export const accountOf = ({ id, email, tenantId }: AccountHolder): Account => ({
  key: `user ${id}`,
  holder: { id, email, tenantId },
});

/** @param emailKey the form in which the address is compared */
export const accountOfNobody = (emailKey: string): Account => ({
  key: `email ${emailKey}`,
  holder: undefined,
});

/** The accounts that an attempt may open, and the address that it comes from. */
export type Claimant = { accounts: readonly Account[]; address: string };

/**
 * How an attempt went. Only `wrong` counts against the limits, and only `right` clears the account's for this network.
 * `account` is the one of several that it was right for, or disabled; the others count it as wrong.
 */
export type Attempt<T> =
  | { outcome: 'right'; account?: Account; value: T }
  | { outcome: 'wrong'; account?: Account; what: Wrong; refusal: AppError }
  /** Right so far, and more is asked for. */
  | { outcome: 'unfinished'; account?: Account; refusal: AppError };

/** An account whose limits took the attempt. `count`: of its wrong ones so far, with this one. */
type Open = { account: Account; pair: string; all: string | undefined; count: number };

/** How often passwords and codes may be wrong: counted in PostgreSQL, over all instances and restarts. */
export class AttemptLimits {
  readonly #pairs: AttemptLimiter;
  readonly #accounts: AttemptLimiter;
  readonly #networks: AttemptLimiter;
  /** Of networks, and of accounts from a network. */
  readonly #refused = new RecentRefusals();

  constructor(
    private readonly database: Database,
    private readonly watch: AttemptWatch,
    private readonly semaphore = new Semaphore({ places: AT_A_TIME, longestQueue: LONGEST_QUEUE }),
  ) {
    this.#pairs = new AttemptLimiter(database, 'pair', PER_ACCOUNT_FROM_NETWORK);
    this.#accounts = new AttemptLimiter(database, 'account', PER_ACCOUNT);
    this.#networks = new AttemptLimiter(database, 'network', PER_NETWORK);
  }

  /**
   * Makes an attempt to sign in. It is counted before it is made, and the count taken back unless it was wrong: so no
   * number of attempts at the same moment gets past the limits.
   * @param make is given the accounts whose limits took the attempt: one at least
   * @throws AppError RATE_LIMITED with `retryAfterSeconds`, or the attempt's own refusal
   */
  async attempt<T>(
    { accounts, address }: Claimant,
    make: (open: readonly Account[]) => Promise<Attempt<T>>,
  ): Promise<T> {
    // Where all places are taken, strangers who are refused anyway don't stand in the queue before the owner.
    const wait = this.semaphore.isFull() ? this.#waitOf(accounts, address) : undefined;
    if (wait !== undefined) throw limited(wait);
    using place = await this.semaphore.enter();
    if (!place) throw tooMany();
    const open = await this.#open(accounts, address);
    let attempt: Attempt<T> | undefined;
    try {
      attempt = await make(open.map(({ account }) => account));
    } finally {
      // Also where it failed through a fault of ours: that isn't held against the user.
      if (attempt?.outcome !== 'wrong') await this.#forgive(attempt, open, address);
    }
    if (attempt.outcome === 'right') return attempt.value;
    if (attempt.outcome === 'wrong') await this.#tellFailure(attempt, open, address);
    throw attempt.refusal;
  }

  /** How long an attempt has to wait, in seconds, where this process has refused such a one lately. */
  #waitOf(accounts: readonly Account[], address: string): number | undefined {
    const network = networkOf(address);
    const ofNetwork = this.#refused.waitOf(digest(network));
    if (ofNetwork !== undefined) return ofNetwork;
    const waits = accounts.map((account) => this.#refused.waitOf(pairOf(account, network)));
    return waits.reduce((longest, wait) => wait && longest && Math.max(longest, wait), waits[0]);
  }

  /** An attempt over one limit doesn't count towards another: a blocked network can't be used to lock an account. */
  async #open(accounts: readonly Account[], address: string): Promise<Open[]> {
    const network = networkOf(address);
    const userIds = accounts.flatMap(({ holder }) => (holder ? [holder.id] : []));
    const known = await this.database.asPlatform((tx) => usersKnownAt(tx, network, userIds));
    const open: Open[] = [];
    let wait = 0;
    for (const account of accounts) {
      const isKnown = account.holder !== undefined && known.has(account.holder.id);
      const counted = await this.#count(account, network, { isKnown, address });
      if ('count' in counted) {
        open.push(counted);
        continue;
      }
      wait = Math.max(wait, counted.retryAfterSeconds);
      this.#refused.add(pairOf(account, network), counted.retryAfterSeconds);
    }
    if (open.length === 0) throw limited(wait);
    const counted = await this.#networks.count(digest(network));
    if (counted.retryAfterSeconds === undefined) return open;
    this.#refused.add(digest(network), counted.retryAfterSeconds);
    for (const each of open) await this.#takeBack(each, false);
    await this.#tellLockOut(undefined, counted, { scope: 'NETWORK', most: PER_NETWORK, address });
    throw limited(counted.retryAfterSeconds);
  }

  async #count(
    account: Account,
    network: string,
    { isKnown, address }: { isKnown: boolean; address: string },
  ): Promise<Open | { retryAfterSeconds: number }> {
    const [pair, all] = [pairOf(account, network), digest(account.key)];
    const here = await this.#pairs.count(pair);
    if (here.retryAfterSeconds !== undefined) {
      const scope = 'ACCOUNT_FROM_NETWORK';
      await this.#tellLockOut(account, here, { scope, most: PER_ACCOUNT_FROM_NETWORK, address });
      return { retryAfterSeconds: here.retryAfterSeconds };
    }
    if (isKnown) return { account, pair, all: undefined, count: here.count };
    const everywhere = await this.#accounts.count(all);
    if (everywhere.retryAfterSeconds === undefined) return { account, pair, all, count: everywhere.count };
    await this.#pairs.takeBack(pair);
    await this.#tellLockOut(account, everywhere, { scope: 'ACCOUNT', most: PER_ACCOUNT, address });
    return { retryAfterSeconds: everywhere.retryAfterSeconds };
  }

  async #forgive(
    attempt: { outcome: string; account?: Account } | undefined,
    open: readonly Open[],
    address: string,
  ): Promise<void> {
    for (const each of meantBy(attempt, open)) await this.#takeBack(each, attempt?.outcome === 'right');
    const network = digest(networkOf(address));
    await this.#networks.takeBack(network);
    this.#refused.forget(network);
  }

  async #takeBack({ pair, all }: Open, isProven: boolean): Promise<void> {
    this.#refused.forget(pair);
    if (isProven) await this.#pairs.clear(pair);
    else await this.#pairs.takeBack(pair);
    // What others have tried elsewhere still counts: their guesses don't begin anew whenever the owner signs in.
    if (all !== undefined) await this.#accounts.takeBack(all);
  }

  async #tellFailure(
    attempt: { what: Wrong; account?: Account },
    open: readonly Open[],
    address: string,
  ): Promise<void> {
    const { what } = attempt;
    for (const { account, all, count } of meantBy(attempt, open)) {
      const more = Math.min(CODE_COUNTS - 1, PER_ACCOUNT - count);
      if (what === 'CODE' && all !== undefined && more > 0) await this.#accounts.count(all, more);
      await this.watch.failed(account.holder, { what, address, isAudited: count <= AUDITED });
    }
  }

  /** Once, when the limit is passed; not for each attempt that it then refuses. */
  async #tellLockOut(
    account: Account | undefined,
    { count, retryAfterSeconds = 0 }: Count,
    { scope, most, address }: { scope: LockOut; most: number; address: string },
  ): Promise<void> {
    if (count === most + 1)
      await this.watch.lockedOut(account?.holder, { scope, address, retryAfterSeconds });
  }
}

/** The account that an attempt turned out to be at, or all that it was made at. */
const meantBy = (attempt: { account?: Account } | undefined, open: readonly Open[]) => {
  const meant = open.filter(({ account }) => account.key === attempt?.account?.key);
  return meant.length > 0 ? meant : open;
};

/** What was typed as an e-mail address may be a password: no word of it is stored. */
const digest = (key: string) => createHash('sha256').update(key).digest('hex');

const pairOf = ({ key }: Account, network: string) => digest(`${key} ${network}`);

const tooMany = () =>
  new AppError('RATE_LIMITED', 'Too many people are signing in. Please try again in a few seconds.', {
    retryAfterSeconds: 5,
  });

function limited(retryAfterSeconds: number): AppError {
  const minutes = Math.ceil(retryAfterSeconds / 60);
  return new AppError(
    'RATE_LIMITED',
    `That was wrong too often. Please try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`,
    { retryAfterSeconds },
  );
}
