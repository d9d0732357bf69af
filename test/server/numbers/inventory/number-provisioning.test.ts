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
    expect(vobiz.account.applications.get(applicationOf(e164))?.answer_url).toMatch(/\/answer\?k=/);
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
      answer_url: expect.stringMatching(/^https:\/\/elsewhere.example\/api\/vobiz\/moves-house\/answer\?k=/),
      hangup_url: expect.stringMatching(/^https:\/\/elsewhere.example\/api\/vobiz\/moves-house\/hangup\?k=/),
    });
    const asked = vobiz.count('update application');
    await numbers.reconciliation.run();
    expect(vobiz.count('update application')).toBe(asked);
  });

  test('is told another key as soon as that is made, and again where Vobiz is away', async () => {
    const { e164, tenantId } = await bought();
    const told = () => vobiz.account.applications.get(applicationOf(e164));
    const before = told()?.answer_url;
    await market.webhookKeys.rotate(tenantId, aSuperAdmin);
    vobiz.fail('update application', { status: 500 }, { times: 20 });
    const jobs = () =>
      market.admin<{ attempts: number }>(
        `select attempts from graphile_worker.jobs
          where task_identifier = 'webhook-key-rotated' and last_error is not null`,
      );
    await market.work(numbers);
    await expect.poll(jobs).toEqual([{ attempts: 1 }]);
    expect(told()?.answer_url).toBe(before);

    vobiz.recover();
    await market.admin(`update graphile_worker._private_jobs set run_at = now()`);
    await market.work(numbers);
    await expect.poll(jobs).toEqual([]);
    const key = (await market.webhookKeys.shown(undefined, [tenantId])).get(tenantId)?.reveal();
    expect(told()).toMatchObject({
      answer_url: expect.stringMatching(new RegExp(`/answer\\?k=${key}$`)),
      hangup_url: expect.stringMatching(new RegExp(`/hangup\\?k=${key}$`)),
      fallback_answer_url: expect.stringMatching(new RegExp(`/answer\\?k=${key}$`)),
    });
    expect(told()?.answer_url).not.toBe(before);
  });

  test('from before there were keys gets one at the next look', async () => {
    const { e164, tenantId } = await bought();
    const plain = 'https://kaivox.example/api/vobiz/old/answer';
    Object.assign(vobiz.account.applications.get(applicationOf(e164)) ?? {}, { answer_url: plain });
    await market.admin('update tenant_applications set urls = $2 where tenant_id = $1', [tenantId, plain]);
    await market.admin('delete from webhook_keys where tenant_id = $1', [tenantId]);
    await numbers.reconciliation.run();
    expect(vobiz.account.applications.get(applicationOf(e164))?.answer_url).toMatch(/\/answer\?k=[\w-]{43}$/);
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
