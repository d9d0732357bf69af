import { beforeEach, describe, expect, test } from 'vitest';
import { aMarketplace } from '../a-marketplace.ts';
import { e164 } from '../situation.ts';

const market = await aMarketplace();
const { vobiz } = market;
let { marketplace } = market.anInstance();

beforeEach(() => {
  vobiz.recover();
  vobiz.account.inventory.clear();
  // What was scanned is remembered for a while.
  ({ marketplace } = market.anInstance());
});

const search = (wanted: Partial<Parameters<typeof marketplace.search>[0]> = {}) =>
  marketplace.search({ country: 'IN', search: null, page: 1, perPage: 25, ...wanted });
const found = async (wanted: Partial<Parameters<typeof marketplace.search>[0]>) =>
  (await search(wanted)).items.map((item) => item.e164);

test('pages are the provider’s, without what isn’t for sale', async () => {
  for (let n = 0; n < 30; n++) vobiz.account.offer(e164(n), { isBlocked: n === 3, isTrial: n === 4 });
  const [first, second] = [await search(), await search({ page: 2 })];
  expect([first.items.length, second.items.length, first.total]).toEqual([23, 5, 30]);
});

test('digits are asked for as a super admin types them', async () => {
  vobiz.account.offer(e164(1));
  vobiz.account.offer(e164(2_222));
  expect(await found({ search: '+91 80471-52222' })).toEqual([e164(2_222)]);
});

describe('filters that the provider doesn’t know', () => {
  beforeEach(() => {
    vobiz.account.offer(e164(1), { region: 'Kerala', monthlyFee: 300 });
    vobiz.account.offer(e164(2), { region: 'Tamil Nadu', monthlyFee: 499.5, sms: true });
    vobiz.account.offer(e164(3), { region: 'Kerala', monthlyFee: 900, voice: false, sms: true });
    vobiz.account.offer(e164(4), { region: 'Kerala', monthlyFee: 5, currency: 'USD' });
  });

  test.each([
    ['region', { region: 'kerala' }, [1, 3, 4]],
    ['voice', { capability: 'VOICE' }, [1, 2, 4]],
    ['SMS', { capability: 'SMS' }, [2, 3]],
    ['a ceiling', { maxMonthlyFee: { minorUnits: 49_950, currency: 'INR' } }, [1, 2]],
    [
      'all of them',
      { region: 'tamil', capability: 'SMS', maxMonthlyFee: { minorUnits: 49_950, currency: 'INR' } },
      [2],
    ],
  ] as const)('%s', async (_, wanted, numbers) => {
    expect(await found(wanted)).toEqual(numbers.map(e164));
  });

  test('are applied before paging, and not fetched anew for each page', async () => {
    const asked = vobiz.count('search');
    const page = await search({ region: 'Kerala', perPage: 2, page: 2 });
    expect(page).toMatchObject({ items: [{ e164: e164(4) }], total: 3 });
    await search({ region: 'Kerala', perPage: 2, page: 1 });
    expect(vobiz.count('search')).toBe(asked + 1);
  });
});

test.each([
  ['page', { page: 0 }],
  ['perPage', { perPage: 101 }],
  ['perPage', { perPage: 0 }],
  ['country', { country: 'India' }],
  ['search', { search: 'abc' }],
])('%s out of range is refused', async (field, wanted) => {
  await expect(search(wanted)).rejects.toMatchObject({ code: 'BAD_USER_INPUT', details: { field } });
});

test('a Vobiz that fails is told as such', async () => {
  vobiz.fail('search', { status: 500 }, { times: 2 });
  await expect(search()).rejects.toMatchObject({ code: 'PROVIDER_UNAVAILABLE' });
});
