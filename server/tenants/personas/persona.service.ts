import { type Context, tenantFor, type Viewer, viewerOf } from '../../auth/access.ts';
import { audit } from '../../auth/audit/audit.ts';
import { notFound } from '../../infra/app-error.ts';
import type { Database, Tx } from '../../infra/database.ts';
import { checkedFirst } from '../../infra/graphql/connection.ts';
import { inNamedTenant } from '../named-tenant.ts';
import { TenantDirectory } from '../tenant-directory.ts';
import {
  findPersonaVersion,
  insertPersona,
  listPersonaVersions,
  lockPersona,
  type PersonaRow,
  type PersonaVersionRow,
} from './persona.store.ts';
import { changedPersona, isSamePersona, type PersonaChange, type PersonaText } from './persona-input.ts';

/** The persona that answers for a tenant. A change is a new version, which answers from the next call on; none is ever lost. */
export class PersonaService {
  constructor(private readonly database: Database) {}

  /**
   * Changes what is given; where nothing differs, no version is made.
   * @throws AppError BAD_USER_INPUT, NOT_FOUND
   */
  update(tenantId: string | null | undefined, change: PersonaChange, context: Context): Promise<PersonaRow> {
    return this.#renew(tenantId, context, 'persona.update', async (_, current) =>
      changedPersona(current, change),
    );
  }

  /**
   * Makes a new version equal to an older one.
   * @throws AppError NOT_FOUND
   */
  restore(tenantId: string | null | undefined, version: number, context: Context): Promise<PersonaRow> {
    return this.#renew(tenantId, context, 'persona.restore', async (tx, { tenantId: id }) => {
      const older = await findPersonaVersion(tx, id, version);
      if (!older) throw notFound('version of the persona');
      return older;
    });
  }

  /** Newest first; `before` is the version that the last page ended with. */
  async versions(
    viewer: Viewer,
    tenantId: string | null | undefined,
    { first, before }: { first: number; before: number | null | undefined },
  ): Promise<PersonaVersionRow[]> {
    const wanted = { before: before ?? undefined, limit: checkedFirst(first) };
    return inNamedTenant(this.database, viewer, tenantId, (tx, id) => listPersonaVersions(tx, id, wanted));
  }

  async #renew(
    tenantId: string | null | undefined,
    context: Context,
    action: string,
    next: (tx: Tx, current: PersonaRow) => Promise<PersonaText>,
  ): Promise<PersonaRow> {
    const viewer = viewerOf(context);
    const id = tenantFor(viewer, tenantId);
    return this.database.inTenant(id, async (tx) => {
      const current = await lockPersona(tx, id);
      if (!current) throw notFound('tenant');
      const wanted = await next(tx, current);
      if (isSamePersona(current, wanted)) return current;
      const renewed = { ...wanted, tenantId: id, version: current.version + 1 };
      await insertPersona(tx, id, renewed, viewer);
      await TenantDirectory.changed(tx, id);
      await audit(tx, context, { action, tenantId: id, detail: { version: renewed.version } });
      return renewed;
    });
  }
}
