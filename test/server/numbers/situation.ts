import { randomUUID } from 'node:crypto';
import type { Context } from '../../../server/auth/access.ts';
import type { Database } from '../../../server/infra/database.ts';
import { newTenantId, type TenantId } from '../../../server/infra/ids.ts';
import type { E164 } from '../../../server/infra/phone-number.ts';
import { Vault } from '../../../server/infra/secrets.ts';
import { asUserId } from '../../support/ids.ts';

/** Signed in as the platform's own person. */
export const aSuperAdmin: Context = {
  viewer: {
    userId: asUserId('00000000-0000-4000-8000-00000000000a'),
    email: 'admin@kaivox.local',
    name: 'Administrator',
    role: 'SUPER_ADMIN',
    tenantId: null,
    mustChangePassword: false,
    sessionId: 'a'.repeat(64),
  },
  address: '127.0.0.1',
};

/** Signed in as an administrator of one tenant. */
export const anAdminOf = (tenantId: TenantId): Context => ({
  viewer: {
    userId: asUserId('00000000-0000-4000-8000-00000000000b'),
    email: 'reception@pragati.example',
    name: 'Reception',
    role: 'TENANT_ADMIN',
    tenantId,
    mustChangePassword: false,
    sessionId: 'b'.repeat(64),
  },
  address: '127.0.0.1',
});

/** Valid Indian numbers, one for each n below 10,000. */
export const e164 = (n: number): E164 => `+9180471${String(50_000 + n)}` as E164;

/** @returns the id of a new tenant */
export async function aTenant(database: Database, slug = `t-${randomUUID().slice(0, 8)}`): Promise<TenantId> {
  const id = newTenantId();
  await database.asPlatform(({ db }) =>
    db
      .insertInto('tenants')
      .values({ id, slug, name: `Tenant ${slug}` })
      .execute(),
  );
  return id;
}

export const oneVault = () => new Vault(Buffer.alloc(32, 1));
