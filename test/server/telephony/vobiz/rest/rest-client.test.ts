import { expect, test } from 'vitest';
import type { E164 } from '../../../../../server/infra/phone-number.ts';
import { Secret } from '../../../../../server/infra/secrets.ts';
import { checkConnection } from '../../../../../server/telephony/vobiz/rest/rest-connection.ts';
import { aVobizAccount } from '../a-vobiz-account.ts';

test('only so many requests are under way at a time, and one that waits too long is never sent', async () => {
  const { vobiz, numbers } = await aVobizAccount({ concurrency: 2, safeMs: 300 });
  vobiz.fail('search', { silent: true, work: false }, { times: 6 });
  const hold = [1, 2].map((page) => numbers.search({ country: 'IN', digits: undefined, page, perPage: 1 }));
  await vobiz.until('search', 2);

  const bought = await numbers.purchase('+918047150001' as E164, 'INR', 50);

  expect(bought).toMatchObject({ outcome: 'refused' });
  expect(vobiz.count('purchase')).toBe(0);
  await Promise.all(hold);
});

test('a purchase is written to a connection of its own', async () => {
  const { vobiz, numbers } = await aVobizAccount();
  await numbers.search({ country: 'IN', digits: undefined, page: 1, perPage: 1 });
  await numbers.purchase('+918047150001' as E164, 'INR', 300);
  expect(vobiz.requests.map(({ headers }) => headers.connection)).toEqual(['keep-alive', 'close']);
});

test('credentials are checked, and how it went is told exactly', async () => {
  const { vobiz, rest, credentials } = await aVobizAccount();
  const check = checkConnection(rest);
  expect(await check(credentials)).toEqual({ status: 'CONNECTED', detail: 'Connected; 0 numbers.' });
  vobiz.account.own('+918047150001');
  expect(await check(credentials)).toEqual({ status: 'CONNECTED', detail: 'Connected; 1 number.' });

  const wrong = { ...credentials, apiKey: new Secret('wrong-key') };
  expect(await check(wrong)).toMatchObject({ status: 'REFUSED', detail: expect.stringContaining('(401)') });

  vobiz.fail('owned', { status: 500 }, { times: 2 });
  expect(await check(credentials)).toMatchObject({
    status: 'UNVERIFIED',
    detail: expect.stringContaining('(500)'),
  });

  await vobiz.stop();
  const unreached = await check(credentials);
  await vobiz.resume();
  expect(unreached).toMatchObject({ status: 'UNVERIFIED', detail: expect.stringContaining('not verified') });
});
