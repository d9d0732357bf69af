import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { Tx } from '../../server/infra/database.ts';
import { newTenantId } from '../../server/infra/ids.ts';
import { aDatabase } from '../support/database.ts';
import { asTenantId } from '../support/ids.ts';
import { aPlainOwner } from '../support/plain-owner.ts';
import { aTenant } from '../support/tenant.ts';

const own = await aDatabase();

type Table = { name: string; enabled: boolean; forced: boolean; policies: number };
const TABLES = `
  select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
         (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where n.nspname = 'public' and c.relkind in ('r', 'p')`;

/** Only names and times of migrations. */
const FREE_OF_TENANTS = ['kaivox_migrations'];

test('every table is guarded by row-level security, also against its owner', async () => {
  const tables = await own.admin<Table>(TABLES);
  expect(tables.length).toBeGreaterThan(8);
  const open = tables.filter(
    ({ name, enabled, forced, policies }) =>
      !FREE_OF_TENANTS.includes(name) && !(enabled && forced && policies > 0),
  );
  expect(open).toEqual([]);
});

test('every tenant’s table carries its tenant in the primary key or in every unique one', async () => {
  const tables = await own.admin<{ name: string }>(`
    select c.relname as name from pg_class c
      join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and a.attnotnull
     where c.relkind = 'r'
       and not exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary and a.attnum = any (i.indkey))`);
  expect(tables).toEqual([]);
});

describe.each([
  ['a superuser', async () => own],
  ['the owner, a plain role', () => aPlainOwner(own)],
])('for a connection of %s', (_, connect) => {
  test('a query that forgets the tenant gets nothing, and can write nothing', async () => {
    const { admin, database } = await connect();
    const [mine, theirs] = [await aTenant({ ...own, admin }), await aTenant({ ...own, admin })];
    for (const { id } of [mine, theirs]) {
      await admin(
        `insert into calls (tenant_id, provider_call_id, started_at, last_heard_at) values ($1, 'c', now(), now())`,
        [id],
      );
    }
    const all = ({ db }: Tx) => db.selectFrom('calls').select('tenantId').execute();
    expect(await database.inTenant(mine.id, all)).toEqual([{ tenantId: mine.id }]);
    expect(await database.inTenant(newTenantId(), all)).toEqual([]);
    expect(await database.inTenant(asTenantId(''), all)).toEqual([]);
    const change = ({ db }: Tx) =>
      db
        .updateTable('calls')
        .set({ hangupCause: 'X' })
        .where('tenantId', '=', theirs.id)
        .returning('id')
        .execute();
    expect(await database.inTenant(mine.id, change)).toEqual([]);
    const plant = ({ db }: Tx) =>
      sql`insert into customers (tenant_id, phone, first_seen_at) values (${theirs.id}, '+919876543210', now())`.execute(
        db,
      );
    await expect(database.inTenant(mine.id, plant)).rejects.toThrow(/row-level security/);
  });

  test('what belongs to the platform is out of a tenant’s reach', async () => {
    const { admin, database } = await connect();
    const { id } = await aTenant({ ...own, admin });
    const settings = ({ db }: Tx) => db.selectFrom('platformSettings').selectAll().execute();
    const sessions = ({ db }: Tx) => db.selectFrom('sessions').selectAll().execute();
    expect(await database.inTenant(id, settings)).toEqual([]);
    expect(await database.inTenant(id, sessions)).toEqual([]);
    expect(await database.asPlatform(settings)).toHaveLength(1);
  });
});
