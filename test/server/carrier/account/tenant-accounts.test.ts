import { beforeEach, describe, expect, test } from 'vitest';
import { anAdminOf, aSuperAdmin } from '../../../support/viewer.ts';
import { aCarrier } from '../a-carrier.ts';

const carrier = await aCarrier();
const { vobiz, time, state, own } = carrier;
const NUMBER = '+918047150001';

beforeEach(async () => {
  vobiz.recover();
  time.now = new Date(time.now.getTime() + 3_600_000);
  state.platform = carrier.live;
  vobiz.account.health.clear();
  vobiz.account.calls.live.clear();
  await own.admin('delete from phone_numbers');
  vobiz.account.own(NUMBER);
});

const facts = carrier.carrier.accounts;

describe('the doctor', () => {
  test('tells the lines and the balance of the platform’s account, the latter to super admins alone', async () => {
    const { id } = await carrier.aTenant();
    await carrier.aNumber(id, { e164: NUMBER, boughtWith: vobiz.authId });
    vobiz.account.balance = 1_000;
    expect(await facts.facts(id, { tellsBalance: true })).toEqual({
      lines: [{ most: 3, inUse: 0 }],
      balance: {
        isLow: false,
        isEmpty: false,
        text: 'The platform’s account has ₹1,000.00; it is low below ₹100.00.',
      },
    });
    expect(await facts.facts(id, { tellsBalance: false })).toMatchObject({ balance: undefined });
  });

  test('tells the lines of a tenant’s own account, once that is known, and no balance', async () => {
    const { id } = await carrier.aTenant();
    const numberId = await carrier.aNumber(id, { e164: NUMBER, key: vobiz.authToken });
    expect(await facts.facts(id, { tellsBalance: true })).toEqual({ lines: [], balance: undefined });
    await own.admin('update phone_numbers set key_account = $2 where id = $1', [numberId, vobiz.authId]);
    expect(await facts.facts(id, { tellsBalance: true })).toEqual({
      lines: [{ most: 3, inUse: 0 }],
      balance: undefined,
    });
  });

  test('has nothing to tell of a tenant whose numbers are demo ones', async () => {
    const { id } = await carrier.aTenant();
    await own.admin(`update phone_numbers set demo = true, source = 'MARKETPLACE' where id = $1`, [
      await carrier.aNumber(id, { e164: NUMBER }),
    ]);
    expect(await facts.facts(id, { tellsBalance: true })).toEqual({ lines: [], balance: undefined });
  });

  test.each([
    ['of its own without a key', null],
    ['bought with an account that isn’t the platform’s any more', 'MA_BEFORE'],
  ])('tells nothing of the platform’s account to a tenant with a number %s', async (_, boughtWith) => {
    const { id } = await carrier.aTenant();
    await carrier.aNumber(id, { e164: NUMBER, boughtWith });
    const before = vobiz.requests.length;
    expect(await facts.facts(id, { tellsBalance: true })).toEqual({ lines: [], balance: undefined });
    expect(vobiz.requests).toHaveLength(before);
  });

  test('says why something couldn’t be read', async () => {
    const { id } = await carrier.aTenant();
    await carrier.aNumber(id, { e164: NUMBER, boughtWith: vobiz.authId });
    vobiz.fail('concurrency', { status: 500 });
    vobiz.fail('balance', { status: 500 });
    expect(await facts.facts(id, { tellsBalance: true })).toEqual({
      lines: [{ problem: expect.stringContaining('500') }],
      balance: { problem: expect.stringContaining('500') },
    });
  });
});

describe('an admin sees how a number is seen', () => {
  const [health] = carrier.carrier.resolvers.slice(-1);
  const healthOf = (tenantId: string, viewer = aSuperAdmin()) =>
    (
      health as unknown as { numberHealth(context: object, tenantId?: string): Promise<unknown[]> }
    ).numberHealth(viewer, tenantId);

  test.each<[string, object, object]>([
    ['unmarked', {}, { isMarked: false, marks: [] }],
    ['marked', { spam: true, spam_marks: ['Truecaller'] }, { isMarked: true, marks: ['Truecaller'] }],
    [
      'marked by somebody, in an object',
      { data: { labels: [{ source: 'Jio', label: 'Suspected spam' }] } },
      { isMarked: true, marks: ['Jio, Suspected spam'] },
    ],
  ])('%s', async (_, body, seen) => {
    const { id } = await carrier.aTenant();
    const phoneNumberId = await carrier.aNumber(id, { e164: NUMBER, boughtWith: vobiz.authId });
    if (Object.keys(body).length > 0) vobiz.account.health.set(NUMBER, body);
    expect(await healthOf(id)).toEqual([{ phoneNumberId, ...seen, problem: null }]);
    const asked = vobiz.count('health');
    expect(await healthOf(id, anAdminOf(id))).toHaveLength(1);
    expect(vobiz.count('health')).toBe(asked);
  });

  test('or why that isn’t known', async () => {
    const { id } = await carrier.aTenant();
    await carrier.aNumber(id, { e164: NUMBER, boughtWith: vobiz.authId });
    vobiz.account.health.set(NUMBER, { mood: 'good' });
    expect(await healthOf(id)).toMatchObject([{ isMarked: null, problem: 'Vobiz’s answer makes no sense.' }]);
  });

  test('but not of one that isn’t in an account that can be asked', async () => {
    const { id } = await carrier.aTenant();
    await carrier.aNumber(id, { e164: NUMBER });
    const before = vobiz.requests.length;
    expect(await healthOf(id, anAdminOf(id))).toMatchObject([
      { isMarked: null, problem: 'No key is stored for this number’s own account.' },
    ]);
    expect(vobiz.requests).toHaveLength(before);
  });

  test('but not of another tenant’s numbers', async () => {
    const [mine, theirs] = [await carrier.aTenant(), await carrier.aTenant()];
    await expect(async () => healthOf(theirs.id, anAdminOf(mine.id))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
