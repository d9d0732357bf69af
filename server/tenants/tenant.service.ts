import { type Context, type Viewer, viewerOf } from '../auth/access.ts';
import { audit } from '../auth/audit/audit.ts';
import { AppError, badInput, notFound } from '../infra/app-error.ts';
import type { Database } from '../infra/database.ts';
import { type Connection, checkedFirst, pageOf, readCursor } from '../infra/graphql/connection.ts';
import { isTenantId, newTenantId } from '../infra/ids.ts';
import { readTimeZone } from './locale.ts';
import { firstPersona } from './personas/first-persona.ts';
import { insertPersona } from './personas/persona.store.ts';
import { changedPersona } from './personas/persona-input.ts';
import { readSlug } from './slug.ts';
import {
  countTenants,
  findTenant,
  insertTenant,
  listTenants,
  placeOf,
  type TenantRow,
  writeTraits,
} from './tenant.store.ts';
import { TenantDirectory } from './tenant-directory.ts';
import { changedTraits, differences, readName, type TenantChange } from './tenant-input.ts';

export type NewTenant = {
  name: string;
  slug: string;
  greeting?: string | null | undefined;
  timeZone?: string | null | undefined;
};

/** The businesses on the platform: made and changed by super admins, seen by their own people. */
export class TenantService {
  /** @param forget has this process read tenants anew at once; others are told by the transaction */
  constructor(
    private readonly database: Database,
    private readonly forget: () => void,
  ) {}

  /** Newest first; `search` looks at names and slugs. */
  async list({
    first,
    after,
    search,
  }: {
    first: number;
    after: string | null | undefined;
    search: string | null | undefined;
  }): Promise<Connection<TenantRow>> {
    const wanted = { search: search ?? undefined, after: readCursor(after), limit: checkedFirst(first) + 1 };
    const rows = await this.database.asPlatform((tx) => listTenants(tx, wanted));
    return pageOf(rows, first, {
      keysetOf: placeOf,
      node: (row) => row,
      totalCount: () => this.database.asPlatform((tx) => countTenants(tx, wanted.search)),
    });
  }

  /**
   * @param id the viewer's own tenant where left out
   * @throws AppError BAD_USER_INPUT where a super admin names none, NOT_FOUND
   */
  async get(viewer: Viewer, id: string | null | undefined): Promise<TenantRow> {
    const wanted = id ?? viewer.tenantId;
    if (wanted === null) throw badInput('id', 'Name the tenant in id.');
    const isInReach = isTenantId(wanted) && (viewer.tenantId === null || viewer.tenantId === wanted);
    const tenant = isInReach && (await this.database.inTenant(wanted, (tx) => findTenant(tx, wanted)));
    if (!tenant) throw notFound('tenant');
    return tenant;
  }

  /**
   * Makes a tenant that can be called at once.
   * @throws AppError BAD_USER_INPUT, or CONFLICT where the slug is taken
   */
  async create(input: NewTenant, context: Context): Promise<TenantRow> {
    const name = readName(input.name);
    const persona = changedPersona(firstPersona(name), { greeting: input.greeting ?? undefined });
    const wanted = {
      id: newTenantId(),
      name,
      slug: readSlug(input.slug),
      timeZone: input.timeZone == null ? 'Asia/Kolkata' : readTimeZone(input.timeZone),
    };
    return this.database.asPlatform(async (tx) => {
      const tenant = await insertTenant(tx, wanted);
      if (!tenant) {
        throw new AppError('CONFLICT', `The slug "${wanted.slug}" is taken; please choose another.`, {
          field: 'slug',
        });
      }
      await insertPersona(tx, tenant.id, { ...persona, version: 1 }, viewerOf(context));
      // Its address may have been called, and remembered as leading nowhere.
      await TenantDirectory.changed(tx, tenant.id);
      await audit(tx, context, { action: 'tenant.create', tenantId: tenant.id, subject: tenant.slug });
      return tenant;
    });
  }

  /**
   * Changes what is given; what is left out stays.
   * @throws AppError BAD_USER_INPUT, NOT_FOUND
   */
  async update(id: string, change: TenantChange, context: Context): Promise<TenantRow> {
    if (!isTenantId(id)) throw notFound('tenant');
    const changed = await this.database.inTenant(id, async (tx) => {
      const before = await findTenant(tx, id, { lock: true });
      if (!before) throw notFound('tenant');
      const after = { ...before, ...changedTraits(before, change) };
      const detail = differences(before, after);
      if (Object.keys(detail).length === 0) return before;
      await writeTraits(tx, id, after);
      await TenantDirectory.changed(tx, id);
      await audit(tx, context, { action: 'tenant.update', tenantId: id, subject: before.slug, detail });
      return after;
    });
    this.forget();
    return changed;
  }
}
