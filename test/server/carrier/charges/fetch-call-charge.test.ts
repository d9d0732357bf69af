import { beforeEach, describe, expect, test } from 'vitest';
import type { TenantId } from '../../../../server/infra/ids.ts';
import { aCarrier } from '../a-carrier.ts';

const carrier = await aCarrier();
const { vobiz, time, state } = carrier;

const later = (hours: number) => {
  time.now = new Date(time.now.getTime() + hours * 3_600_000);
};

beforeEach(() => {
  vobiz.recover();
  state.platform = carrier.live;
  // Whatever failed in the test before is long ago.
  later(1);
});

async function aCallOnThePlatform({ verified = true } = {}) {
  const { id: tenantId } = await carrier.aTenant();
  await carrier.own.admin('delete from phone_numbers');
  await carrier.aNumber(tenantId, { boughtWith: vobiz.authId });
  const call = await carrier.anEndedCall(tenantId, { verified });
  return { tenantId, ...call, fetch: () => carrier.fetchCharge(tenantId, call.id) };
}

test('what a call cost is known as soon as Vobiz has its record', async () => {
  const call = await aCallOnThePlatform();
  vobiz.account.calls.bill(call.providerCallId, { cost: 0.4567, streaming_cost: 0.1, total_cost: 0.5567 });
  await call.fetch();
  expect(await carrier.chargeOf(call.id)).toEqual({
    status: 'KNOWN',
    amount_micros: 556_700,
    currency: 'INR',
    by_platform: true,
    month: '2026-12-01',
    attempts: 1,
    reason: null,
  });
  const asked = vobiz.count('call record');
  await call.fetch();
  expect(vobiz.count('call record')).toBe(asked);
});

test('a record that isn’t there yet is asked for again, later each time', async () => {
  const call = await aCallOnThePlatform();
  vobiz.account.calls.bill(call.providerCallId, {}, { absentFor: 2 });
  await call.fetch();
  const first = await carrier.nextAttempt(call.id);
  expect(first?.getTime()).toBeGreaterThan(time.now.getTime());
  expect(await carrier.chargeOf(call.id)).toMatchObject({ status: 'WAITING', attempts: 1 });
  await call.fetch();
  expect((await carrier.nextAttempt(call.id))?.getTime()).toBeGreaterThan(first?.getTime() ?? 0);
  await call.fetch();
  expect(await carrier.chargeOf(call.id)).toMatchObject({ status: 'KNOWN', attempts: 3 });
});

test('a record that never comes is given up after a day, with its reason', async () => {
  const call = await aCallOnThePlatform();
  later(25);
  await call.fetch();
  expect(await carrier.chargeOf(call.id)).toMatchObject({
    status: 'GIVEN_UP',
    reason: 'Vobiz has no record of it yet.',
  });
});

test.each([
  ['an error of Vobiz’s own', { status: 503 }, /trouble of its own/],
  ['a request to slow down', { status: 429, retryAfter: '30' }, /slow down/],
  ['a lost connection', { cut: true, work: false }, /broke off/],
  ['no sense', { garbage: true, work: true }, /no sense/],
] as const)('%s costs an attempt, and Vobiz is left alone for a while', async (_, fault, reason) => {
  const call = await aCallOnThePlatform();
  const next = await carrier.anEndedCall(call.tenantId);
  const another = { ...next, fetch: () => carrier.fetchCharge(call.tenantId, next.id) };
  vobiz.account.calls.bill(call.providerCallId);
  vobiz.account.calls.bill(another.providerCallId);
  vobiz.fail('call record', fault);
  await call.fetch();
  expect(await carrier.chargeOf(call.id)).toMatchObject({
    status: 'WAITING',
    reason: expect.stringMatching(reason),
  });
  const asked = vobiz.count('call record');
  await another.fetch();
  expect(vobiz.count('call record')).toBe(asked);
  expect(await carrier.chargeOf(another.id)).toMatchObject({ status: 'WAITING', attempts: 0 });
  expect(await carrier.nextAttempt(another.id)).toBeDefined();
  later(1);
  await another.fetch();
  await call.fetch();
  expect(await carrier.chargeOf(call.id)).toMatchObject({ status: 'KNOWN' });
  expect(await carrier.chargeOf(another.id)).toMatchObject({ status: 'KNOWN' });
});

test('an account that Vobiz fails for keeps no other account from being asked', async () => {
  const call = await aCallOnThePlatform();
  vobiz.fail('call record', { status: 429, retryAfter: '30' });
  await call.fetch();
  const { id: tenantId } = await carrier.aTenant();
  await carrier.aNumber(tenantId, { key: vobiz.authToken, e164: '+918047150002' });
  const another = await carrier.anEndedCall(tenantId, { account: 'MA_ANOTHER' });
  await carrier.own.admin(`update calls set "to" = '+918047150002' where id = $1`, [another.id]);
  await carrier.fetchCharge(tenantId, another.id);
  expect(await carrier.chargeOf(another.id)).toMatchObject({ attempts: 1 });
});

test('a call that a stranger may have made is asked about four times, after all others', async () => {
  const call = await aCallOnThePlatform({ verified: false });
  const asked = vobiz.count('call record');
  for (const attempts of [1, 2, 3]) {
    await call.fetch();
    expect(await carrier.chargeOf(call.id)).toMatchObject({ status: 'WAITING', attempts });
  }
  expect(
    await carrier.own.admin('select priority from graphile_worker.jobs where key = $1', [
      `charge ${call.id}`,
    ]),
  ).toEqual([{ priority: 10 }]);
  await call.fetch();
  expect(await carrier.chargeOf(call.id)).toMatchObject({ status: 'GIVEN_UP', attempts: 4 });
  expect(vobiz.count('call record')).toBe(asked + 4);
});

describe('nothing is asked about a call', () => {
  test.each<[string, (tenantId: TenantId) => Promise<unknown>, RegExp]>([
    ['to an unknown number', async () => {}, /isn’t known here/],
    [
      'to a tenant’s own number without a key',
      (id) => carrier.aNumber(id),
      /^No key is stored for this number’s own account/,
    ],
    [
      'to a number that was bought with another account',
      (id) => carrier.aNumber(id, { boughtWith: 'MA_BEFORE' }),
      /another Vobiz account/,
    ],
  ])('%s, whatever a webhook says', async (_, having, reason) => {
    const { id } = await carrier.aTenant();
    await carrier.own.admin('delete from phone_numbers');
    await having(id);
    const call = await carrier.anEndedCall(id, { account: vobiz.authId });
    vobiz.account.calls.bill(call.providerCallId);
    const before = vobiz.requests.length;
    await carrier.fetchCharge(id, call.id);
    expect(await carrier.chargeOf(call.id)).toMatchObject({
      status: 'WAITING',
      reason: expect.stringMatching(reason),
    });
    expect(vobiz.requests).toHaveLength(before);
  });
});

describe('a call that was put through', () => {
  test('costs both its legs', async () => {
    const call = await aCallOnThePlatform();
    vobiz.account.calls.bill(call.providerCallId, { total_cost: '1.30', bridge_uuid: 'leg-b' });
    await call.fetch();
    expect(await carrier.chargeOf(call.id)).toMatchObject({ status: 'WAITING' });
    vobiz.account.calls.bill('leg-b', { total_cost: 2 });
    await call.fetch();
    expect(await carrier.chargeOf(call.id)).toMatchObject({ status: 'KNOWN', amount_micros: 3_300_000 });
  });

  test('costs what is known of it where the other leg’s record never comes', async () => {
    const call = await aCallOnThePlatform();
    vobiz.account.calls.bill(call.providerCallId, { total_cost: 1.3, bridge_uuid: 'leg-never' });
    later(25);
    await call.fetch();
    expect(await carrier.chargeOf(call.id)).toMatchObject({
      status: 'KNOWN',
      amount_micros: 1_300_000,
      reason: 'The record of its other leg never came.',
    });
  });

  test('has no cost where its legs are charged in different currencies', async () => {
    const call = await aCallOnThePlatform();
    vobiz.account.calls.bill(call.providerCallId, { bridge_uuid: 'leg-usd' });
    vobiz.account.calls.bill('leg-usd', { currency: 'USD' });
    await call.fetch();
    expect(await carrier.chargeOf(call.id)).toMatchObject({ status: 'GIVEN_UP' });
  });
});

describe('a call to a number with a key of its own', () => {
  async function aCallOnItsOwnAccount({ account }: { account?: string }) {
    const { id: tenantId } = await carrier.aTenant();
    await carrier.own.admin('delete from phone_numbers');
    const numberId = await carrier.aNumber(tenantId, { key: vobiz.authToken });
    const call = await carrier.anEndedCall(tenantId, account === undefined ? {} : { account });
    vobiz.account.calls.bill(call.providerCallId);
    const keyAccount = async () => {
      const [number] = await carrier.own.admin<{ key_account: string | null }>(
        'select key_account from phone_numbers where id = $1',
        [numberId],
      );
      return number?.key_account;
    };
    return { tenantId, numberId, keyAccount, ...call, fetch: () => carrier.fetchCharge(tenantId, call.id) };
  }

  beforeEach(() => {
    state.platform = { mode: 'DEMO' };
  });

  test('is asked about with its own account, which is remembered once Vobiz took the key', async () => {
    const call = await aCallOnItsOwnAccount({ account: vobiz.authId });
    await call.fetch();
    expect(await carrier.chargeOf(call.id)).toMatchObject({ status: 'KNOWN', by_platform: false });
    expect(await call.keyAccount()).toBe(vobiz.authId);

    // A later webhook names none, as those of the guide's dialect do, or a stranger's.
    for (const account of [undefined, 'MA_STRANGER']) {
      const next = await carrier.anEndedCall(call.tenantId, account === undefined ? {} : { account });
      vobiz.account.calls.bill(next.providerCallId);
      await carrier.fetchCharge(call.tenantId, next.id);
      expect(await carrier.chargeOf(next.id)).toMatchObject({ status: 'KNOWN', by_platform: false });
    }
  });

  test('waits where a stranger named another account, which Vobiz takes no key for', async () => {
    const call = await aCallOnItsOwnAccount({ account: 'MA_STRANGER' });
    await call.fetch();
    expect(await carrier.chargeOf(call.id)).toMatchObject({ status: 'WAITING', reason: expect.any(String) });
    expect(await call.keyAccount()).toBeNull();
  });

  test('is given up with a sentence where no account was ever named', async () => {
    const call = await aCallOnItsOwnAccount({});
    later(25);
    await call.fetch();
    expect(await carrier.chargeOf(call.id)).toMatchObject({
      status: 'GIVEN_UP',
      reason: 'No webhook has named the account of the number’s key (ParentAuthID).',
    });
  });

  test('another key is asked about with the account that is named anew', async () => {
    const call = await aCallOnItsOwnAccount({ account: vobiz.authId });
    await call.fetch();
    await carrier.own.admin(`update phone_numbers set provider_api_key = '\\x00' where id = $1`, [
      call.numberId,
    ]);
    expect(await call.keyAccount()).toBeNull();
  });
});
