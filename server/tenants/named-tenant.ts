import { tenantFor, type Viewer } from '../auth/access.ts';
import { notFound } from '../infra/app-error.ts';
import type { Database, Tx } from '../infra/database.ts';
import type { TenantId } from '../infra/ids.ts';
import { tenantExists } from './tenant.store.ts';

/**
 * Works within the tenant that an operation is about.
 * @param tenantId as the caller gave it; a tenant's user may leave it out
 * @throws AppError as `tenantFor`, and NOT_FOUND where a super admin names a tenant that isn't there
 */
export async function inNamedTenant<T>(
  database: Database,
  viewer: Viewer,
  tenantId: string | null | undefined,
  work: (tx: Tx, tenantId: TenantId) => Promise<T>,
): Promise<T> {
  const id = tenantFor(viewer, tenantId);
  return database.inTenant(id, async (tx) => {
    if (viewer.tenantId === null && !(await tenantExists(tx, id))) throw notFound('tenant');
    return work(tx, id);
  });
}
