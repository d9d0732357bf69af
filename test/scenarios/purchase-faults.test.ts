import { beforeEach, describe, expect, test } from 'vitest';
import { aMarketplace, aNumber, buy } from '../server/numbers/a-marketplace.ts';

const market = await aMarketplace();
const { vobiz } = market;
const numbers = market.anInstance();

beforeEach(() => vobiz.recover());

const BOUGHT = { orders: ['SUCCEEDED'], debits: 1, owned: true, shown: ['ACTIVE'], requests: 1 };
const NOT_BOUGHT = { orders: ['FAILED'], debits: 0, owned: false, shown: [], requests: 1 };

describe('whatever goes wrong with the purchase, the books agree in the end', () => {
  test.each([
    ['nothing', undefined, 'SUCCEEDED', BOUGHT],
    ['a cut before the work', { cut: true, work: false }, 'UNCERTAIN', NOT_BOUGHT],
    ['a cut after the work', { cut: true, work: true }, 'UNCERTAIN', BOUGHT],
    ['500 before the work', { status: 500 }, 'UNCERTAIN', NOT_BOUGHT],
    ['500 after the work', { status: 500, work: true }, 'UNCERTAIN', BOUGHT],
    ['404', { status: 404 }, 'FAILED', NOT_BOUGHT],
    ['402', { status: 402 }, 'FAILED', NOT_BOUGHT],
    ['429', { status: 429, retryAfter: '0' }, 'FAILED', NOT_BOUGHT],
    ['garbage before the work', { garbage: true, work: false }, 'UNCERTAIN', NOT_BOUGHT],
    ['garbage after the work', { garbage: true, work: true }, 'UNCERTAIN', BOUGHT],
    ['silence', { silent: true, work: false }, 'UNCERTAIN', NOT_BOUGHT],
    ['silence after the work', { silent: true, work: true }, 'UNCERTAIN', BOUGHT],
    ['work long after we gave up', { worksAfterClientLeftMs: 150 }, 'UNCERTAIN', BOUGHT],
    ['an answer just in time', { answersAfterMs: 60 }, 'SUCCEEDED', BOUGHT],
  ] as const)('%s', async (_, fault, atFirst, atLast) => {
    const e164 = aNumber();
    vobiz.account.offer(e164);
    if (fault) vobiz.fail('purchase', fault);

    const order = await buy(numbers, { e164, tenantId: await market.aTenant() });
    expect(order.status).toBe(atFirst);
    expect(order.failure === null).toBe(atFirst === 'SUCCEEDED');

    await market.untilSettled(numbers);
    await vobiz.untilQuiet();
    expect(await market.books(e164)).toEqual(atLast);
  });
});

test('an uncertain order is settled as soon as Vobiz answers again', async () => {
  const e164 = aNumber();
  vobiz.account.offer(e164);
  vobiz.fail('purchase', { cut: true, work: true });
  vobiz.fail('owned', { status: 500 }, { times: 12 });
  await buy(numbers, { e164, tenantId: await market.aTenant() });

  await market.untilSettled(numbers);
  expect(await market.books(e164)).toEqual(BOUGHT);
});

test('with another account in the settings an uncertain order stays so, until its own is back', async () => {
  const e164 = aNumber();
  vobiz.account.offer(e164);
  vobiz.fail('purchase', { cut: true, work: true });
  const order = await buy(numbers, { e164, tenantId: await market.aTenant() });
  await market.settings.update({ vobizAppId: 'MA_OTHER' }, async () => undefined);
  await numbers.tasks['settle-number-order']({ orderId: order.id });
  expect(await market.books(e164)).toMatchObject({ orders: ['UNCERTAIN'] });

  await market.settings.update(market.credentials, async () => undefined);
  await market.untilSettled(numbers);
  expect(await market.books(e164)).toEqual(BOUGHT);
});
