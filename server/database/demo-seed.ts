import type { Database } from '../infra/database.ts';
import { newTenantId, newUserId } from '../infra/ids.ts';
import { hasSuperAdmin, hasTenants, insertDemoTenant, insertFirstUser } from './demo-seed.store.ts';
import { demoTenant } from './demo-tenant.ts';

export type NewPassword = { text: string; wasGenerated: boolean };

/** A user whom the first start makes, and the password for their first signing in. */
export type FirstSignIn = { email: string; password: NewPassword };

type Hash = (password: string) => Promise<string>;

/** Any text: instances that start at once on an empty database take turns. */
const LOCK = 'first start';

/** Makes the first super admin while there is none. @returns how to sign in, the only time that it can be told */
export async function ensureSuperAdmin(
  database: Database,
  email: string,
  password: () => NewPassword,
  hash: Hash,
): Promise<FirstSignIn | undefined> {
  return database.asPlatform(
    async (tx) => {
      if (await hasSuperAdmin(tx)) return undefined;
      const chosen = password();
      await insertFirstUser(tx, {
        id: newUserId(),
        tenantId: null,
        email,
        name: 'Administrator',
        role: 'SUPER_ADMIN',
        passwordHash: await hash(chosen.text),
      });
      return { email, password: chosen };
    },
    { lock: LOCK },
  );
}

/** Makes the demo tenant in a database without tenants. @returns how its admin signs in, the only time that it can be told */
export async function ensureDemoTenant(
  database: Database,
  password: () => NewPassword,
  hash: Hash,
): Promise<FirstSignIn | undefined> {
  return database.asPlatform(
    async (tx) => {
      if (await hasTenants(tx)) return undefined;
      const { admin, ...tenant } = demoTenant;
      const id = newTenantId();
      const chosen = password();
      await insertDemoTenant(tx, { id, ...tenant });
      await insertFirstUser(tx, {
        id: newUserId(),
        tenantId: id,
        ...admin,
        role: 'TENANT_ADMIN',
        passwordHash: await hash(chosen.text),
      });
      return { email: admin.email, password: chosen };
    },
    { lock: LOCK },
  );
}
