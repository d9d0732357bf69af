import { beforeEach, describe, expect, test } from 'vitest';
import { viewerOf } from '../../server/auth/access.ts';
import type { E164 } from '../../server/infra/phone-number.ts';
import type { NumberProvider } from '../../server/numbers/number-provider.ts';
import { aMarketplace, aNumber, buy } from '../server/numbers/a-marketplace.ts';
import { aSuperAdmin } from '../server/numbers/situation.ts';

const market = await aMarketplace();
const { vobiz, admin } = market;
const numbers = market.anInstance();

beforeEach(() => vobiz.recover());

/** A number that was bought and answers calls. */
async function aBoughtNumber(): Promise<{ id: string; e164: E164; tenantId: string }> {
  const [e164, tenantId] = [aNumber(), await market.aTenant()];
  vobiz.account.offer(e164);
  const { phoneNumberId } = await buy(numbers, { e164, tenantId });
  if (!phoneNumberId) throw new Error('It should have been bought');
  return { id: phoneNumberId, e164, tenantId };
}

const release = (id: string, key: string = crypto.randomUUID(), through = numbers) =>
  through.orders.release(id, key, aSuperAdmin);
const shown = async (e164: string) =>
  (await admin<{ status: string }>('select status from phone_numbers where e164 = $1', [e164]))[0]?.status;
const sent = (e164: string) =>
  vobiz.requests.filter(({ operation, url }) => operation === 'release' && url.includes(e164.slice(1)))
    .length;

const RELEASED = { atLast: 'SUCCEEDED', isOwned: false };
const KEPT = { atLast: 'FAILED', isOwned: true };

describe('whatever goes wrong with a release, it is released or goes on answering', () => {
  test.each([
    ['nothing', undefined, 'SUCCEEDED', RELEASED, 'RELEASING'],
    ['a cut before the work', { cut: true, work: false }, 'UNCERTAIN', KEPT, 'ACTIVE'],
    ['a cut after the work', { cut: true, work: true }, 'UNCERTAIN', RELEASED, 'RELEASING'],
    ['500 before the work', { status: 500 }, 'UNCERTAIN', KEPT, 'ACTIVE'],
    ['500 after the work', { status: 500, work: true }, 'UNCERTAIN', RELEASED, 'RELEASING'],
    ['400', { status: 400 }, 'FAILED', KEPT, 'ACTIVE'],
    ['429', { status: 429, retryAfter: '0' }, 'FAILED', KEPT, 'ACTIVE'],
    ['garbage after the work', { garbage: true, work: true }, 'UNCERTAIN', RELEASED, 'RELEASING'],
    ['silence', { silent: true, work: false }, 'UNCERTAIN', KEPT, 'ACTIVE'],
    ['work after we gave up', { worksAfterClientLeftMs: 150 }, 'UNCERTAIN', RELEASED, 'RELEASING'],
  ] as const)('%s', async (_, fault, atFirst, { atLast, isOwned }, status) => {
    const { id, e164 } = await aBoughtNumber();
    if (fault) vobiz.fail('release', fault);
    const key = crypto.randomUUID();

    expect(await release(id, key)).toMatchObject({ status: atFirst });
    await market.untilSettled(numbers);
    await vobiz.untilQuiet();

    expect(await release(id, key)).toMatchObject({ status: atLast });
    expect(sent(e164)).toBe(1);
    expect(vobiz.account.live.includes(e164)).toBe(isOwned);
    expect(await shown(e164)).toBe(status);
    if (isOwned) expect(vobiz.account.owned.get(e164)?.applicationId).toEqual(expect.any(String));
  });

  test('a number that is gone from the list at once is released', async () => {
    const { id, e164 } = await aBoughtNumber();
    vobiz.account.listsReleased = false;
    vobiz.fail('release', { cut: true, work: true });
    await release(id);
    await market.untilSettled(numbers);
    vobiz.account.listsReleased = true;
    expect(await shown(e164)).toBe('RELEASED');
  });

  test('a number that is no longer ours fails in words, and is shown as released', async () => {
    const { id, e164 } = await aBoughtNumber();
    vobiz.account.owned.delete(e164);
    expect(await release(id)).toMatchObject({
      status: 'FAILED',
      failure: expect.stringContaining('no longer ours'),
    });
    expect(await shown(e164)).toBe('RELEASED');
  });
});

test('what a release costs and until when it can be cancelled is kept', async () => {
  const { id, tenantId } = await aBoughtNumber();
  expect(await release(id)).toMatchObject({ releaseFee: { minorUnits: 10_000, currency: 'INR' } });
  const [number] = await numbers.phoneNumbers.list(viewerOf(aSuperAdmin), tenantId);
  expect(number).toMatchObject({
    status: 'RELEASING',
    releaseFee: { minorUnits: 10_000, currency: 'INR' },
    cooldownEndsAt: expect.any(Date),
    nextBillingAt: null,
  });
});

test('twenty releases at once under one key are one; under other keys they fail in words', async () => {
  const { id, e164 } = await aBoughtNumber();
  const key = crypto.randomUUID();
  const orders = await Promise.all(Array.from({ length: 20 }, () => release(id, key)));
  expect(new Set(orders.map((order) => order.id)).size).toBe(1);
  expect(sent(e164)).toBe(1);
  expect(await release(id)).toMatchObject({
    status: 'FAILED',
    failure: expect.stringContaining('being released'),
  });
});

test('a purchase and a release under one key are a mistake', async () => {
  const [e164, tenantId] = [aNumber(), await market.aTenant()];
  vobiz.account.offer(e164);
  const { phoneNumberId } = await buy(numbers, { e164, tenantId, idempotencyKey: 'twice' });
  await expect(release(phoneNumberId ?? '', 'twice')).rejects.toMatchObject({ code: 'CONFLICT' });
});

/** The process stops dead in a call of the port: nothing after it ever runs. */
const neverReturning =
  (call: 'detach' | 'release', isDone: boolean) =>
  (provider: NumberProvider): NumberProvider => {
    const original = provider[call] as (...given: unknown[]) => Promise<unknown>;
    const stuck = async (...given: unknown[]) => {
      if (isDone) await original(...given);
      return new Promise<never>(() => undefined);
    };
    return { ...provider, [call]: stuck };
  };

test.each([
  ['before it is detached', 'detach', false, 'RELEASING', 1],
  ['when it is detached', 'detach', true, 'RELEASING', 1],
  ['with the request about to leave', 'release', false, 'ACTIVE', 0],
  ['with the answer in hand', 'release', true, 'RELEASING', 1],
] as const)('stopped dead %s, a release ends all the same', async (_, call, isDone, status, requests) => {
  const { id, e164 } = await aBoughtNumber();
  const dying = market.anInstance({ between: neverReturning(call, isDone), budgets: { answerWithinMs: 50 } });
  await release(id, crypto.randomUUID(), dying);

  const restarted = market.anInstance();
  await restarted.tasks['resume-number-orders']();
  await market.untilSettled(restarted);

  expect(await shown(e164)).toBe(status);
  expect(sent(e164)).toBe(requests);
  expect(vobiz.account.live.includes(e164)).toBe(status === 'ACTIVE');
});

describe('a release is cancelled', () => {
  const cancel = (id: string) => numbers.cancellation.cancel(id, aSuperAdmin);

  test('while it cools down, and the number answers again', async () => {
    const { id, e164 } = await aBoughtNumber();
    await release(id);
    expect(await cancel(id)).toMatchObject({ status: 'ACTIVE', cooldownEndsAt: null, releaseFee: null });
    expect(vobiz.account.owned.get(e164)?.applicationId).toEqual(expect.any(String));
  });

  test('also where the answer is lost, as the list shows', async () => {
    const { id } = await aBoughtNumber();
    await release(id);
    vobiz.fail('cancel-release', { cut: true, work: true });
    expect(await cancel(id)).toMatchObject({ status: 'ACTIVE' });
  });

  test('and where Vobiz doesn’t tell, that is said', async () => {
    const { id, e164 } = await aBoughtNumber();
    await release(id);
    vobiz.fail('cancel-release', { cut: true, work: false });
    await expect(cancel(id)).rejects.toMatchObject({ code: 'PROVIDER_UNAVAILABLE' });
    expect(await shown(e164)).toBe('RELEASING');
  });

  test('not when Vobiz refuses, nor for a number that isn’t being released', async () => {
    const { id, e164 } = await aBoughtNumber();
    await expect(cancel(id)).rejects.toMatchObject({ code: 'CONFLICT' });
    await release(id);
    vobiz.fail('cancel-release', { status: 404 });
    await expect(cancel(id)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await shown(e164)).toBe('RELEASING');
    await expect(cancel(crypto.randomUUID())).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

test('a tenant’s own number is taken off here, and stays at Vobiz', async () => {
  const e164 = aNumber();
  const { id } = await numbers.phoneNumbers.add({ tenantId: await market.aTenant(), e164 }, aSuperAdmin);
  const asked = vobiz.requests.length;
  expect(await release(id)).toMatchObject({ status: 'SUCCEEDED', kind: 'RELEASE' });
  expect(await shown(e164)).toBe('RELEASED');
  expect(vobiz.requests).toHaveLength(asked);
});
