import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { audit } from '../../../../server/auth/audit/audit.ts';
import { AuditLog } from '../../../../server/auth/audit/audit-log.ts';
import { newTenantId } from '../../../../server/infra/ids.ts';
import { aDatabase } from '../../../support/database.ts';
import { aTenant } from '../../../support/tenant.ts';
import { failure } from '../../fakes/listen.ts';
import { aPerson, stranger } from '../people.ts';

const own = await aDatabase();
const { database, admin } = own;
const log = new AuditLog(database);
const superAdmin = await aPerson(own);

test('an action is written down with the user who did it, and from where', async () => {
  const tenant = await aTenant(own);
  await database.asPlatform((tx) =>
    audit(tx, superAdmin.context, {
      action: 'number.purchase',
      tenantId: tenant.id,
      subject: '+918047150001',
      detail: { fee: { minorUnits: 50_000 } },
    }),
  );
  const { edges } = await log.page({ first: 1, tenantId: tenant.id });
  expect(edges[0]?.node).toEqual({
    id: expect.any(String),
    at: expect.any(Date),
    actorId: superAdmin.id,
    actorEmail: superAdmin.email,
    action: 'number.purchase',
    tenantId: tenant.id,
    subject: '+918047150001',
    address: '203.0.113.9',
    detail: { fee: { minorUnits: 50_000 } },
  });
});

test('an action that is taken back was never done', async () => {
  const action = randomUUID();
  const undone = database.asPlatform(async (tx) => {
    await audit(tx, superAdmin.context, { action });
    throw new Error('taken back');
  });
  await expect(undone).rejects.toThrow('taken back');
  expect(await admin('select 1 from audit_log where action = $1', [action])).toEqual([]);
});

describe('within a tenant', () => {
  test('actions are written down, and not read', async () => {
    const tenant = await aTenant(own);
    const { context } = await aPerson(own, { tenantId: tenant.id });
    const seen = await database.inTenant(tenant.id, async (tx) => {
      await audit(tx, context, { action: 'persona.update', tenantId: tenant.id });
      return tx.db.selectFrom('auditLog').select('id').execute();
    });
    expect(seen).toEqual([]);
    expect((await log.page({ first: 1, tenantId: tenant.id })).edges).toHaveLength(1);
  });

  test.each([
    ['another tenant', newTenantId()],
    ['the platform', null],
  ])('nothing is written down about %s', async (_, tenantId) => {
    const tenant = await aTenant(own);
    const lie = database.inTenant(tenant.id, (tx) =>
      audit(tx, superAdmin.context, { action: 'lie', tenantId }),
    );
    await expect(lie).rejects.toThrow(/row-level security/);
  });
});

describe('what is written down', () => {
  const changes = [
    [`update audit_log set action = 'nothing'`],
    ['delete from audit_log'],
    [`delete from audit_log where action = 'no such thing'`],
    ['truncate audit_log'],
  ];

  test.each(changes)('is not changed by a superuser: %s', async (change) => {
    await expect(admin(change)).rejects.toThrow('audit_log is append-only');
  });

  test.each(changes)('is not changed by the platform: %s', async (change) => {
    const changed = database.asPlatform(({ db }) => sql.raw(change).execute(db));
    await expect(changed).rejects.toThrow(/append-only|permission denied/);
  });

  test('stays when the tenant and the user are gone', async () => {
    const tenant = await aTenant(own);
    const person = await aPerson(own, { tenantId: tenant.id });
    await database.inTenant(tenant.id, (tx) =>
      audit(tx, person.context, { action: 'persona.update', tenantId: tenant.id }),
    );
    await admin('delete from tenants where id = $1', [tenant.id]);
    expect(await admin('select 1 from users where id = $1', [person.id])).toEqual([]);
    expect((await log.page({ first: 10, tenantId: tenant.id })).edges).toMatchObject([
      { node: { actorEmail: person.email, actorId: person.id } },
    ]);
  });
});

describe('the log', () => {
  test('is read newest first, page by page, without a gap or a repeat', async () => {
    const tenantId = newTenantId();
    // All of one transaction are of the same instant.
    for (const times of [3, 1, 4]) {
      await database.asPlatform(async (tx) => {
        for (let time = 0; time < times; time++)
          await audit(tx, stranger(), { action: `of ${times}`, tenantId });
      });
    }
    const actions: string[] = [];
    const ids = new Set<string>();
    let after: string | null = null;
    do {
      const page = await log.page({ first: 3, after, tenantId });
      expect(await page.totalCount).toBe(8);
      for (const { node } of page.edges) {
        actions.push(node.action);
        ids.add(node.id);
      }
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(actions).toEqual([...Array(4).fill('of 4'), 'of 1', ...Array(3).fill('of 3')]);
    expect(ids.size).toBe(8);
  });

  test('of all tenants holds the platform’s own as well', async () => {
    const action = randomUUID();
    await database.asPlatform((tx) => audit(tx, { viewer: undefined, address: '' }, { action }));
    const { edges } = await log.page({ first: 1 });
    expect(edges).toMatchObject([
      { node: { action, actorId: null, tenantId: null, address: null, detail: {} } },
    ]);
  });

  test.each([
    [{ first: 0 }, 'BAD_USER_INPUT'],
    [{ first: 101 }, 'BAD_USER_INPUT'],
    [{ first: 1, after: 'x' }, 'BAD_USER_INPUT'],
    [{ first: 1, tenantId: 'pragati' }, 'NOT_FOUND'],
  ])('is not read by %j', async (page, code) => {
    expect(await failure(log.page(page))).toMatchObject({ code });
  });
});
