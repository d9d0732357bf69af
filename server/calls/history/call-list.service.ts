import { reachOf, type Viewer } from '../../auth/access.ts';
import { notFound } from '../../infra/app-error.ts';
import type { Database, Tx } from '../../infra/database.ts';
import { type Connection, checkedFirst, pageOf, readCursor } from '../../infra/graphql/connection.ts';
import { isCallId, type TenantId } from '../../infra/ids.ts';
import { inNamedTenant } from '../../tenants/named-tenant.ts';
import type { CallFilter, CallType } from '../call.types.ts';
import { readCriteria } from './call-criteria.ts';
import { countCalls, findCalls, listCalls, placeOf } from './call-list.store.ts';

export type CallPage = {
  first: number;
  after: string | null | undefined;
  filter: CallFilter | null | undefined;
};

/** The call log, as its tenant reads it. */
export class CallListService {
  constructor(private readonly database: Database) {}

  /** Newest first. @throws AppError BAD_USER_INPUT, NOT_FOUND */
  async list(
    viewer: Viewer,
    tenantId: string | null | undefined,
    page: CallPage,
  ): Promise<Connection<CallType>> {
    const criteria = readCriteria(page.filter);
    const wanted = { after: readCursor(page.after), limit: checkedFirst(page.first) + 1 };
    const within = <T>(work: (tx: Tx, id: TenantId) => Promise<T>) =>
      inNamedTenant(this.database, viewer, tenantId, work);
    const rows = await within((tx, id) => listCalls(tx, id, criteria, wanted));
    return pageOf(rows, page.first, {
      keysetOf: placeOf,
      node: (row) => row,
      totalCount: () => within((tx, id) => countCalls(tx, id, criteria)),
    });
  }

  /** @throws AppError NOT_FOUND, also for another tenant's */
  async get(viewer: Viewer, id: string): Promise<CallType> {
    const [call] = isCallId(id)
      ? await this.database.within(reachOf(viewer), (tx) => findCalls(tx, [id]))
      : [];
    if (!call) throw notFound('call');
    return call;
  }
}
