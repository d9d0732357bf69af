import { type Context, requireFreshSecondFactor, viewerOf } from '../../auth/access.ts';
import { audit } from '../../auth/audit/audit.ts';
import { endSessionsOf } from '../../auth/sessions/session.store.ts';
import { deleteUsersOf, usersOf } from '../../auth/users/user.store.ts';
import { badInput, notFound } from '../../infra/app-error.ts';
import type { Clock } from '../../infra/clock.ts';
import type { Database, Tx } from '../../infra/database.ts';
import { isTenantId, type TenantId } from '../../infra/ids.ts';
import { findTenant, markErasing } from '../tenant.store.ts';
import { TenantDirectory } from '../tenant-directory.ts';
import { ERASE_TENANT, type EraseTenant } from './erase-tenant.job.ts';

/** Refuses with an AppError CONFLICT what must not be erased yet. */
export type MayErase = (tx: Tx, tenantId: TenantId) => Promise<void>;

/** Erases tenants: out of sight at once, and out of the database as fast as its rows can be deleted. */
export class TenantErasure {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly mayErase: MayErase,
  ) {}

  /**
   * @param confirmSlug the tenant's slug, typed by the super admin who means it
   * @throws AppError NOT_FOUND, BAD_USER_INPUT for another slug, CONFLICT, FORBIDDEN where a code of the second factor
   * is asked for again
   */
  async erase(id: string, confirmSlug: string, context: Context): Promise<void> {
    if (!isTenantId(id)) throw notFound('tenant');
    requireFreshSecondFactor(viewerOf(context), this.clock.now());
    await this.database.asPlatform(async (tx) => {
      const tenant = await findTenant(tx, id, { lock: true });
      if (!tenant) throw notFound('tenant');
      if (confirmSlug.trim() !== tenant.slug) {
        throw badInput('confirmSlug', `Type the tenant's slug, ${tenant.slug}, to confirm.`);
      }
      await this.mayErase(tx, id);
      await markErasing(tx, id, this.clock.now());
      await signOutAll(tx, id);
      await TenantDirectory.changed(tx, id);
      await audit(tx, context, {
        action: 'tenant.erase',
        tenantId: id,
        subject: tenant.slug,
        detail: { name: tenant.name },
      });
      const job: EraseTenant = { tenantId: id };
      await tx.addJob(ERASE_TENANT, job, { key: `erase tenant ${id}` });
    });
  }
}

/** Ends the sessions of all users of the tenant, and deletes the users, so that none signs in again. */
async function signOutAll(tx: Tx, tenantId: TenantId): Promise<void> {
  for (const { id } of await usersOf(tx, tenantId)) await endSessionsOf(tx, id);
  await deleteUsersOf(tx, tenantId);
}
