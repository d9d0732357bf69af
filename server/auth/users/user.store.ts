import { notFound } from '../../infra/app-error.ts';
import { at, type Tx } from '../../infra/database.ts';
import { isUuid } from '../access.ts';
import type { Role } from './user.entity.ts';

/** A user as others may see one. */
export type User = {
  id: string;
  tenantId: string | null;
  email: string;
  name: string;
  role: Role;
  createdAt: Date;
  disabledAt: Date | null;
  mustChangePassword: boolean;
  hasSecondFactor: boolean;
};

type Row = Omit<User, 'createdAt' | 'disabledAt'> & { createdAt: string; disabledAt: string | null };

const COLUMNS = `id, tenant_id as "tenantId", email, name, role, created_at as "createdAt",
  disabled_at as "disabledAt", must_change_password as "mustChangePassword",
  second_factor_confirmed_at is not null as "hasSecondFactor"`;

const userIn = ({ createdAt, disabledAt, ...user }: Row): User => ({
  ...user,
  createdAt: at(createdAt),
  disabledAt: disabledAt === null ? null : at(disabledAt),
});

export type NewUser = Pick<User, 'id' | 'tenantId' | 'email' | 'name' | 'role' | 'mustChangePassword'> & {
  passwordHash: string;
};

/** @returns undefined where somebody has the e-mail address already */
export async function insertUser(tx: Tx, user: NewUser): Promise<User | undefined> {
  const row = await tx.one<Row>(
    `insert into users (id, tenant_id, email, name, role, password_hash, must_change_password)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning ${COLUMNS}`,
    [user.id, user.tenantId, user.email, user.name, user.role, user.passwordHash, user.mustChangePassword],
  );
  return row && userIn(row);
}

export async function findUser(tx: Tx, id: string): Promise<User | undefined> {
  const row = await tx.one<Row>(`select ${COLUMNS} from users where id = $1`, [id]);
  return row && userIn(row);
}

/**
 * A user, whom nobody else changes until the transaction ends.
 * @param tenantId undefined for a user of whatever tenant, or of none
 */
export async function lockUser(tx: Tx, id: string, tenantId: string | undefined): Promise<User | undefined> {
  const row = await tx.one<Row>(
    `select ${COLUMNS} from users where id = $1 and ($2::uuid is null or tenant_id = $2) for update`,
    [id, tenantId ?? null],
  );
  return row && userIn(row);
}

/** The users of a tenant, or of the platform itself for null; by name. */
export async function usersOf(tx: Tx, tenantId: string | null): Promise<User[]> {
  const rows = await tx.query<Row>(
    `select ${COLUMNS} from users where tenant_id is not distinct from $1 order by lower(name), lower(email)`,
    [tenantId],
  );
  return rows.map(userIn);
}

/** How many super admins may sign in besides one. */
export async function otherSuperAdmins(tx: Tx, id: string): Promise<number> {
  const row = await tx.one<{ count: number }>(
    `select count(*)::int as count from users where role = 'SUPER_ADMIN' and disabled_at is null and id <> $1`,
    [id],
  );
  return row?.count ?? 0;
}

type Change = Partial<{
  disabledAt: Date | null;
  role: Role;
  tenantId: string | null;
  passwordHash: string;
  mustChangePassword: boolean;
}>;

const COLUMN_OF = {
  disabledAt: 'disabled_at',
  role: 'role',
  tenantId: 'tenant_id',
  passwordHash: 'password_hash',
  mustChangePassword: 'must_change_password',
} as const satisfies Record<keyof Change, string>;

/** @throws Error for a user who isn't there */
export async function updateUser(tx: Tx, id: string, change: Change): Promise<User> {
  const changed = (Object.keys(COLUMN_OF) as (keyof Change)[]).filter((key) => key in change);
  const assignments = changed.map((key, index) => `${COLUMN_OF[key]} = $${index + 2}`).join(', ');
  const row = await tx.one<Row>(`update users set ${assignments} where id = $1 returning ${COLUMNS}`, [
    id,
    ...changed.map((key) => change[key]),
  ]);
  if (!row) throw new Error('A user who was just there is missing');
  return userIn(row);
}

/** @throws AppError NOT_FOUND for a tenant that isn't there */
export async function requireTenant(tx: Tx, tenantId: string): Promise<void> {
  const isThere = isUuid(tenantId) && (await tx.one('select 1 from tenants where id = $1', [tenantId]));
  if (!isThere) throw notFound('tenant');
}
