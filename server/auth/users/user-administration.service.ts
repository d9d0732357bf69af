import { AppError, notFound } from '../../infra/app-error.ts';
import type { Clock } from '../../infra/clock.ts';
import type { Database, Tx } from '../../infra/database.ts';
import { isUserId } from '../../infra/ids.ts';
import { type Context, reachOf, requireFreshSecondFactor, viewerOf } from '../access.ts';
import { audit } from '../audit/audit.ts';
import { clearSecret } from '../second-factor/second-factor.store.ts';
import { endSessionsOf } from '../sessions/session.store.ts';
import { tenantAfter } from './new-user.ts';
import { generatePassword, hashPassword } from './passwords.ts';
import { type Role, rankOf } from './user.entity.ts';
import type { TemporaryAccess } from './user.service.ts';
import {
  isEmailTaken,
  lockUser,
  otherSuperAdmins,
  requireTenant,
  type User,
  updateUser,
} from './user.store.ts';

/** Changes take turns, so that two super admins can't remove each other at the same moment. */
const LOCK = 'administration of users';

/**
 * What admins do to the users in their charge. A user who loses a right by it is signed out everywhere. Admins who have
 * a second factor are asked for a code of it before what would give a thief of their session an account that lasts.
 */
export class UserAdministrationService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Keeps a user from signing in. @throws AppError NOT_FOUND, or CONFLICT for the last super admin */
  disable(id: string, context: Context): Promise<User> {
    return this.#change(id, context, async (tx, user) => {
      if (user.disabledAt) return user;
      await requireAnother(tx, user, 'disabled');
      const disabled = await updateUser(tx, user.id, { disabledAt: this.clock.now() });
      await endSessionsOf(tx, user.id);
      await note(tx, context, 'user.disable', user);
      return disabled;
    });
  }

  /** Lets a user sign in again. @throws AppError NOT_FOUND */
  enable(id: string, context: Context): Promise<User> {
    return this.#change(id, context, async (tx, user) => {
      if (!user.disabledAt) return user;
      await note(tx, context, 'user.enable', user);
      return updateUser(tx, user.id, { disabledAt: null });
    });
  }

  /**
   * Gives a user another role.
   * @param wanted with a tenant where a super admin is to work for one; otherwise it stays as it is
   * @throws AppError NOT_FOUND, FORBIDDEN, BAD_USER_INPUT, or CONFLICT for the last super admin
   */
  changeRole(
    id: string,
    wanted: { role: Role; tenantId?: string | null | undefined },
    context: Context,
  ): Promise<User> {
    return this.#change(id, context, async (tx, user) => {
      const tenantId = tenantAfter(user.tenantId, wanted, viewerOf(context));
      const { role } = wanted;
      if (role === user.role && tenantId === user.tenantId) return user;
      if (rankOf(role) > rankOf(user.role)) requireFreshSecondFactor(viewerOf(context), this.clock.now());
      await requireAnother(tx, user, 'given another role');
      if (tenantId !== null) await requireTenant(tx, tenantId);
      if (tenantId !== user.tenantId && (await isEmailTaken(tx, user.email, tenantId)))
        throw new AppError('CONFLICT', 'Another user has this e-mail address there already.');
      const changed = await updateUser(tx, user.id, { role, tenantId });
      await endSessionsOf(tx, user.id);
      await note(tx, context, 'user.changeRole', user, { from: user.role, to: role, toTenantId: tenantId });
      return changed;
    });
  }

  /**
   * Makes a password for a user who has lost theirs.
   * @throws AppError NOT_FOUND, or FORBIDDEN for the own one, which takes the current one to change
   */
  async resetPassword(id: string, context: Context): Promise<TemporaryAccess> {
    const temporaryPassword = generatePassword();
    const passwordHash = await hashPassword(temporaryPassword);
    const user = await this.#change(id, context, async (tx, before) => {
      if (before.id === viewerOf(context).userId) {
        throw new AppError('FORBIDDEN', 'Change your own password with your current one.');
      }
      requireFreshSecondFactor(viewerOf(context), this.clock.now());
      const after = await updateUser(tx, before.id, { passwordHash, mustChangePassword: true });
      await endSessionsOf(tx, before.id);
      await note(tx, context, 'user.resetPassword', before);
      return after;
    });
    return { user, temporaryPassword };
  }

  /** Signs a user out everywhere. @throws AppError NOT_FOUND */
  endSessions(id: string, context: Context): Promise<User> {
    return this.#change(id, context, async (tx, user) => {
      await endSessionsOf(tx, user.id, viewerOf(context).sessionId);
      await note(tx, context, 'user.endSessions', user);
      return user;
    });
  }

  /**
   * Takes away the second factor of a user who has lost it, and the recovery codes with it.
   * @throws AppError NOT_FOUND, FORBIDDEN for the own one, which takes password and code, CONFLICT where there is none
   */
  resetSecondFactor(id: string, context: Context): Promise<User> {
    return this.#change(id, context, async (tx, user) => {
      if (user.id === viewerOf(context).userId)
        throw new AppError('FORBIDDEN', 'Turn off your own second factor with your password and a code.');
      if (!user.hasSecondFactor) throw new AppError('CONFLICT', 'This user has no second factor.');
      requireFreshSecondFactor(viewerOf(context), this.clock.now());
      await clearSecret(tx, user.id);
      await endSessionsOf(tx, user.id);
      await note(tx, context, 'user.resetSecondFactor', user);
      return { ...user, hasSecondFactor: false };
    });
  }

  /** As the platform, since sessions belong to no tenant: so it is here that another tenant's users are out of reach. */
  #change(id: string, context: Context, work: (tx: Tx, user: User) => Promise<User>): Promise<User> {
    const reach = reachOf(viewerOf(context));
    return this.database.asPlatform(
      async (tx) => {
        const user = isUserId(id) ? await lockUser(tx, id, reach) : undefined;
        if (!user) throw notFound('user');
        return work(tx, user);
      },
      { lock: LOCK },
    );
  }
}

/** @throws AppError CONFLICT where no super admin would be left who can let others in */
async function requireAnother(tx: Tx, user: User, fate: string): Promise<void> {
  if (user.role !== 'SUPER_ADMIN' || user.disabledAt || (await otherSuperAdmins(tx, user.id)) > 0) return;
  throw new AppError('CONFLICT', `The last super admin can't be ${fate}. Make another one first.`);
}

const note = (tx: Tx, context: Context, action: string, user: User, detail: object = {}) =>
  audit(tx, context, {
    action,
    tenantId: user.tenantId,
    subject: user.email,
    detail: { userId: user.id, ...detail },
  });
