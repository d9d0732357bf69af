import { sql } from 'kysely';
import { notFound } from '../../infra/app-error.ts';
import type { Tx } from '../../infra/database.ts';
import { isUuid, type TenantId, type UserId } from '../../infra/ids.ts';
import { emailKey } from '../email-key.store.ts';
import type { Role } from './user.entity.ts';

/** A user as others may see one. */
export type User = {
  id: UserId;
  tenantId: TenantId | null;
  email: string;
  name: string;
  role: Role;
  createdAt: Date;
  disabledAt: Date | null;
  mustChangePassword: boolean;
  hasSecondFactor: boolean;
  mustSetUpSecondFactor: boolean;
};

const SHOWN = [
  'id',
  'tenantId',
  'email',
  'name',
  'role',
  'createdAt',
  'disabledAt',
  'mustChangePassword',
  sql<boolean>`${sql.ref('secondFactorConfirmedAt')} is not null`.as('hasSecondFactor'),
  // Only transactions of the platform see the settings, and only super admins, who are read in such, may have to.
  sql<boolean>`${sql.ref('role')} = 'SUPER_ADMIN' and ${sql.ref('secondFactorConfirmedAt')} is null
    and exists (select from platform_settings where require_second_factor)`.as('mustSetUpSecondFactor'),
] as const;

export type NewUser = Pick<User, 'id' | 'tenantId' | 'email' | 'name' | 'role' | 'mustChangePassword'> & {
  passwordHash: string;
  /** By a super admin, not by an admin of the tenant. */
  createdByPlatform: boolean;
};

/** @returns undefined where another user of the same tenant, or another super admin, has the e-mail address already */
export function insertUser({ db }: Tx, user: NewUser): Promise<User | undefined> {
  const { id, tenantId, email, name, role, passwordHash, mustChangePassword, createdByPlatform } = user;
  return db
    .insertInto('users')
    .values({ id, tenantId, email, name, role, passwordHash, mustChangePassword, createdByPlatform })
    .onConflict((there) => there.doNothing())
    .returning(SHOWN)
    .executeTakeFirst();
}

/** Whether a user of a tenant, or a super admin for null, has an e-mail address already. */
export async function isEmailTaken(tx: Tx, email: string, tenantId: TenantId | null): Promise<boolean> {
  const there = having(tx, email).where('tenantId', 'is not distinct from', tenantId);
  return (await there.executeTakeFirst()) !== undefined;
}

/** Whether a user whom a super admin has made has an e-mail address already, in whatever tenant or none. */
export async function isEmailTakenByPlatform(tx: Tx, email: string): Promise<boolean> {
  return (await having(tx, email).where('createdByPlatform', '=', true).executeTakeFirst()) !== undefined;
}

const having = ({ db }: Tx, email: string) =>
  db
    .selectFrom('users')
    .select('id')
    .where((eb) => eb(emailKey(eb.ref('email')), '=', emailKey(eb.val(email))))
    .limit(1);

export function findUser({ db }: Tx, id: UserId): Promise<User | undefined> {
  return db.selectFrom('users').select(SHOWN).where('id', '=', id).executeTakeFirst();
}

/**
 * A user, locked: no other transaction changes them until this one ends.
 * @param tenantId undefined for a user of whatever tenant, or of none
 */
export function lockUser({ db }: Tx, id: UserId, tenantId: TenantId | undefined): Promise<User | undefined> {
  const user = db.selectFrom('users').select(SHOWN).where('id', '=', id).forUpdate();
  return (tenantId === undefined ? user : user.where('tenantId', '=', tenantId)).executeTakeFirst();
}

/** The users of a tenant, or of the platform itself for null; by name. */
export function usersOf({ db }: Tx, tenantId: TenantId | null): Promise<User[]> {
  return db
    .selectFrom('users')
    .select(SHOWN)
    .where('tenantId', 'is not distinct from', tenantId)
    .orderBy((eb) => eb.fn('lower', ['name']))
    .orderBy((eb) => eb.fn('lower', ['email']))
    .execute();
}

/** Deletes a tenant's users, and with them all that is theirs alone. */
export async function deleteUsersOf({ db }: Tx, tenantId: TenantId): Promise<void> {
  await db.deleteFrom('users').where('tenantId', '=', tenantId).execute();
}

/** How many super admins may sign in besides one. */
export async function otherSuperAdmins({ db }: Tx, id: UserId): Promise<number> {
  const { amount } = await db
    .selectFrom('users')
    .select((eb) => eb.fn.countAll<number>().as('amount'))
    .where('role', '=', 'SUPER_ADMIN')
    .where('disabledAt', 'is', null)
    .where('id', '<>', id)
    .executeTakeFirstOrThrow();
  return amount;
}

type Change = Partial<{
  disabledAt: Date | null;
  role: Role;
  tenantId: TenantId | null;
  passwordHash: string;
  mustChangePassword: boolean;
}>;

/** Changes what is given, one thing at least. @throws Error for a user who isn't there */
export async function updateUser({ db }: Tx, id: UserId, change: Change): Promise<User> {
  const { disabledAt, role, tenantId, passwordHash, mustChangePassword } = change;
  const user = await db
    .updateTable('users')
    .set({ disabledAt, role, tenantId, passwordHash, mustChangePassword })
    .where('id', '=', id)
    .returning(SHOWN)
    .executeTakeFirst();
  if (!user) throw new Error('A user who was just there is missing');
  return user;
}

/** What a tenant is called; nothing for one that isn't there, or for none. */
export async function namesOfTenant({ db }: Tx, tenantId: TenantId | null): Promise<string[]> {
  if (tenantId === null || !isUuid(tenantId)) return [];
  const tenant = await db
    .selectFrom('tenants')
    .select(['name', 'slug'])
    .where('id', '=', tenantId)
    .executeTakeFirst();
  return tenant ? [tenant.name, tenant.slug] : [];
}

/** @throws AppError NOT_FOUND for a tenant that isn't there */
export async function requireTenant({ db }: Tx, tenantId: TenantId): Promise<void> {
  const tenant =
    isUuid(tenantId) &&
    (await db.selectFrom('tenants').select('id').where('id', '=', tenantId).executeTakeFirst());
  if (!tenant) throw notFound('tenant');
}
