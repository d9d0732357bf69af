import { notFound } from '../../infra/app-error.ts';
import type { Database } from '../../infra/database.ts';
import { type Connection, checkedFirst, pageOf, readCursor } from '../../infra/graphql/connection.ts';
import { isTenantId } from '../../infra/ids.ts';
import { type AuditEntry, countAuditEntries, listAuditEntries, placeOf } from './audit-log.store.ts';

export type AuditPage = {
  first: number;
  after?: string | null | undefined;
  tenantId?: string | null | undefined;
};

/** Audit entries, newest first. */
export class AuditLog {
  constructor(private readonly database: Database) {}

  /**
   * One page, of everything or of what was about one tenant, whether that is still there or not.
   * @throws AppError BAD_USER_INPUT naming `first` or `after`, NOT_FOUND for what can't be a tenant's id
   */
  async page({ first, after, tenantId = null }: AuditPage): Promise<Connection<AuditEntry>> {
    const wanted = { after: readCursor(after), limit: checkedFirst(first) + 1 };
    if (tenantId !== null && !isTenantId(tenantId)) throw notFound('tenant');
    const rows = await this.database.asPlatform((tx) => listAuditEntries(tx, tenantId, wanted));
    return pageOf(rows, first, {
      keysetOf: placeOf,
      node: ({ place: _, ...entry }) => entry,
      totalCount: () => this.database.asPlatform((tx) => countAuditEntries(tx, tenantId)),
    });
  }
}
