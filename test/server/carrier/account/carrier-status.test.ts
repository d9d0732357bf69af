import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { CarrierStatusService } from '../../../../server/carrier/account/carrier-status.service.ts';
import { createLog } from '../../../../server/infra/log.ts';
import { vobizAccount } from '../../../../server/telephony/vobiz/rest/rest-account.ts';
import { VobizRest } from '../../../../server/telephony/vobiz/rest/rest-client.ts';
import { aSuperAdmin } from '../../../support/viewer.ts';
import { aCarrier } from '../a-carrier.ts';

const carrier = await aCarrier();
const { vobiz, time, state } = carrier;
const clock = { now: () => time.now };
const rest = new VobizRest({ baseUrl: vobiz.baseUrl, clock, log: createLog('silent') });
afterAll(() => rest.close());
const status = new CarrierStatusService({
  ...{ database: carrier.own.database, clock },
  platformAccount: async () => state.platform,
  accountOf: (credentials) => vobizAccount(rest, credentials),
});
const admin = aSuperAdmin();

const later = (minutes: number) => {
  time.now = new Date(time.now.getTime() + minutes * 60_000);
};

beforeEach(() => {
  vobiz.recover();
  later(60);
  state.platform = carrier.live;
  Object.assign(vobiz.account, {
    balance: 1_000,
    creditLimit: 0,
    lowBalanceThreshold: 100,
    balancePage: 'current',
  });
  vobiz.account.calls.live.clear();
});

const inr = (minorUnits: number) => ({ minorUnits, currency: 'INR' });

test('a super admin sees what is left, how many lines there are, and how many are in use', async () => {
  vobiz.account.calls.begin('call-1');
  vobiz.account.calls.begin('call-2');
  expect(await status.read()).toMatchObject({
    isConnected: true,
    balance: { balance: inr(100_000), available: inr(100_000), warnBelow: inr(10_000), isLow: false },
    lines: { most: 3, inUse: 2 },
    balanceProblem: null,
    linesProblem: null,
  });
});

test('an account that has its balance at the older page is asked there', async () => {
  vobiz.account.balancePage = 'older';
  expect(await status.read()).toMatchObject({ balance: { balance: inr(100_000) } });
});

describe('the balance is low', () => {
  test.each([
    ['below what Vobiz calls low', null, { balance: 99.99 }, true],
    ['not at what Vobiz calls low', null, { balance: 100 }, false],
    ['below what super admins set', 200_000, { balance: 1_999 }, true],
    ['not below what Vobiz calls low, where super admins set less', 5_000, { balance: 60 }, false],
    ['where nothing is left, whatever is set', 0, { balance: 0 }, true],
    [
      'not below zero where there is credit and no threshold is passed',
      0,
      { balance: 0.5, creditLimit: 100 },
      false,
    ],
  ] as const)('%s', async (_, paise, account, isLow) => {
    expect(await status.setLowBalance(paise, admin)).toBe(paise);
    expect(await status.lowBalance()).toBe(paise);
    Object.assign(vobiz.account, account);
    expect((await status.read()).balance?.isLow).toBe(isLow);
  });

  test('but not by an amount below zero, which can’t be set', async () => {
    await expect(status.setLowBalance(-1, admin)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});

test('Vobiz is asked seldom, however many admins look', async () => {
  const before = { balance: vobiz.count('balance'), lines: vobiz.count('concurrency') };
  await Promise.all([status.read(), status.read(), status.read()]);
  await status.read();
  expect(vobiz.count('balance') - before.balance).toBe(1);
  expect(vobiz.count('concurrency') - before.lines).toBe(1);
  later(2);
  await status.read();
  expect(vobiz.count('balance') - before.balance).toBe(1);
  expect(vobiz.count('concurrency') - before.lines).toBe(2);
});

test.each([
  ['an error', { status: 500 }, /trouble of its own \(500\)/],
  ['no sense', { garbage: true, work: true }, /no sense/],
  ['nothing', { cut: true, work: false }, /broke off/],
] as const)(
  'an admin reads why where Vobiz answers with %s, and it is asked again soon',
  async (_, fault, why) => {
    vobiz.fail('balance', fault);
    vobiz.fail('concurrency', fault);
    expect(await status.read()).toEqual({
      isConnected: true,
      balance: null,
      balanceProblem: expect.stringMatching(why),
      lines: null,
      linesProblem: expect.stringMatching(why),
    });
    later(0.5);
    expect(await status.read()).toMatchObject({ balanceProblem: null, linesProblem: null });
  },
);

test('without credentials Vobiz is asked nothing', async () => {
  state.platform = { mode: 'DEMO' };
  const asked = vobiz.requests.length;
  expect(await status.read()).toMatchObject({ isConnected: false, balance: null, balanceProblem: null });
  expect(vobiz.requests).toHaveLength(asked);
  state.platform = { mode: 'UNREADABLE', appId: vobiz.authId };
  expect(await status.read()).toMatchObject({ balanceProblem: expect.stringContaining('SECRET_KEY') });
  expect(vobiz.requests).toHaveLength(asked);
});
