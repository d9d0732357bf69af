import { beforeEach, expect, test } from 'vitest';
import { viewerOf } from '../../../../server/auth/access.ts';
import type { TenantId } from '../../../../server/infra/ids.ts';
import { aMarketplace, aNumber, buy } from '../a-marketplace.ts';
import { aSuperAdmin } from '../situation.ts';

const market = await aMarketplace();
const { vobiz, admin } = market;
const numbers = market.anInstance();

beforeEach(async () => {
  vobiz.recover();
  vobiz.account.owned.clear();
  await admin('delete from phone_numbers');
});

async function bought() {
  const [e164, tenantId] = [aNumber(), await market.aTenant()];
  vobiz.account.offer(e164);
  const { phoneNumberId } = await buy(numbers, { e164, tenantId });
  return { e164, tenantId, id: phoneNumberId ?? '' };
}
const look = async () => {
  await numbers.reconciliation.run();
  return numbers.reconciliation.findings();
};
const read = async (tenantId: TenantId) =>
  (await numbers.phoneNumbers.list(viewerOf(aSuperAdmin), tenantId))[0];

test('what the account has and no tenant here is found, and given to a tenant without paying', async () => {
  const [e164, tenantId] = [aNumber(), await market.aTenant('finder')];
  vobiz.account.own(e164, { monthlyFee: 499.5 });
  expect(await look()).toMatchObject({
    problem: null,
    listedAt: expect.any(Date),
    found: [{ e164, monthlyFee: { minorUnits: 49_950, currency: 'INR' } }],
    lost: [],
  });

  expect(await numbers.found.assign(e164, tenantId, aSuperAdmin)).toMatchObject({
    status: 'ACTIVE',
    tenantId,
  });
  expect(vobiz.account.ledger).toEqual([]);
  expect(await look()).toMatchObject({ found: [] });
  await expect(numbers.found.assign(e164, tenantId, aSuperAdmin)).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});

test('what a tenant brought along is no finding', async () => {
  const e164 = aNumber();
  vobiz.account.own(e164);
  await numbers.phoneNumbers.add({ tenantId: await market.aTenant(), e164 }, aSuperAdmin);
  expect(await look()).toMatchObject({ found: [] });
});

test('a number that Vobiz no longer lists is shown as lost, and stays; when it is back, it is back', async () => {
  const { e164, tenantId } = await bought();
  const kept = vobiz.account.owned.get(e164);
  vobiz.account.owned.delete(e164);
  expect(await look()).toMatchObject({ lost: [{ e164, lostSince: expect.any(Date) }] });
  expect(await read(tenantId)).toMatchObject({ status: 'ACTIVE' });

  if (kept) vobiz.account.owned.set(e164, kept);
  expect(await look()).toMatchObject({ lost: [] });
});

test('a number that was attached elsewhere is attached again', async () => {
  const { e164, tenantId } = await bought();
  const number = vobiz.account.owned.get(e164);
  const ours = number?.applicationId;
  if (number) number.applicationId = '1';
  await look();
  await market.untilSettled(numbers);
  expect(number?.applicationId).toBe(ours);
  expect(await read(tenantId)).toMatchObject({ status: 'ACTIVE' });
});

test('a new bill shows', async () => {
  const { e164, tenantId } = await bought();
  const number = vobiz.account.owned.get(e164);
  if (number) Object.assign(number, { monthlyFee: 599, purchasedAt: new Date('2026-12-01T00:00:00Z') });
  await look();
  expect(await read(tenantId)).toMatchObject({
    monthlyFee: { minorUnits: 59_900, currency: 'INR' },
    nextBillingAt: new Date('2026-12-31T00:00:00Z'),
  });
});

test('a release that has cooled down is over; one that was cancelled in Vobiz’s portal is undone', async () => {
  const [over, undone] = [await bought(), await bought()];
  for (const { id } of [over, undone]) await numbers.orders.release(id, id, aSuperAdmin);
  await admin(`update phone_numbers set cooldown_ends_at = now() where id = $1`, [over.id]);
  vobiz.account.cancelRelease(undone.e164);
  // A list may lag behind a release for a while.
  await admin(`update phone_numbers set status_since = now() - interval '1 minute' where id = $1`, [
    undone.id,
  ]);
  await look();
  await market.untilSettled(numbers);

  expect(await read(over.tenantId)).toMatchObject({ status: 'RELEASED' });
  expect(await read(undone.tenantId)).toMatchObject({ status: 'ACTIVE' });
});

test('a look that fails says why, and changes nothing', async () => {
  await bought();
  const before = await look();
  vobiz.fail('owned', { status: 401 }, { times: 3 });
  expect(await look()).toEqual({ ...before, problem: expect.stringContaining('(401)') });
});
