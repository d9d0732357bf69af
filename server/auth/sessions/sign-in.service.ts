import { AppError } from '../../infra/app-error.ts';
import type { Clock } from '../../infra/clock.ts';
import type { Database } from '../../infra/database.ts';
import type { Context } from '../access.ts';
import { audit } from '../audit/audit.ts';
import { type Credentials, findCredentials } from '../credentials.store.ts';
import type { SecondFactor } from '../second-factor/second-factor.ts';
import { NOBODYS_HASH, type VerifyPassword, verifyPassword } from '../users/passwords.ts';
import { findUser, type User } from '../users/user.store.ts';
import {
  type Account,
  type Attempt,
  type AttemptLimits,
  accountOf,
  accountOfNobody,
} from './attempt-limits.ts';
import { networkOf } from './network.ts';
import type { SessionService, StartedSession } from './session.service.ts';
import { rememberNetwork } from './sign-in-network.store.ts';

export type SignIn = { email: string; password: string; code?: string | null | undefined };

export type SignedIn = StartedSession & { user: User };

/** The same for an unknown e-mail and a wrong password, so that a stranger doesn't learn who has an account. */
const wrong = () => new AppError('UNAUTHENTICATED', 'The e-mail address or the password is wrong.');
/** Told only to those who know the password. */
const disabled = () =>
  new AppError('UNAUTHENTICATED', 'This account is disabled. Please ask your administrator.');
const needsCode = (message: string) =>
  new AppError('UNAUTHENTICATED', message, { reason: 'SECOND_FACTOR_REQUIRED' });

/**
 * Passwords that are verified in any case: for an e-mail address that no user has as for one that works for two
 * businesses, so that the time an answer takes tells neither a stranger nor a tenant's admin who has an account.
 */
const LEAST_VERIFIED = 2;

/** Signs users in, and limits how often a stranger may try. */
export class SignInService {
  constructor(
    private readonly database: Database,
    private readonly limits: AttemptLimits,
    private readonly sessions: SessionService,
    private readonly secondFactor: SecondFactor,
    private readonly clock: Clock,
    private readonly verify: VerifyPassword = verifyPassword,
  ) {}

  /**
   * A user who has an account in several businesses gets into the one that the password is of.
   * @throws AppError UNAUTHENTICATED, with `reason` SECOND_FACTOR_REQUIRED where password is right and the code is
   * missing or wrong; RATE_LIMITED with `retryAfterSeconds`
   */
  async signIn(signIn: SignIn, context: Context): Promise<SignedIn> {
    const { key, accounts: users } = await this.database.asPlatform((tx) =>
      findCredentials(tx, signIn.email),
    );
    const accounts = users.length > 0 ? users.map(accountOf) : [accountOfNobody(key)];
    return this.limits.attempt({ accounts, address: context.address }, (open) => {
      const tried = users.filter(({ id }) => open.some(({ holder }) => holder?.id === id));
      return this.#attempt(signIn, tried, context);
    });
  }

  async #attempt(
    { password, code }: SignIn,
    tried: readonly Credentials[],
    context: Context,
  ): Promise<Attempt<SignedIn>> {
    const user = await this.#whose(password, tried);
    if (!user) return { outcome: 'wrong', what: 'PASSWORD', refusal: wrong() };
    const account = accountOf(user);
    if (user.isDisabled) return { outcome: 'wrong', what: 'DISABLED', account, refusal: disabled() };
    if (!user.hasSecondFactor) return this.#start(user, account, context);
    if (code) return this.#start(user, account, context, code);
    const refusal = needsCode('Please enter the code of your authenticator app.');
    return { outcome: 'unfinished', account, refusal };
  }

  /** The first whose password it is. All are verified, and more where there are few: that takes the same time. */
  async #whose(password: string, tried: readonly Credentials[]): Promise<Credentials | undefined> {
    let found: Credentials | undefined;
    for (const user of tried) if (await this.verify(user.passwordHash, password)) found ??= user;
    for (let count = tried.length; count < LEAST_VERIFIED; count += 1)
      await this.verify(NOBODYS_HASH, password);
    return found;
  }

  /** @param code to be taken where it is given */
  #start(
    user: Credentials,
    account: Account,
    { address, userAgent }: Context,
    code?: string,
  ): Promise<Attempt<SignedIn>> {
    return this.database.asPlatform(async (tx): Promise<Attempt<SignedIn>> => {
      if (code !== undefined && !(await this.secondFactor.take(tx, user.id, code))) {
        const refusal = needsCode('This code is wrong, or was used already.');
        return { outcome: 'wrong', what: 'CODE', account, refusal };
      }
      const session = await this.sessions.start(tx, user, {
        ...{ address, userAgent, gaveSecondFactor: code !== undefined },
      });
      const shown = session && (await findUser(tx, user.id));
      if (!shown) return { outcome: 'wrong', what: 'PASSWORD', account, refusal: wrong() };
      await rememberNetwork(tx, { userId: user.id, network: networkOf(address), now: this.clock.now() });
      if (shown.role === 'SUPER_ADMIN') {
        const actor = { viewer: { userId: user.id, email: user.email }, address };
        await audit(tx, actor, { action: 'session.start', subject: user.email });
      }
      return { outcome: 'right', account, value: { ...session, user: shown } };
    });
  }
}
