import { expect, test } from 'vitest';
import { viewerOf } from '../../server/auth/access.ts';
import type { E164 } from '../../server/infra/phone-number.ts';
import { aMarketplace, buy } from '../server/numbers/a-marketplace.ts';
import { aSuperAdmin } from '../server/numbers/situation.ts';

const market = await aMarketplace({ mode: 'DEMO' });
const numbers = market.anInstance();
const page = { country: 'IN', search: null, page: 1, perPage: 100 };

test('demo numbers are browsed, bought, released and kept after all, and nothing leaves the machine', async () => {
  const tenantId = await market.aTenant();
  const { items, demo, total } = await numbers.marketplace.search(page);
  expect(demo).toBe(true);
  const [offer] = items;
  if (!offer) return expect.unreachable('There should be demo numbers');

  const seen = { setupFee: offer.setupFee, monthlyFee: offer.monthlyFee };
  const order = { e164: offer.e164, tenantId, idempotencyKey: 'demo' };
  const bought = await buy(numbers, { ...order, seen });
  expect(bought).toMatchObject({ status: 'SUCCEEDED', demo: true, monthlyFee: offer.monthlyFee });
  expect(await buy(numbers, { ...order, seen })).toEqual(bought);
  const [number] = await numbers.phoneNumbers.list(viewerOf(aSuperAdmin), tenantId);
  expect(number).toMatchObject({ status: 'ACTIVE', demo: true, nextBillingAt: expect.any(Date) });
  expect((await numbers.marketplace.search(page)).total).toBe(total - 1);
  expect(await numbers.costs.costs()).toMatchObject({
    tenants: [{ tenantId, numbers: 1 }],
    total: [offer.monthlyFee],
    renewals: [{ e164: offer.e164 }],
  });

  const released = await numbers.orders.release(bought.phoneNumberId ?? '', 'demo release', aSuperAdmin);
  expect(released).toMatchObject({ status: 'SUCCEEDED', demo: true });
  const again = await buy(numbers, { e164: offer.e164, tenantId });
  expect(again).toMatchObject({ status: 'FAILED', failure: expect.stringContaining('being released') });
  expect(await numbers.cancellation.cancel(number?.id ?? '', aSuperAdmin)).toMatchObject({
    status: 'ACTIVE',
  });
  expect(market.vobiz.requests).toEqual([]);
});

test('a demo number that has cooled down is for sale again', async () => {
  const [offer] = (await numbers.marketplace.search(page)).items;
  if (!offer) return expect.unreachable('There should be demo numbers');
  const { phoneNumberId } = await buy(numbers, { e164: offer.e164, tenantId: await market.aTenant() });
  await numbers.orders.release(phoneNumberId ?? '', 'k', aSuperAdmin);
  await market.admin('update phone_numbers set cooldown_ends_at = now() where id = $1', [phoneNumberId]);
  await numbers.reconciliation.run();

  expect(await buy(numbers, { e164: offer.e164, tenantId: await market.aTenant() })).toMatchObject({
    status: 'SUCCEEDED',
  });
});

test('what no demo market offers is not bought', async () => {
  const order = await buy(numbers, { e164: '+919876543210' as E164, tenantId: await market.aTenant() });
  expect(order).toMatchObject({
    status: 'FAILED',
    failure: expect.stringContaining('not in the demo inventory'),
  });
});
