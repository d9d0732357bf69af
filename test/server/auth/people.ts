import type { Context, Viewer } from '../../../server/auth/access.ts';
import { createAuth } from '../../../server/auth/create-auth.ts';
import { hashPassword, type VerifyPassword } from '../../../server/auth/users/passwords.ts';
import type { Role } from '../../../server/auth/users/user.entity.ts';
import { systemClock } from '../../../server/infra/clock.ts';
import { newUserId, type TenantId, type UserId } from '../../../server/infra/ids.ts';
import { createLog, type Log } from '../../../server/infra/log.ts';
import { Vault } from '../../../server/infra/secrets.ts';
import type { TestDatabase } from '../../support/database.ts';

/** Everybody's, unless told otherwise. */
export const PASSWORD = 'staple lamp window';
export const WRONG = 'not the password';

const hashed = hashPassword(PASSWORD);

export type Person = {
  id: UserId;
  email: string;
  name: string;
  role: Role;
  tenantId: TenantId | null;
  /** A user who is signed in, without a session. */
  context: Context & { viewer: Viewer };
};

/** A user who can sign in with PASSWORD: a super admin, or at work for the tenant that is given. */
export async function aPerson(
  { admin }: TestDatabase,
  {
    tenantId = null,
    role = tenantId === null ? 'SUPER_ADMIN' : 'TENANT_ADMIN',
    email: given,
  }: { tenantId?: TenantId | null; role?: Role; email?: string } = {},
): Promise<Person> {
  const id = newUserId();
  const email = given ?? `Asha.${id.slice(0, 8)}@example.com`;
  const name = `Asha ${id.slice(0, 4)}`;
  await admin(
    'insert into users (id, tenant_id, email, name, role, password_hash) values ($1, $2, $3, $4, $5, $6)',
    [id, tenantId, email, name, role, await hashed],
  );
  const viewer = {
    ...{ userId: id, email, name, role, tenantId },
    ...{ mustChangePassword: false, sessionId: '0'.repeat(64) },
  };
  return { id, email, name, role, tenantId, context: { viewer, address: '203.0.113.9' } };
}

/** A stranger, who isn't signed in, at an address. */
export const stranger = (address = '203.0.113.7'): Context => ({ viewer: undefined, address });

/** One instance of the capability; another one on the same database is another process as far as it knows. */
export const anAuth = (
  { database }: TestDatabase,
  {
    clock = systemClock,
    verify,
    log = createLog('silent'),
  }: { clock?: { now(): Date }; verify?: VerifyPassword; log?: Log } = {},
) => createAuth({ database, vault: new Vault(Buffer.alloc(32, 1)), clock, log, verify });

export type Auth = ReturnType<typeof anAuth>;

/** Signs a user in. @returns the token, and the context of a request that carries it */
export async function signedIn(auth: Auth, { email }: Person, password = PASSWORD) {
  const { token } = await auth.signIns.signIn({ email, password }, stranger());
  const viewer = await auth.sessions.viewerFor(token);
  if (!viewer) throw new Error('A session that was just started is not there');
  return { token, context: { viewer, address: '203.0.113.7' } };
}

/** A clock that stands still until it is told to go on. */
export function aClock(start = '2026-11-24T09:00:00Z') {
  let now = new Date(start);
  return {
    now: () => now,
    goOn({ minutes = 0, hours = 0, days = 0 }: { minutes?: number; hours?: number; days?: number }) {
      now = new Date(now.getTime() + (minutes + 60 * (hours + 24 * days)) * 60_000);
    },
  };
}
