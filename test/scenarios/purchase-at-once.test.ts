import { beforeEach, describe, expect, test } from 'vitest';
import { aMarketplace, aNumber, buy } from '../server/numbers/a-marketplace.ts';
import { aSuperAdmin } from '../server/numbers/situation.ts';

const market = await aMarketplace();
const { vobiz } = market;
/** Two processes on one database. */
const [one, other] = [market.anInstance(), market.anInstance()];

beforeEach(() => vobiz.recover());

test('twenty purchases at once under one key, through two processes, are one order and one debit', async () => {
  const e164 = aNumber();
  vobiz.account.offer(e164);
  vobiz.fail('purchase', { answersAfterMs: 50 });
  const tenantId = await market.aTenant();
  const order = { e164, tenantId, idempotencyKey: 'one key' };

  const orders = await Promise.all(
    Array.from({ length: 20 }, (_, n) => buy(n % 2 === 0 ? one : other, order)),
  );

  expect(new Set(orders.map(({ id }) => id)).size).toBe(1);
  await market.untilSettled(one);
  expect(await market.books(e164)).toEqual({
    orders: ['SUCCEEDED'],
    requests: 1,
    debits: 1,
    owned: true,
    shown: ['ACTIVE'],
  });
  expect(await buy(other, order)).toMatchObject({ id: orders[0]?.id, status: 'SUCCEEDED' });
});

test.each([
  ['answers', undefined],
  ['breaks off', { cut: true, work: true }],
] as const)(
  'five keys on one number, while Vobiz %s, are one debit and four failures in words',
  async (_, fault) => {
    const e164 = aNumber();
    vobiz.account.offer(e164);
    if (fault) vobiz.fail('purchase', fault);
    const tenants = await Promise.all([market.aTenant(), market.aTenant()]);

    const orders = await Promise.all(
      [0, 1, 2, 3, 4].map((n) => buy(n % 2 ? one : other, { e164, tenantId: tenants[n % 2] ?? '' })),
    );

    const failed = orders.filter(({ status }) => status === 'FAILED');
    expect(failed).toHaveLength(4);
    for (const { failure } of failed) expect(failure).toMatch(/^Nothing was bought\. .+\.$/);
    await market.untilSettled(one);
    expect(await market.books(e164)).toEqual({
      orders: ['FAILED', 'FAILED', 'FAILED', 'FAILED', 'SUCCEEDED'],
      requests: 1,
      debits: 1,
      owned: true,
      shown: ['ACTIVE'],
    });
  },
);

test('three numbers for one tenant at once hang on one application', async () => {
  const tenantId = await market.aTenant('lotus');
  const wanted = [aNumber(), aNumber(), aNumber()];
  for (const e164 of wanted) vobiz.account.offer(e164);

  const orders = await Promise.all(wanted.map((e164, n) => buy(n % 2 ? one : other, { e164, tenantId })));

  expect(orders.map(({ status }) => status)).toEqual(['SUCCEEDED', 'SUCCEEDED', 'SUCCEEDED']);
  const lotus = [...vobiz.account.applications].filter(([, { answer_url }]) =>
    answer_url.includes('/lotus/'),
  );
  expect(lotus).toHaveLength(1);
  expect(new Set(wanted.map((e164) => vobiz.account.owned.get(e164)?.applicationId))).toEqual(
    new Set([lotus[0]?.[0]]),
  );
  expect(lotus[0]?.[1]).toMatchObject({
    answer_url: expect.stringMatching(/^https:\/\/kaivox.example\/api\/vobiz\/lotus\/answer\?k=[\w-]{43}$/),
    hangup_url: expect.stringMatching(/^https:\/\/kaivox.example\/api\/vobiz\/lotus\/hangup\?k=[\w-]{43}$/),
    fallback_answer_url: lotus[0]?.[1].answer_url,
  });
});

describe('a key', () => {
  test('is for one order: with another number it is a mistake', async () => {
    const [first, second] = [aNumber(), aNumber()];
    vobiz.account.offer(first);
    vobiz.account.offer(second);
    const tenantId = await market.aTenant();
    await buy(one, { e164: first, tenantId, idempotencyKey: 'k' });

    const again = buy(one, { e164: second, tenantId, idempotencyKey: 'k' });
    await expect(again).rejects.toMatchObject({ code: 'CONFLICT', details: { field: 'idempotencyKey' } });
    expect(vobiz.account.purchasesOf(second)).toBe(0);
  });

  test('with another tenant for the same number is a mistake; for another number it is that tenant’s own', async () => {
    const [first, second] = [aNumber(), aNumber()];
    vobiz.account.offer(first);
    vobiz.account.offer(second);
    const [a, b] = [await market.aTenant(), await market.aTenant()];
    await buy(one, { e164: first, tenantId: a, idempotencyKey: 'shared' });

    const mistaken = buy(one, { e164: first, tenantId: b, idempotencyKey: 'shared' });
    await expect(mistaken).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await buy(one, { e164: second, tenantId: b, idempotencyKey: 'shared' })).toMatchObject({
      status: 'SUCCEEDED',
    });
  });

  test.each(['', '   ', 'x'.repeat(201)])('%j is none', async (idempotencyKey) => {
    const order = buy(one, { e164: aNumber(), tenantId: await market.aTenant(), idempotencyKey });
    await expect(order).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { field: 'idempotencyKey' },
    });
  });
});

test('a tenant that isn’t there buys nothing', async () => {
  const order = buy(one, { e164: aNumber(), tenantId: '00000000-0000-4000-8000-00000000dead' });
  await expect(order).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('a number that a tenant uses already is not bought', async () => {
  const e164 = aNumber();
  vobiz.account.offer(e164);
  await one.phoneNumbers.add({ tenantId: await market.aTenant(), e164 }, aSuperAdmin);
  const order = await buy(one, { e164, tenantId: await market.aTenant() });
  expect(order).toMatchObject({ status: 'FAILED', failure: expect.stringContaining('already in use') });
  expect(vobiz.account.purchasesOf(e164)).toBe(0);
});

describe('the price that the buyer saw', () => {
  const rupees = (amount: number) => ({ minorUnits: amount * 100, currency: 'INR' });
  const at = async (seen: { setupFee: number; monthlyFee: number }) => {
    const e164 = aNumber();
    vobiz.account.offer(e164, { setupFee: 100, monthlyFee: 499.5 });
    const fees = { setupFee: rupees(seen.setupFee), monthlyFee: rupees(seen.monthlyFee) };
    return { e164, order: buy(one, { e164, tenantId: await market.aTenant(), seen: fees }) };
  };

  test('is paid, and kept with the order', async () => {
    const { order } = await at({ setupFee: 100, monthlyFee: 499.5 });
    expect(await order).toMatchObject({
      status: 'SUCCEEDED',
      setupFee: rupees(100),
      monthlyFee: rupees(499.5),
      seenMonthlyFee: rupees(499.5),
    });
  });

  test.each([
    { setupFee: 99, monthlyFee: 499.5 },
    { setupFee: 100, monthlyFee: 499 },
  ])('$setupFee and $monthlyFee is not today’s, and nothing is sent', async (seen) => {
    const { order, e164 } = await at(seen);
    expect(await order).toMatchObject({
      status: 'FAILED',
      failure: 'Nothing was bought. Its price has changed: it now costs ₹100.00 once and ₹499.50 a month.',
    });
    expect(await market.books(e164)).toMatchObject({ requests: 0, debits: 0 });
  });

  test.each([
    ['can’t be looked up', { status: 500 }, /couldn’t be confirmed/],
    ['is gone', { garbage: true, work: false, body: '{"items":[],"total":0}' }, /no longer for sale/],
  ] as const)('that %s is not paid', async (_, fault, words) => {
    vobiz.fail('search', fault, { times: 3 });
    const { order, e164 } = await at({ setupFee: 100, monthlyFee: 499.5 });
    expect(await order).toMatchObject({ status: 'FAILED', failure: expect.stringMatching(words) });
    expect(await market.books(e164)).toMatchObject({ requests: 0, debits: 0 });
  });
});
