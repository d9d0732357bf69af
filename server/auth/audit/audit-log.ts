import { notFound } from '../../infra/app-error.ts';
import { at, type Database } from '../../infra/database.ts';
import { type Connection, checkedFirst, pageOf, readCursor } from '../../infra/graphql/connection.ts';
import { isUuid } from '../access.ts';

/** What somebody did, as it was written down. */
export type AuditEntry = {
  id: string;
  at: Date;
  actorId: string | null;
  actorEmail: string | null;
  action: string;
  tenantId: string | null;
  subject: string | null;
  address: string | null;
  detail: object;
};

type Row = Omit<AuditEntry, 'at'> & { at: string };

export type AuditPage = {
  first: number;
  after?: string | null | undefined;
  tenantId?: string | null | undefined;
};

const OF_TENANT = '($1::uuid is null or tenant_id = $1)';

/** Who did what, newest first. */
export class AuditLog {
  constructor(private readonly database: Database) {}

  /**
   * One page, of everything or of what was about one tenant, whether that is still there or not.
   * @throws AppError BAD_USER_INPUT naming `first` or `after`, NOT_FOUND for what can't be a tenant's id
   */
  async page({ first, after, tenantId = null }: AuditPage): Promise<Connection<AuditEntry>> {
    const limit = checkedFirst(first) + 1;
    const from = readCursor(after);
    if (tenantId !== null && !isUuid(tenantId)) throw notFound('tenant');
    const rows = await this.database.asPlatform((tx) =>
      tx.query<Row>(
        `select id, at::text as at, actor_id as "actorId", actor_email as "actorEmail", action, tenant_id as "tenantId", subject,
                address, detail
           from audit_log
          where ${OF_TENANT} and ($2::timestamptz is null or (at, id) < ($2, $3::uuid))
          order by audit_log.at desc, id desc limit $4`,
        [tenantId, from?.at ?? null, from?.id ?? null, limit],
      ),
    );
    return pageOf(rows, first, {
      keysetOf: (row) => row,
      node: (row) => ({ ...row, at: at(row.at) }),
      totalCount: () => this.#count(tenantId),
    });
  }

  async #count(tenantId: string | null): Promise<number> {
    const row = await this.database.asPlatform((tx) =>
      tx.one<{ count: number }>(`select count(*)::int as count from audit_log where ${OF_TENANT}`, [
        tenantId,
      ]),
    );
    return row?.count ?? 0;
  }
}
