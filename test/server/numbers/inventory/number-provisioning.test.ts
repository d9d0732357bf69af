import { beforeEach, describe, expect, test } from 'vitest';
import { viewerOf } from '../../../../server/auth/access.ts';
import type { TenantId } from '../../../../server/infra/ids.ts';
import { aMarketplace, aNumber, buy } from '../a-marketplace.ts';
import { anAdminOf, aSuperAdmin } from '../situation.ts';

const market = await aMarketplace();
const { vobiz } = market;
const numbers = market.anInstance();

beforeEach(() => {
  vobiz.recover();
  market.address.publicUrl = 'https://kaivox.example';
});

const read = async (tenantId: TenantId) =>
  (await numbers.phoneNumbers.list(viewerOf(aSuperAdmin), tenantId))[0];
async function bought(slug?: string) {
  const [e164, tenantId] = [aNumber(), await market.aTenant(slug)];
  vobiz.account.offer(e164);
  const order = await buy(numbers, { e164, tenantId });
  return { e164, tenantId, order, id: order.phoneNumberId ?? '' };
}
const applicationOf = (e164: string) => vobiz.account.owned.get(e164)?.applicationId ?? '';

describe('a number that was bought and can’t be attached', () => {
  test.each([
    ['the application isn’t made', 'create application', { status: 500 }, 'application couldn’t be set up'],
    ['attaching is refused', 'attach', { status: 400 }, 'couldn’t be attached'],
    ['attaching breaks off', 'attach', { cut: true, work: false }, 'couldn’t be attached'],
    ['it can’t be checked', 'owned', { status: 500 }, 'couldn’t be checked'],
    ['attaching is said, and not done', 'attach', { garbage: true, work: false }, 'another application'],
  ] as const)('because %s, is paid for, says why, and is tried again', async (_, operation, fault, words) => {
    vobiz.fail(operation, fault, { times: 2 });
    const { e164, tenantId, order } = await bought();

    expect(order.status).toBe('SUCCEEDED');
    expect(await read(tenantId)).toMatchObject({
      status: 'PROVISIONING',
      provisioningIssue: expect.stringContaining(words),
    });

    await market.untilSettled(numbers);
    expect(await read(tenantId)).toMatchObject({ status: 'ACTIVE', provisioningIssue: null });
    expect(vobiz.account.applications.get(applicationOf(e164))?.answer_url).toMatch(/\/answer$/);
  });

  test('is tried at once when a super admin asks', async () => {
    vobiz.fail('attach', { status: 400 });
    const { id } = await bought();
    expect(await numbers.phoneNumbers.retry(id, aSuperAdmin)).toMatchObject({ status: 'ACTIVE' });
  });
});

describe('an application', () => {
  test('follows PUBLIC_URL', async () => {
    const { e164 } = await bought('moves-house');
    const id = applicationOf(e164);
    market.address.publicUrl = 'https://elsewhere.example';
    await numbers.reconciliation.run();

    expect(applicationOf(e164)).toBe(id);
    expect(vobiz.account.applications.get(id)).toMatchObject({
      answer_url: 'https://elsewhere.example/api/vobiz/moves-house/answer',
      hangup_url: 'https://elsewhere.example/api/vobiz/moves-house/hangup',
    });
    const asked = vobiz.count('update application');
    await numbers.reconciliation.run();
    expect(vobiz.count('update application')).toBe(asked);
  });

  test('that is gone is made anew, and its numbers hang on the new one', async () => {
    const { e164, tenantId } = await bought();
    const former = applicationOf(e164);
    vobiz.account.applications.delete(former);
    market.address.publicUrl = 'https://elsewhere.example';
    await numbers.reconciliation.run();
    await market.untilSettled(numbers);

    expect(applicationOf(e164)).not.toBe(former);
    expect(vobiz.account.applications.has(applicationOf(e164))).toBe(true);
    expect(await read(tenantId)).toMatchObject({ status: 'ACTIVE' });
  });
});

describe('moved to another tenant', () => {
  test('a number brings its calls there', async () => {
    const { id, e164 } = await bought();
    const tenantId = await market.aTenant('new-home');
    expect(await numbers.phoneNumbers.update(id, { tenantId }, aSuperAdmin)).toMatchObject({
      tenantId,
      status: 'ACTIVE',
    });
    const { answer_url } = vobiz.account.applications.get(applicationOf(e164)) ?? {};
    expect(answer_url).toContain('/new-home/');
  });

  test('is for super admins; and not while it is being released', async () => {
    const { id, tenantId } = await bought();
    const elsewhere = await market.aTenant();
    await expect(
      numbers.phoneNumbers.update(id, { tenantId: elsewhere }, anAdminOf(tenantId)),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(
      numbers.phoneNumbers.update(id, { tenantId: crypto.randomUUID() }, aSuperAdmin),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await numbers.orders.release(id, 'gone', aSuperAdmin);
    await expect(numbers.phoneNumbers.update(id, { tenantId: elsewhere }, aSuperAdmin)).rejects.toMatchObject(
      { code: 'CONFLICT' },
    );
  });
});
