import { AppError, badInput } from '../../infra/app-error.ts';
import type { Clock } from '../../infra/clock.ts';
import type { Database, Tx } from '../../infra/database.ts';
import type { UserId } from '../../infra/ids.ts';
import { type Context, viewerOf } from '../access.ts';
import { audit } from '../audit/audit.ts';
import { credentialsOf } from '../credentials.store.ts';
import { type Attempt, type AttemptLimits, accountOf } from '../sessions/attempt-limits.ts';
import { writeSecondFactorAt } from '../sessions/session.store.ts';
import { type VerifyPassword, verifyPassword } from '../users/passwords.ts';
import { clearSecret, confirmSecret, lockSecret } from './second-factor.store.ts';
import type { SecondFactor, SecondFactorSetup } from './second-factor.ts';
import { hashRecoveryCode, newRecoveryCodes } from './second-factor-code.ts';

const wrongCode = () => badInput('code', 'This code is wrong, or was used already.');

/** How users set up their own second factor, give a code of it again, and do away with it. */
export class SecondFactorService {
  constructor(
    private readonly database: Database,
    private readonly limits: AttemptLimits,
    private readonly secondFactor: SecondFactor,
    private readonly clock: Clock,
    private readonly verify: VerifyPassword = verifyPassword,
  ) {}

  /** Makes a secret for an authenticator app; it counts once `confirm` is told a code. @throws AppError CONFLICT */
  start(context: Context): Promise<SecondFactorSetup> {
    const { userId: id, email } = viewerOf(context);
    return this.database.asPlatform(async (tx) => {
      await requireNone(tx, id);
      return this.secondFactor.begin(tx, { id, email });
    });
  }

  /**
   * Puts the second factor into force.
   * @returns the recovery codes, the only time that they are seen
   * @throws AppError BAD_USER_INPUT for a wrong code, CONFLICT, RATE_LIMITED
   */
  confirm(code: string, context: Context): Promise<string[]> {
    const { userId, email, tenantId, sessionId } = viewerOf(context);
    const work = async (tx: Tx): Promise<Attempt<string[]>> => {
      await requireNone(tx, userId);
      if (!(await this.secondFactor.take(tx, userId, code)))
        return { outcome: 'wrong', what: 'CODE', refusal: wrongCode() };
      const recoveryCodes = newRecoveryCodes();
      const recoveryHashes = recoveryCodes.map(hashRecoveryCode);
      const now = this.clock.now();
      await confirmSecret(tx, userId, { at: now, recoveryHashes });
      await writeSecondFactorAt(tx, sessionId, now);
      await audit(tx, context, { action: 'secondFactor.confirm', tenantId, subject: email });
      return { outcome: 'right', value: recoveryCodes };
    };
    return this.limits.attempt(claimantOf(context), () => this.database.asPlatform(work));
  }

  /**
   * Takes a code again in a session, before what asks for one: `requireFreshSecondFactor`.
   * @throws AppError BAD_USER_INPUT for a wrong code, CONFLICT for a user without a second factor, RATE_LIMITED
   */
  giveAgain(code: string, context: Context): Promise<void> {
    const { userId, sessionId } = viewerOf(context);
    const work = async (tx: Tx): Promise<Attempt<void>> => {
      if (!(await lockSecret(tx, userId)).isConfirmed)
        throw new AppError('CONFLICT', 'You have no second factor.');
      if (!(await this.secondFactor.take(tx, userId, code)))
        return { outcome: 'wrong', what: 'CODE', refusal: wrongCode() };
      await writeSecondFactorAt(tx, sessionId, this.clock.now());
      return { outcome: 'right', value: undefined };
    };
    return this.limits.attempt(claimantOf(context), () => this.database.asPlatform(work));
  }

  /** @throws AppError BAD_USER_INPUT for a wrong password or code, CONFLICT, RATE_LIMITED */
  disable({ password, code }: { password: string; code: string }, context: Context): Promise<void> {
    const { userId, email, tenantId } = viewerOf(context);
    const work = async (tx: Tx): Promise<Attempt<void>> => {
      if (!(await lockSecret(tx, userId)).isConfirmed)
        throw new AppError('CONFLICT', 'You have no second factor.');
      if (!(await this.secondFactor.take(tx, userId, code)))
        return { outcome: 'wrong', what: 'CODE', refusal: wrongCode() };
      await clearSecret(tx, userId);
      await audit(tx, context, { action: 'secondFactor.disable', tenantId, subject: email });
      return { outcome: 'right', value: undefined };
    };
    return this.limits.attempt(claimantOf(context), async () => {
      const { passwordHash } = await this.database.asPlatform((tx) => credentialsOf(tx, userId));
      if (await this.verify(passwordHash, password)) return this.database.asPlatform(work);
      return {
        outcome: 'wrong',
        what: 'PASSWORD',
        refusal: badInput('password', 'This is not your password.'),
      };
    });
  }
}

function claimantOf(context: Context) {
  const viewer = viewerOf(context);
  return { accounts: [accountOf({ ...viewer, id: viewer.userId })], address: context.address };
}

async function requireNone(tx: Tx, userId: UserId): Promise<void> {
  if (!(await lockSecret(tx, userId)).isConfirmed) return;
  throw new AppError('CONFLICT', 'You have a second factor. Disable it before you set up another one.');
}
