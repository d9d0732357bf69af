import type { Clock } from '../../infra/clock.ts';
import type { Tx } from '../../infra/database.ts';
import type { UserId } from '../../infra/ids.ts';
import { Secret, type SecretPlace, type Vault } from '../../infra/secrets.ts';
import { lockSecret, takeRecoveryCode, takeStep, writeSecret } from './second-factor.store.ts';
import { readCode } from './second-factor-code.ts';
import { newTotp, stepOf } from './totp.ts';

/** What an authenticator app is set up with. */
export type SecondFactorSetup = {
  /** Base32, for typing in. */
  secret: string;
  /** `otpauth://totp/…`, for a QR code. */
  uri: string;
};

/** The codes of users' second factors: TOTP (RFC 6238), and recovery codes for the day the telephone is lost. */
export class SecondFactor {
  constructor(
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** Makes a secret, which is not in force yet, in place of any earlier one. */
  async begin(tx: Tx, user: { id: UserId; email: string }): Promise<SecondFactorSetup> {
    const setup = newTotp(user.email);
    await writeSecret(tx, user.id, this.vault.seal(new Secret(setup.secret), placeOf(user.id)));
    return setup;
  }

  /** Takes a code, which then is good for nothing more. @returns false for a wrong or used one */
  async take(tx: Tx, userId: UserId, typed: string): Promise<boolean> {
    const code = readCode(typed);
    if (code.kind === 'recovery') return takeRecoveryCode(tx, userId, code.hash);
    const { sealed } = await lockSecret(tx, userId);
    const secret = sealed && this.vault.open(sealed, placeOf(userId));
    const step = secret && stepOf(code.digits, secret, this.clock.now());
    return typeof step === 'number' && takeStep(tx, userId, step);
  }
}

const placeOf = (userId: UserId): SecretPlace => ({
  table: 'users',
  column: 'second_factor_secret',
  row: userId,
});
