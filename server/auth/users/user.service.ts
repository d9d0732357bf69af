import { AppError } from '../../infra/app-error.ts';
import type { Clock } from '../../infra/clock.ts';
import type { Database } from '../../infra/database.ts';
import { newUserId } from '../../infra/ids.ts';
import { type Context, reachOf, requireFreshSecondFactor, tenantFor, viewerOf } from '../access.ts';
import { audit } from '../audit/audit.ts';
import { type NewUserInput, type ParsedUser, readNewUser } from './new-user.ts';
import { checkNewPassword, generatePassword, hashPassword } from './passwords.ts';
import { rankOf } from './user.entity.ts';
import {
  findUser,
  insertUser,
  isEmailTakenByPlatform,
  namesOfTenant,
  requireTenant,
  type User,
  usersOf,
} from './user.store.ts';

/** A user with a password that was made for them, to be told once and changed by them. */
export type TemporaryAccess = { user: User; temporaryPassword: string };

/** Whether the user has to choose another password before anything else. */
type MayAskForAnother = { mustChangePassword?: boolean | null | undefined };

/** The users that an admin may see, and inviting new ones. */
export class UserService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The user who asks. */
  async me(context: Context): Promise<User> {
    const viewer = viewerOf(context);
    const user = await this.database.within(reachOf(viewer), (tx) => findUser(tx, viewer.userId));
    if (!user) throw new AppError('UNAUTHENTICATED', 'Please sign in.');
    return user;
  }

  /**
   * The users of a tenant; for a super admin who names none, the super admins.
   * @throws AppError NOT_FOUND for a tenant that isn't there, or is another's
   */
  async list(tenantId: string | null | undefined, context: Context): Promise<User[]> {
    const viewer = viewerOf(context);
    if (viewer.tenantId === null && !tenantId) return this.database.asPlatform((tx) => usersOf(tx, null));
    const id = tenantFor(viewer, tenantId);
    return this.database.inTenant(id, async (tx) => {
      await requireTenant(tx, id);
      return usersOf(tx, id);
    });
  }

  /**
   * Makes a user; for an admin's role, of those who have a second factor a code is asked for.
   * @throws AppError FORBIDDEN, NOT_FOUND, BAD_USER_INPUT naming the field, or CONFLICT for an e-mail that is taken
   */
  async create(
    { password, mustChangePassword, ...input }: NewUserInput & MayAskForAnother & { password: string },
    context: Context,
  ): Promise<User> {
    const parsed = this.#read(input, context);
    const { email, name, tenantId } = parsed;
    const business = await this.database.within(tenantId ?? undefined, (tx) => namesOfTenant(tx, tenantId));
    checkNewPassword(password, { email, known: [name, ...business] });
    return this.#insert({ ...parsed, password, mustChangePassword: mustChangePassword ?? false }, context);
  }

  /** As `create`, with a password that we make. */
  async invite(
    { mustChangePassword, ...input }: NewUserInput & MayAskForAnother,
    context: Context,
  ): Promise<TemporaryAccess> {
    const temporaryPassword = generatePassword();
    const parsed = this.#read(input, context);
    const password = { password: temporaryPassword, mustChangePassword: mustChangePassword ?? true };
    return { user: await this.#insert({ ...parsed, ...password }, context), temporaryPassword };
  }

  #read(input: NewUserInput, context: Context): ParsedUser {
    const viewer = viewerOf(context);
    const parsed = readNewUser(input, viewer);
    // Else a session that was stolen made itself an admin of its own, who outlives it.
    if (rankOf(parsed.role) > rankOf('TENANT_STAFF')) requireFreshSecondFactor(viewer, this.clock.now());
    return parsed;
  }

  async #insert(
    { password, ...wanted }: ParsedUser & { password: string; mustChangePassword: boolean },
    context: Context,
  ): Promise<User> {
    const { tenantId, email, role } = wanted;
    const passwordHash = await hashPassword(password);
    // A tenant's admin must not learn who works for others: only super admins, who see all users, are told, and of those
    // alone whom super admins have made: else a tenant's admin could take any address from all other tenants.
    const seesAll = viewerOf(context).tenantId === null;
    return this.database.within(seesAll ? undefined : (tenantId ?? undefined), async (tx) => {
      if (tenantId !== null) await requireTenant(tx, tenantId);
      const isTaken = seesAll && (await isEmailTakenByPlatform(tx, email));
      const fresh = { ...wanted, id: newUserId(), passwordHash, createdByPlatform: seesAll };
      const user = isTaken ? undefined : await insertUser(tx, fresh);
      if (!user)
        throw new AppError('CONFLICT', 'Somebody has this e-mail address already.', { field: 'email' });
      await audit(tx, context, {
        action: 'user.create',
        tenantId,
        subject: email,
        detail: { userId: user.id, role },
      });
      return user;
    });
  }
}
