import { randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { TenantExport } from '../../../../server/tenants/erasure-and-export/tenant-export.ts';
import { aCallOf } from '../../../support/call.ts';
import { aCustomer } from '../../../support/customer.ts';
import { aDatabase } from '../../../support/database.ts';
import { aTenant } from '../../../support/tenant.ts';
import { unzip } from '../../../support/unzip.ts';
import { anAdminOf, aSuperAdmin, type SignedIn, staffOf } from '../../../support/viewer.ts';

const own = await aDatabase();
const exporter = new TenantExport(own.database, { now: () => new Date('2026-05-01T10:00:00Z') });
const code = (code: string, field?: string) =>
  expect.objectContaining({ code, ...(field !== undefined && { details: { field } }) });

/** The rows of each table, by the file's name. */
async function exported(who: SignedIn, tenantId?: string) {
  const { zip, fileName } = await exporter.open(tenantId, who);
  const files = unzip(await buffer(zip));
  const rowsOf = (file: string) =>
    (files.get(file)?.toString('utf8') ?? expect.unreachable(`${file} is there`))
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  return { fileName, names: [...files.keys()], rowsOf, text: [...files.values()].join('\n') };
}

test('everything of a tenant is exported, a JSON line a row, and nothing of others', async () => {
  const [mine, theirs] = [await aTenant(own, { slug: 'mine' }), await aTenant(own)];
  const customerId = await aCustomer(own, mine.id, {
    name: 'Asha',
    notes: 'One\nTwo "three"',
    tags: ['vip'],
  });
  const call = await aCallOf(own, mine.id, { customerId, lines: ['Hello.', 'नमस्ते 🙂'] });
  await aCallOf(own, theirs.id, {
    customerId: await aCustomer(own, theirs.id, { name: 'Secret' }),
    lines: ['Secret.'],
  });

  const { fileName, names, rowsOf, text } = await exported(anAdminOf(mine.id));

  expect(fileName).toBe('mine-2026-05-01.zip');
  expect(rowsOf('tenants.jsonl')).toMatchObject([{ id: mine.id, slug: 'mine' }]);
  expect(rowsOf('persona_versions.jsonl')).toMatchObject([{ version: 1 }]);
  expect(rowsOf('customers.jsonl')).toMatchObject([
    { name: 'Asha', notes: 'One\nTwo "three"', tags: ['vip'] },
  ]);
  expect(rowsOf('calls.jsonl')).toMatchObject([{ id: call, customer_id: customerId }]);
  expect(rowsOf('turns.jsonl').map((row) => row.text)).toEqual(['Hello.', 'नमस्ते 🙂']);
  expect(names).toEqual(
    expect.arrayContaining(['users.jsonl', 'phone_numbers.jsonl', 'call_analyses.jsonl']),
  );
  expect(names).not.toContain('audit_log.jsonl');
  expect(text).not.toContain('Secret');
  expect(await own.admin('select action from audit_log where tenant_id = $1', [mine.id])).toEqual([
    { action: 'tenant.export' },
  ]);
});

test('passwords and secrets are not in it', async () => {
  const { id } = await aTenant(own);
  await own.admin(
    `insert into users (id, tenant_id, email, name, role, password_hash, second_factor_secret)
     values ($1, $2, $3, 'Kavya', 'TENANT_STAFF', 'the-hash', '\\xdeadbeef')`,
    [randomUUID(), id, `${id}@lotus.example`],
  );
  await own.admin(
    `insert into phone_numbers (tenant_id, e164, provider_api_key) values ($1, '+918000000001', '\\xdeadbeef')`,
    [id],
  );
  const { rowsOf, text } = await exported(anAdminOf(id));
  expect(rowsOf('users.jsonl')).toMatchObject([{ email: `${id}@lotus.example` }]);
  expect(rowsOf('phone_numbers.jsonl')).toMatchObject([{ e164: '+918000000001' }]);
  expect(text).not.toMatch(/the-hash|deadbeef|password_hash|provider_api_key/);
});

test('more rows than are read at once come each once', async () => {
  const { id } = await aTenant(own);
  await own.admin(
    `with call as (
       insert into calls (tenant_id, provider_call_id, status, started_at, last_heard_at)
       select $1, 'n' || n, 'COMPLETED', now(), now() from generate_series(1, 501) n returning id)
     insert into turns (tenant_id, call_id, number, speaker, text, at)
     select $1, id, number, 'AGENT', number, now() from call, generate_series(1, 2) number`,
    [id],
  );
  const { rowsOf } = await exported(aSuperAdmin(), id);
  expect(new Set(rowsOf('calls.jsonl').map((row) => row.id)).size).toBe(501);
  expect(rowsOf('turns.jsonl')).toHaveLength(1_002);
});

test('it is for admins, of their own tenant', async () => {
  const [mine, theirs] = [await aTenant(own), await aTenant(own)];
  await expect(exporter.open(undefined, staffOf(mine.id))).rejects.toThrow(code('FORBIDDEN'));
  await expect(exporter.open(theirs.id, anAdminOf(mine.id))).rejects.toThrow(code('NOT_FOUND'));
  await expect(exporter.open(undefined, aSuperAdmin())).rejects.toThrow(code('BAD_USER_INPUT', 'tenantId'));
  await expect(exporter.open(randomUUID(), aSuperAdmin())).rejects.toThrow(code('NOT_FOUND'));
  await expect(exporter.open(undefined, { viewer: undefined, address: '' })).rejects.toThrow(
    code('UNAUTHENTICATED'),
  );
});

test('a database that fails in the middle cuts the archive off instead of ending it well', async () => {
  const broken = await aDatabase();
  const { id } = await aTenant(broken);
  const { zip } = await new TenantExport(broken.database, { now: () => new Date() }).open(id, anAdminOf(id));
  await broken.admin('drop table webhook_refusals cascade');
  await expect(buffer(zip)).rejects.toThrow(/webhook_refusals/);
});
