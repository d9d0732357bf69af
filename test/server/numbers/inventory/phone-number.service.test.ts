import { expect, test } from 'vitest';
import { viewerOf } from '../../../../server/auth/access.ts';
import type { TenantId } from '../../../../server/infra/ids.ts';
import { providerApiKeyOf } from '../../../../server/numbers/inventory/provider-api-key.ts';
import { aMarketplace, aNumber } from '../a-marketplace.ts';
import { anAdminOf, aSuperAdmin, oneVault } from '../situation.ts';

const market = await aMarketplace({ mode: 'DEMO' });
const { admin } = market;
const { phoneNumbers } = market.anInstance();

const list = (tenantId: TenantId) => phoneNumbers.list(viewerOf(aSuperAdmin), tenantId);

test('a number is added by its tenant’s admin, and is no other tenant’s to have', async () => {
  const [own, other] = [await market.aTenant(), await market.aTenant()];
  const e164 = aNumber();
  const added = await phoneNumbers.add({ e164, label: '  Front desk ' }, anAdminOf(own));
  expect(added).toMatchObject({
    tenantId: own,
    status: 'ACTIVE',
    label: 'Front desk',
    hasProviderApiKey: false,
  });

  const elsewhere = phoneNumbers.add({ tenantId: other, e164 }, aSuperAdmin);
  await expect(elsewhere).rejects.toMatchObject({ code: 'CONFLICT', details: { field: 'e164' } });
  await expect(phoneNumbers.add({ tenantId: other, e164: aNumber() }, anAdminOf(own))).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  await expect(phoneNumbers.add({ e164: aNumber() }, aSuperAdmin)).rejects.toMatchObject({
    code: 'BAD_USER_INPUT',
    details: { field: 'tenantId' },
  });
});

test('ten who add one number at once are one who has it', async () => {
  const e164 = aNumber();
  const tenants = await Promise.all(Array.from({ length: 10 }, () => market.aTenant()));
  const outcomes = await Promise.allSettled(
    tenants.map((tenantId) => phoneNumbers.add({ tenantId, e164 }, aSuperAdmin)),
  );
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('its key is stored encrypted, replaced and cleared, and never read back', async () => {
  const tenantId = await market.aTenant();
  const { id } = await phoneNumbers.add(
    { tenantId, e164: aNumber(), providerApiKey: 'first-key' },
    aSuperAdmin,
  );
  const stored = async () => {
    const [row] = await admin<{ key: Buffer | null }>(
      'select provider_api_key as key from phone_numbers where id = $1',
      [id],
    );
    return row?.key ? oneVault().open(row.key, providerApiKeyOf(id)).reveal() : null;
  };
  expect(await stored()).toBe('first-key');

  expect(await phoneNumbers.update(id, { providerApiKey: 'second-key' }, aSuperAdmin)).toMatchObject({
    hasProviderApiKey: true,
  });
  expect(await stored()).toBe('second-key');
  await phoneNumbers.update(id, { label: 'Ward' }, aSuperAdmin);
  expect(await stored()).toBe('second-key');
  expect(await phoneNumbers.update(id, { providerApiKey: null }, aSuperAdmin)).toMatchObject({
    hasProviderApiKey: false,
    label: 'Ward',
  });
});

test('the number whose calls are forwarded here is kept, changed and cleared, and is never the number itself', async () => {
  const tenantId = await market.aTenant();
  const [e164, kept, other] = [aNumber(), aNumber(), aNumber()];
  const { id, forwardedFrom } = await phoneNumbers.add({ tenantId, e164, forwardedFrom: kept }, aSuperAdmin);
  expect(forwardedFrom).toBe(kept);
  const changed = await phoneNumbers.update(id, { forwardedFrom: other }, aSuperAdmin);
  expect(changed.forwardedFrom).toBe(other);
  expect((await phoneNumbers.update(id, { label: 'Desk' }, aSuperAdmin)).forwardedFrom).toBe(other);
  expect((await phoneNumbers.update(id, { forwardedFrom: null }, aSuperAdmin)).forwardedFrom).toBeNull();
  const refused = { code: 'BAD_USER_INPUT', details: { field: 'forwardedFrom' } };
  await expect(phoneNumbers.update(id, { forwardedFrom: e164 }, aSuperAdmin)).rejects.toMatchObject(refused);
  const added = phoneNumbers.add({ tenantId, e164: other, forwardedFrom: other }, aSuperAdmin);
  await expect(added).rejects.toMatchObject(refused);
});

test('another tenant’s number can’t be changed, removed or tried again', async () => {
  const { id } = await phoneNumbers.add({ tenantId: await market.aTenant(), e164: aNumber() }, aSuperAdmin);
  const stranger = anAdminOf(await market.aTenant());
  for (const attempt of [
    () => phoneNumbers.update(id, { label: 'mine' }, stranger),
    () => phoneNumbers.remove(id, stranger),
    () => phoneNumbers.retry(id, stranger),
    () => phoneNumbers.remove('no id at all', stranger),
  ]) {
    await expect(attempt()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  }
});

test('a number that was removed can be added again, and is listed once', async () => {
  const tenantId = await market.aTenant();
  const e164 = aNumber();
  const first = await phoneNumbers.add({ tenantId, e164, providerApiKey: 'a-key' }, aSuperAdmin);
  expect(await phoneNumbers.remove(first.id, anAdminOf(tenantId))).toMatchObject({
    status: 'RELEASED',
    hasProviderApiKey: false,
  });
  expect(await list(tenantId)).toMatchObject([{ id: first.id, status: 'RELEASED' }]);

  const second = await phoneNumbers.add({ tenantId, e164 }, aSuperAdmin);
  expect(await list(tenantId)).toMatchObject([{ id: second.id, status: 'ACTIVE' }]);
  await phoneNumbers.remove(second.id, aSuperAdmin);
  expect(await list(tenantId)).toMatchObject([{ id: second.id, status: 'RELEASED' }]);
});

test.each([
  ['label', { label: 'x'.repeat(101) }],
  ['providerApiKey', { providerApiKey: 'with a blank' }],
])('%s that can’t be is refused', async (field, input) => {
  const added = phoneNumbers.add(
    { tenantId: await market.aTenant(), e164: aNumber(), ...input },
    aSuperAdmin,
  );
  await expect(added).rejects.toMatchObject({ code: 'BAD_USER_INPUT', details: { field } });
});

test('whatever is done to a number stands in the audit, without its key', async () => {
  const tenantId = await market.aTenant();
  const e164 = aNumber();
  const { id } = await phoneNumbers.add({ tenantId, e164, providerApiKey: 'audited-key' }, aSuperAdmin);
  await phoneNumbers.update(id, { providerApiKey: 'audited-key-2' }, aSuperAdmin);
  await phoneNumbers.remove(id, aSuperAdmin);
  const rows = await admin<{ action: string; row: string }>(
    'select action, audit_log::text as row from audit_log where subject = $1 order by at',
    [e164],
  );
  expect(rows.map(({ action }) => action)).toEqual(['number.add', 'number.update', 'number.remove']);
  expect(rows.map(({ row }) => row).join()).not.toContain('audited-key');
});
