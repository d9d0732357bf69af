import type { Context, Viewer } from '../../server/auth/access.ts';
import type { Role } from '../../server/auth/users/user.entity.ts';
import { newUserId, type TenantId } from '../../server/infra/ids.ts';

/** What a resolver or a service gets from a user who is signed in. */
export type SignedIn = Context & { viewer: Viewer };

export const aSuperAdmin = (): SignedIn => signedIn('SUPER_ADMIN', null);
export const anAdminOf = (tenantId: TenantId): SignedIn => signedIn('TENANT_ADMIN', tenantId);
export const staffOf = (tenantId: TenantId): SignedIn => signedIn('TENANT_STAFF', tenantId);

function signedIn(role: Role, tenantId: TenantId | null): SignedIn {
  const userId = newUserId();
  const viewer = { userId, email: `${userId.slice(0, 8)}@kaivox.example`, name: 'Kavya Rao', role, tenantId };
  return {
    viewer: { ...viewer, mustChangePassword: false, sessionId: 'ab'.repeat(32) },
    address: '192.0.2.7',
  };
}
