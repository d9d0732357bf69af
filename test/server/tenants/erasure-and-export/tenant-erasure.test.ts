import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { AppError } from '../../../../server/infra/app-error.ts';
import { refuseWhileNumbersAreHeld } from '../../../../server/numbers/inventory/held-numbers.ts';
import { eraseTenant } from '../../../../server/tenants/erasure-and-export/erase-tenant.job.ts';
import { TenantErasure } from '../../../../server/tenants/erasure-and-export/tenant-erasure.ts';
import { TenantService } from '../../../../server/tenants/tenant.service.ts';
import { aCallOf, aRecordingOf } from '../../../support/call.ts';
import { aCustomer } from '../../../support/customer.ts';
import { aDatabase } from '../../../support/database.ts';
import { everythingOf } from '../../../support/everything-of.ts';
import { aTenant } from '../../../support/tenant.ts';
import { anAdminOf, aSuperAdmin } from '../../../support/viewer.ts';

const own = await aDatabase();
const clock = { now: () => new Date('2026-05-01T00:00:00Z') };
const erasure = new TenantErasure(own.database, clock, refuseWhileNumbersAreHeld);
const tenants = new TenantService(own.database, () => undefined);
const boss = aSuperAdmin();
const code = (code: string, field?: string) =>
  expect.objectContaining({ code, ...(field !== undefined && { details: { field } }) });

/** What was done stays true, and files can only be removed where it is known which. */
const OUTLIVING = ['audit_log', 'recording_leftovers', 'recording_erasures'];

/** A tenant with something of everything. */
async function aBusyTenant() {
  const tenant = await aTenant(own);
  const userId = randomUUID();
  await own.admin(
    `insert into users (id, tenant_id, email, name, role, password_hash) values ($1, $2, $1::uuid || '@lotus.example', 'Kavya', 'TENANT_ADMIN', 'x')`,
    [userId, tenant.id],
  );
  await own.admin(
    `insert into sessions (token_hash, user_id, expires_at) values (decode(md5($1), 'hex'), $1::uuid, now())`,
    [userId],
  );
  for (let count = 0; count < 3; count++) {
    const customerId = await aCustomer(own, tenant.id, { name: 'Asha' });
    const call = await aCallOf(own, tenant.id, { customerId, lines: ['Hello.', 'Hi.'] });
    await aRecordingOf(own, tenant.id, call);
    await own.admin(
      `insert into follow_ups (tenant_id, title, reason, call_id, customer_id, assignee_id, created_at)
       values ($1, 'Call', 'CALL', $2, $3, $4, now())`,
      [tenant.id, call, customerId, userId],
    );
  }
  await own.admin(
    `insert into phone_numbers (tenant_id, e164, status, demo) values ($1, $2, 'ACTIVE', true)`,
    [tenant.id, `+91${tenant.id.slice(0, 8)}`],
  );
  await aNumberOrder(tenant.id, 'SUCCEEDED');
  return { ...tenant, userId };
}

async function aNumberOrder(tenantId: string, status: 'PENDING' | 'SUCCEEDED') {
  await own.admin(
    `insert into number_orders (tenant_id, kind, status, e164, idempotency_key, account, demo, requested_at, settled_at)
     values ($1, 'PURCHASE', $2, $3, 'key', 'demo', true, now(), case $2 when 'SUCCEEDED' then now() end)`,
    [tenantId, status, `+91${tenantId.slice(0, 8)}`],
  );
}

test('an erased tenant is out of sight at once, and its people are signed out', async () => {
  const { id, slug, userId } = await aBusyTenant();

  await erasure.erase(id, ` ${slug} `, boss);

  await expect(tenants.get(boss.viewer, id)).rejects.toThrow(code('NOT_FOUND'));
  await expect(tenants.update(id, { status: 'ACTIVE' }, boss)).rejects.toThrow(code('NOT_FOUND'));
  const list = await tenants.list({ first: 100, after: null, search: slug });
  expect([list.edges, await list.totalCount]).toEqual([[], 0]);
  expect(await own.admin('select status from tenants where id = $1', [id])).toEqual([
    { status: 'SUSPENDED' },
  ]);
  expect(await own.admin('select from sessions where user_id = $1', [userId])).toEqual([]);
  expect(
    await own.admin(`select key from graphile_worker.jobs where task_identifier = 'erase-tenant'`),
  ).toContainEqual({
    key: `erase tenant ${id}`,
  });
});

test('and then nothing of it is left in any table but of what was done, and of files yet to be removed; others keep all', async () => {
  const [erased, other] = [await aBusyTenant(), await aBusyTenant()];
  const others = await everythingOf(own, other.id);
  await erasure.erase(erased.id, erased.slug, boss);

  await eraseTenant(own.database, { tenantId: erased.id });

  expect(await everythingOf(own, erased.id, { except: OUTLIVING })).toEqual([]);
  expect(await own.admin('select from recording_leftovers where tenant_id = $1', [erased.id])).toHaveLength(
    3,
  );
  expect(await everythingOf(own, other.id)).toEqual(others);
  expect(
    await own.admin('select action, subject, detail from audit_log where tenant_id = $1', [erased.id]),
  ).toEqual([{ action: 'tenant.erase', subject: erased.slug, detail: { name: erased.name } }]);
  await eraseTenant(own.database, { tenantId: erased.id });
  expect(await tenants.create({ name: 'Again', slug: erased.slug }, boss)).toMatchObject({
    slug: erased.slug,
  });
});

test('a job for a tenant that is not to be erased touches nothing', async () => {
  const { id } = await aBusyTenant();
  const before = await everythingOf(own, id);
  await eraseTenant(own.database, { tenantId: id });
  expect(await everythingOf(own, id)).toEqual(before);
});

test('thousands of rows are erased bit by bit', async () => {
  const { id, slug } = await aTenant(own);
  await own.admin(
    `insert into calls (tenant_id, provider_call_id, status, started_at, last_heard_at)
     select $1, 'n' || n, 'COMPLETED', now(), now() from generate_series(1, 1001) n`,
    [id],
  );
  await own.admin(
    `insert into customers (tenant_id, phone, first_seen_at) select $1, '+91' || n, now() from generate_series(1, 2500) n`,
    [id],
  );
  await erasure.erase(id, slug, boss);
  await eraseTenant(own.database, { tenantId: id });
  expect(await everythingOf(own, id, { except: OUTLIVING })).toEqual([]);
});

test('another slug, a tenant that is not there, and numbers that cost money keep it from being erased', async () => {
  const { id, slug } = await aBusyTenant();
  await expect(erasure.erase(id, 'pragati', boss)).rejects.toThrow(code('BAD_USER_INPUT', 'confirmSlug'));
  for (const unknown of [randomUUID(), 'nonsense']) {
    await expect(erasure.erase(unknown, slug, boss)).rejects.toThrow(code('NOT_FOUND'));
  }
  await own.admin(`update phone_numbers set source = 'MARKETPLACE', demo = false where tenant_id = $1`, [id]);
  await expect(erasure.erase(id, slug, boss)).rejects.toThrow(
    new AppError('CONFLICT', "Release the tenant's rented numbers first: there are 1."),
  );
  expect(await tenants.get(anAdminOf(id).viewer, null)).toMatchObject({ id, status: 'ACTIVE' });
});

test('neither does an order that Vobiz tells no end of', async () => {
  const { id, slug } = await aTenant(own);
  await aNumberOrder(id, 'PENDING');
  await expect(erasure.erase(id, slug, boss)).rejects.toThrow(code('CONFLICT'));
});
