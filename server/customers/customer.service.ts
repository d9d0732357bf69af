import { type Context, reachOf, type Viewer, viewerOf } from '../auth/access.ts';
import { audit } from '../auth/audit/audit.ts';
import { AppError, notFound } from '../infra/app-error.ts';
import type { Database, Tx } from '../infra/database.ts';
import { type Connection, checkedFirst, pageOf, readCursor } from '../infra/graphql/connection.ts';
import { isCustomerId, type TenantId } from '../infra/ids.ts';
import { inNamedTenant } from '../tenants/named-tenant.ts';
import {
  type CustomerRow,
  countCustomers,
  findCustomers,
  listCustomers,
  lockCustomer,
  placeOf,
  writeCustomer,
} from './customer.store.ts';
import { type CustomerChange, changedCustomer, changedTraits } from './customer-input.ts';
import { readSearch } from './customer-search.ts';

export type CustomerPage = {
  first: number;
  after: string | null | undefined;
  search: string | null | undefined;
};

/** The people who called, and what is kept about them. */
export class CustomerService {
  constructor(private readonly database: Database) {}

  /** By latest call first; `search` looks at name, digits of the number, notes and tags. */
  async list(
    viewer: Viewer,
    tenantId: string | null | undefined,
    page: CustomerPage,
  ): Promise<Connection<CustomerRow>> {
    const search = readSearch(page.search);
    const wanted = { search, after: readCursor(page.after), limit: checkedFirst(page.first) + 1 };
    const within = <T>(work: (tx: Tx, id: TenantId) => Promise<T>) =>
      inNamedTenant(this.database, viewer, tenantId, work);
    const rows = await within((tx, id) => listCustomers(tx, id, wanted));
    return pageOf(rows, page.first, {
      keysetOf: placeOf,
      node: (row) => row,
      totalCount: () => within((tx, id) => countCustomers(tx, id, search)),
    });
  }

  /** @throws AppError NOT_FOUND */
  async get(viewer: Viewer, id: string): Promise<CustomerRow> {
    const rows = isCustomerId(id)
      ? await this.database.within(reachOf(viewer), (tx) => findCustomers(tx, [id]))
      : [];
    const [customer] = rows;
    if (!customer) throw notFound('customer');
    return customer;
  }

  /**
   * Changes what is given. Staff may change the notes.
   * @throws AppError NOT_FOUND, FORBIDDEN, BAD_USER_INPUT
   */
  async update(id: string, change: CustomerChange, context: Context): Promise<CustomerRow> {
    const viewer = viewerOf(context);
    if (!isCustomerId(id)) throw notFound('customer');
    return this.database.within(reachOf(viewer), async (tx) => {
      const before = await lockCustomer(tx, id);
      if (!before) throw notFound('customer');
      refuseStaff(viewer, change);
      const after = { ...before, ...changedCustomer(before, change) };
      const changed = changedTraits(before, after);
      if (changed.length === 0) return before;
      await writeCustomer(tx, id, after);
      await audit(tx, context, {
        action: 'customer.update',
        tenantId: before.tenantId,
        subject: id,
        detail: { changed },
      });
      return after;
    });
  }
}

function refuseStaff(viewer: Viewer, { name, tags }: CustomerChange): void {
  if (viewer.role === 'TENANT_STAFF' && (name !== undefined || tags !== undefined)) {
    throw new AppError(
      'FORBIDDEN',
      'Your role may change the notes of a customer, but not the name or the tags.',
    );
  }
}
