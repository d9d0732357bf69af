import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { type Context, requireFreshSecondFactor, tenantFor, viewerOf } from '../../auth/access.ts';
import { audit } from '../../auth/audit/audit.ts';
import { AppError, notFound } from '../../infra/app-error.ts';
import type { Clock } from '../../infra/clock.ts';
import type { Database } from '../../infra/database.ts';
import type { TenantId } from '../../infra/ids.ts';
import { findTenant } from '../tenant.store.ts';
import { readLines, type TenantTable, tenantTables } from './tenant-tables.store.ts';

/** Rows read at once; between two reads no transaction is open, however slowly the client takes them. */
const BATCH = 500;

/** What only makes the machine run: nothing in them is about the tenant's business. */
const TECHNICAL: ReadonlySet<string> = new Set([
  'call_quarter_marks',
  'exchanges',
  'tallies',
  'pending_transcriptions',
  'spent_signatures',
  'webhook_keys',
]);

/** Everything that is kept of a tenant, to be taken elsewhere. */
export class TenantExport {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * A zip of JSON Lines, a file a table, read while it is sent. Passwords and secrets aren't in it.
   * @param tenantId a super admin names the tenant; its admin may leave it out
   * @throws AppError UNAUTHENTICATED, FORBIDDEN for staff, NOT_FOUND, BAD_USER_INPUT
   */
  async open(tenantId: string | undefined, context: Context): Promise<{ fileName: string; zip: Readable }> {
    const id = this.check(tenantId, context);
    const now = this.clock.now();
    const { slug, tables } = await this.database.inTenant(id, async (tx) => {
      const tenant = await findTenant(tx, id);
      if (!tenant) throw notFound('tenant');
      await audit(tx, context, { action: 'tenant.export', tenantId: id, subject: tenant.slug });
      return { slug: tenant.slug, tables: await tenantTables(tx) };
    });
    const zip = new ZipFile();
    const output = zip.outputStream as Readable;
    const add = (table: TenantTable, owner: string) =>
      zip.addReadStreamLazy(`${table.name}.jsonl`, { mtime: now }, (opened) => {
        const lines = Readable.from(this.#lines(id, table, owner));
        // Cut off, an archive can't be taken for a whole one.
        lines.once('error', (error) => output.destroy(error));
        opened(null, lines);
      });
    add({ name: 'tenants', key: [{ column: 'id', type: 'uuid' }], bytes: [] }, 'id');
    for (const table of tables) if (!TECHNICAL.has(table.name)) add(table, 'tenant_id');
    zip.end();
    return { fileName: `${slug}-${now.toISOString().slice(0, 10)}.zip`, zip: output };
  }

  /**
   * Whether an export may begin, without beginning it.
   * @returns whose it is
   * @throws AppError as `open`, and FORBIDDEN where a code of the second factor is asked for again
   */
  check(tenantId: string | null | undefined, context: Context): TenantId {
    const viewer = viewerOf(context);
    if (viewer.role === 'TENANT_STAFF') throw new AppError('FORBIDDEN', 'Only admins may export data.');
    requireFreshSecondFactor(viewer, this.clock.now());
    return tenantFor(viewer, tenantId);
  }

  async *#lines(tenantId: TenantId, table: TenantTable, owner: string): AsyncGenerator<Buffer> {
    let after: string[] | undefined;
    for (;;) {
      const page = { table, owner, after, limit: BATCH };
      const rows = await this.database.inTenant(tenantId, (tx) => readLines(tx, tenantId, page));
      if (rows.length > 0) yield Buffer.from(rows.map(({ line }) => `${line}\n`).join(''));
      if (rows.length < BATCH) return;
      after = rows.at(-1)?.place;
    }
  }
}
