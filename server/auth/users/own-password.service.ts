import { badInput } from '../../infra/app-error.ts';
import type { Database, Tx } from '../../infra/database.ts';
import { type Context, reachOf, type Viewer, viewerOf } from '../access.ts';
import { audit } from '../audit/audit.ts';
import { credentialsOf } from '../credentials.store.ts';
import { type AttemptLimits, accountOf } from '../sessions/attempt-limits.ts';
import { endSessionsOf } from '../sessions/session.store.ts';
import { checkNewPassword, hashPassword, type VerifyPassword, verifyPassword } from './passwords.ts';
import { lockUser, namesOfTenant, updateUser } from './user.store.ts';

const wrong = () => badInput('currentPassword', 'This is not your current password.');

/** How people change their own passwords. */
export class OwnPasswordService {
  constructor(
    private readonly database: Database,
    private readonly limits: AttemptLimits,
    private readonly verify: VerifyPassword = verifyPassword,
  ) {}

  /**
   * Ends all other sessions of the same user.
   * @throws AppError BAD_USER_INPUT naming `currentPassword` or `newPassword`, RATE_LIMITED
   */
  async change(
    { currentPassword, newPassword }: { currentPassword: string; newPassword: string },
    context: Context,
  ): Promise<void> {
    const viewer = viewerOf(context);
    const { email, name, tenantId } = viewer;
    const business = await this.database.within(reachOf(viewer), (tx) => namesOfTenant(tx, tenantId));
    checkNewPassword(newPassword, { email, known: [name, ...business] }, 'newPassword');
    if (newPassword === currentPassword) throw badInput('newPassword', 'This is the password that you have.');
    const claimant = { accounts: [accountOf({ ...viewer, id: viewer.userId })], address: context.address };
    await this.limits.attempt(claimant, async () => {
      const { passwordHash } = await this.database.asPlatform((tx) => credentialsOf(tx, viewer.userId));
      if (!(await this.verify(passwordHash, currentPassword)))
        return { outcome: 'wrong', what: 'PASSWORD', refusal: wrong() };
      const next = { passwordHash: await hashPassword(newPassword), mustChangePassword: false };
      const isChanged = await this.database.asPlatform(async (tx) => {
        if (!(await isStill(tx, viewer, passwordHash))) return false;
        await updateUser(tx, viewer.userId, next);
        await endSessionsOf(tx, viewer.userId, viewer.sessionId);
        await audit(tx, context, {
          action: 'password.change',
          tenantId: viewer.tenantId,
          subject: viewer.email,
        });
        return true;
      });
      return isChanged
        ? { outcome: 'right', value: undefined }
        : { outcome: 'wrong', what: 'PASSWORD', refusal: wrong() };
    });
  }
}

/** Whether the password is still the one that was verified. Locks the user, so that no admin resets it meanwhile. */
async function isStill(tx: Tx, viewer: Viewer, passwordHash: string): Promise<boolean> {
  await lockUser(tx, viewer.userId, reachOf(viewer));
  return (await credentialsOf(tx, viewer.userId)).passwordHash === passwordHash;
}
