import { AppError } from '../../infra/app-error.ts';
import type { Database } from '../../infra/database.ts';
import type { Context } from '../access.ts';
import { audit } from '../audit/audit.ts';
import { type Credentials, findCredentials } from '../credentials.store.ts';
import type { SecondFactor } from '../second-factor/second-factor.ts';
import { NOBODYS_HASH, type VerifyPassword, verifyPassword } from '../users/passwords.ts';
import { findUser, type User } from '../users/user.store.ts';
import type { Attempt, AttemptLimits } from './attempt-limits.ts';
import type { SessionService, StartedSession } from './session.service.ts';

export type SignIn = { email: string; password: string; code?: string | null | undefined };

export type SignedIn = StartedSession & { user: User };

/** The same for an unknown e-mail and a wrong password, so that a stranger doesn't learn who has an account. */
const wrong = () => new AppError('UNAUTHENTICATED', 'The e-mail address or the password is wrong.');
/** Told only to those who know the password. */
const disabled = () =>
  new AppError('UNAUTHENTICATED', 'This account is disabled. Please ask your administrator.');
const needsCode = (message: string) =>
  new AppError('UNAUTHENTICATED', message, { reason: 'SECOND_FACTOR_REQUIRED' });

/** Signs users in, and limits how often a stranger may try. */
export class SignInService {
  constructor(
    private readonly database: Database,
    private readonly limits: AttemptLimits,
    private readonly sessions: SessionService,
    private readonly secondFactor: SecondFactor,
    private readonly verify: VerifyPassword = verifyPassword,
  ) {}

  /**
   * @throws AppError UNAUTHENTICATED, with `reason` SECOND_FACTOR_REQUIRED where password is right and the code is
   * missing or wrong; RATE_LIMITED with `retryAfterSeconds`
   */
  signIn(signIn: SignIn, { address }: Context): Promise<SignedIn> {
    return this.limits.attempt({ email: signIn.email, address }, () => this.#attempt(signIn, address));
  }

  async #attempt({ email, password, code }: SignIn, address: string): Promise<Attempt<SignedIn>> {
    const user = await this.database.asPlatform((tx) => findCredentials(tx, email));
    // Verified where no user has this e-mail too: how long the answer takes must not tell either.
    const isRight = await this.verify(user?.passwordHash ?? NOBODYS_HASH, password);
    if (!user || !isRight) return { outcome: 'wrong', refusal: wrong() };
    if (user.isDisabled) return { outcome: 'wrong', refusal: disabled() };
    if (!user.hasSecondFactor) return this.#start(user, address);
    if (code) return this.#start(user, address, code);
    return { outcome: 'unfinished', refusal: needsCode('Please enter the code of your authenticator app.') };
  }

  /** @param code to be taken where it is given */
  #start(user: Credentials, address: string, code?: string): Promise<Attempt<SignedIn>> {
    return this.database.asPlatform(async (tx): Promise<Attempt<SignedIn>> => {
      if (code !== undefined && !(await this.secondFactor.take(tx, user.id, code))) {
        return { outcome: 'wrong', refusal: needsCode('This code is wrong, or was used already.') };
      }
      const session = await this.sessions.start(tx, user);
      const shown = session && (await findUser(tx, user.id));
      if (!shown) return { outcome: 'wrong', refusal: wrong() };
      if (shown.role === 'SUPER_ADMIN') {
        const actor = { viewer: { userId: user.id, email: user.email }, address };
        await audit(tx, actor, { action: 'session.start', subject: user.email });
      }
      return { outcome: 'right', value: { ...session, user: shown } };
    });
  }
}
