import { beforeEach, describe, expect, test } from 'vitest';
import type { E164 } from '../../../../../server/infra/phone-number.ts';
import { Secret } from '../../../../../server/infra/secrets.ts';
import { vobizNumbers } from '../../../../../server/telephony/vobiz/rest/rest-numbers.ts';
import { aVobizAccount } from '../a-vobiz-account.ts';

const { vobiz, rest, numbers, credentials, logged } = await aVobizAccount();
const N1 = '+918047150001' as E164;
const N2 = '+918047150002' as E164;
const PATIENCE_MS = 300;

beforeEach(() => {
  vobiz.recover();
  vobiz.requests.length = 0;
  for (const state of [vobiz.account.inventory, vobiz.account.owned, vobiz.account.applications])
    state.clear();
  vobiz.account.ledger.length = 0;
});

const buy = () => numbers.purchase(N1, 'INR', PATIENCE_MS);
const release = () => numbers.release(N1, 'INR', PATIENCE_MS);

test('every request carries both credentials, and a number’s + is %2B', async () => {
  vobiz.account.own(N1);
  await numbers.detach(N1);

  expect(vobiz.requests).toMatchObject([
    {
      url: `/api/v1/Account/${vobiz.authId}/numbers/%2B918047150001/application`,
      headers: { 'x-auth-id': vobiz.authId, 'x-auth-token': vobiz.authToken },
    },
  ]);
});

describe('search', () => {
  test('fees become minor units; blocked and trial numbers are told apart', async () => {
    vobiz.account.offer(N1, { setupFee: 100, monthlyFee: 499.5, commitmentMonths: 3, needsAadhaar: true });
    vobiz.account.offer(N2, { isBlocked: true });
    const found = await numbers.search({ country: 'IN', digits: '80471', page: 1, perPage: 25 });

    expect(found).toMatchObject({
      outcome: 'done',
      value: {
        total: 2,
        items: [
          {
            e164: N1,
            setupFee: { minorUnits: 10_000, currency: 'INR' },
            monthlyFee: { minorUnits: 49_950, currency: 'INR' },
            minimumCommitmentMonths: 3,
            needsAadhaar: true,
            isForSale: true,
          },
          { e164: N2, isForSale: false },
        ],
      },
    });
  });

  test('a number whose price can’t be shown exactly is not offered', async () => {
    vobiz.account.offer(N1, { monthlyFee: 499.999 });
    const found = await numbers.search({ country: 'IN', digits: undefined, page: 1, perPage: 25 });
    expect(found).toMatchObject({ outcome: 'done', value: { items: [] } });
  });

  test.each([
    ['500', { status: 500 }],
    ['a cut connection', { cut: true, work: false }],
    ['nonsense with an error', { status: 503, message: '\u0000' }],
  ] as const)('%s is tried again', async (_, fault) => {
    vobiz.account.offer(N1);
    vobiz.fail('search', fault, { times: 2 });
    const found = await numbers.search({ country: 'IN', digits: undefined, page: 1, perPage: 25 });

    expect(found.outcome).toBe('done');
    expect(vobiz.count('search')).toBe(3);
  });

  test('a 429 is waited for as long as it asks, and no longer than anybody waits', async () => {
    vobiz.fail('search', { status: 429, retryAfter: '0.2' });
    const began = performance.now();
    expect((await numbers.search({ country: 'IN', digits: undefined, page: 1, perPage: 25 })).outcome).toBe(
      'done',
    );
    expect(performance.now() - began).toBeGreaterThanOrEqual(190);
  });

  test.each([
    ['silence', { silent: true, work: false }, 'unavailable', 'too long'],
    ['garbage', { garbage: true, work: false }, 'unavailable', 'no sense'],
    ['401', { status: 401 }, 'refused', 'credentials'],
  ] as const)('%s that lasts is told as a sentence', async (_, fault, outcome, words) => {
    vobiz.fail('search', fault, { times: 3 });
    const found = await numbers.search({ country: 'IN', digits: undefined, page: 1, perPage: 25 });
    expect(found).toMatchObject({ outcome, reason: expect.stringContaining(words) });
  });
});

describe('purchase', () => {
  test.each([
    ['a good answer', undefined, 'bought', 1],
    ['402', { status: 402 }, 'refused', 0],
    ['404', { status: 404 }, 'refused', 0],
    ['401', { status: 401 }, 'refused', 0],
    ['500 before the work', { status: 500 }, 'unknown', 0],
    ['500 after the work', { status: 500, work: true }, 'unknown', 1],
    ['408', { status: 408, work: true }, 'unknown', 1],
    ['409', { status: 409, work: true }, 'unknown', 1],
    ['a redirect', { status: 307 }, 'unknown', 0],
    ['garbage', { garbage: true, work: true }, 'unknown', 1],
    ['an empty object', { garbage: true, work: true, body: '{}' }, 'unknown', 1],
    [
      'another number’s item',
      { garbage: true, work: true, body: JSON.stringify({ e164: N2 }) },
      'unknown',
      1,
    ],
    ['a cut before the work', { cut: true, work: false }, 'unknown', 0],
    ['a cut after the work', { cut: true, work: true }, 'unknown', 1],
    ['silence after the work', { silent: true, work: true }, 'unknown', 1],
  ] as const)('%s is sent once, and taken for what it proves', async (_, fault, outcome, debits) => {
    vobiz.account.offer(N1);
    if (fault) vobiz.fail('purchase', fault);

    expect(await buy()).toMatchObject({ outcome });
    expect(vobiz.count('purchase')).toBe(1);
    expect(vobiz.account.purchasesOf(N1)).toBe(debits);
  });

  test('an answer tells the fees and the next bill', async () => {
    vobiz.account.offer(N1, { setupFee: 100, monthlyFee: 499.5 });
    expect(await buy()).toMatchObject({
      number: {
        e164: N1,
        setupFee: { minorUnits: 10_000 },
        monthlyFee: { minorUnits: 49_950 },
        nextBillingAt: expect.any(Date),
        releasedAt: null,
      },
    });
  });

  test('a Vobiz that can’t be reached has surely bought nothing', async () => {
    vobiz.account.offer(N1);
    await vobiz.stop();
    try {
      expect(await buy()).toMatchObject({ outcome: 'refused', reason: expect.stringContaining('reached') });
    } finally {
      await vobiz.resume();
    }
  });

  test('nothing is bought while Vobiz asks us to slow down', async () => {
    vobiz.account.offer(N1);
    vobiz.fail('purchase', { status: 429, retryAfter: '0.5' });
    expect(await buy()).toMatchObject({ outcome: 'refused', reason: expect.stringContaining('slow down') });
    expect(await buy()).toMatchObject({ outcome: 'refused', reason: expect.stringContaining('slow down') });
    expect(vobiz.count('purchase')).toBe(1);

    await numbers.search({ country: 'IN', digits: undefined, page: 1, perPage: 1 });
    expect(await buy()).toMatchObject({ outcome: 'bought' });
  });
});

describe('owned numbers', () => {
  test('all pages, those given back told apart', async () => {
    for (let n = 0; n < 230; n++) vobiz.account.own(`+91804716${String(n).padStart(4, '0')}`);
    vobiz.account.own(N1, { releasedAt: new Date('2026-11-01T00:00:00Z') });
    const owned = await numbers.listOwned();

    expect(owned.outcome === 'done' && owned.value).toHaveLength(231);
    expect(owned.outcome === 'done' && owned.value.find(({ e164 }) => e164 === N1)?.releasedAt).toEqual(
      new Date('2026-11-01T00:00:00Z'),
    );
    expect(vobiz.count('owned')).toBe(3);
  });

  test.each([
    ['counts more than it lists', { items: [], page: 1, per_page: 100, total: 2 }, 'done'],
    [
      'holds something that is no number',
      { items: [{ id: 1 }], page: 1, per_page: 100, total: 1 },
      'unavailable',
    ],
    ['is no list', {}, 'unavailable'],
  ])('a list that %s', async (_, body, outcome) => {
    vobiz.fail('owned', { garbage: true, work: false, body: JSON.stringify(body) }, { times: 9 });
    expect(await numbers.listOwned()).toMatchObject({ outcome });
  });

  test('a number that slips between two pages while another is released is not missed', async () => {
    for (let n = 0; n < 101; n++) vobiz.account.own(`+91804717${String(n).padStart(4, '0')}`);
    vobiz.account.listsReleased = false;
    const page1 = vobiz.account.list(new URLSearchParams({ page: '1', per_page: '100' })).body;
    vobiz.account.release('+918047170050');
    vobiz.fail('owned', { garbage: true, work: false, body: JSON.stringify(page1) });
    const owned = await numbers.listOwned();
    vobiz.account.listsReleased = true;

    expect(owned.outcome === 'done' && owned.value).toHaveLength(100);
  });
});

describe('release', () => {
  test('tells until when it can be cancelled, and what it costs', async () => {
    vobiz.account.own(N1);
    expect(await release()).toMatchObject({
      outcome: 'released',
      cooldownEndsAt: expect.any(Date),
      releaseFee: { minorUnits: 10_000, currency: 'INR' },
    });
  });

  test.each([
    ['403', { status: 403 }, 'not ours'],
    ['400', { status: 400 }, 'refused'],
    ['404', { status: 404 }, 'refused'],
    ['500', { status: 500 }, 'unknown'],
    ['garbage', { garbage: true, work: true }, 'unknown'],
    ['a cut', { cut: true, work: true }, 'unknown'],
    ['silence', { silent: true, work: false }, 'unknown'],
  ] as const)('%s is sent once, and taken for what it proves', async (_, fault, outcome) => {
    vobiz.account.own(N1);
    vobiz.fail('release', fault);
    expect(await release()).toMatchObject({ outcome });
    expect(vobiz.count('release')).toBe(1);
  });

  test('is cancelled at its own address, in lower case', async () => {
    vobiz.account.own(N1);
    await release();
    expect(await numbers.cancelRelease(N1, PATIENCE_MS)).toEqual({ outcome: 'kept' });
    expect(vobiz.account.live).toEqual([N1]);
    expect(await numbers.cancelRelease(N1, PATIENCE_MS)).toMatchObject({ outcome: 'refused' });
  });
});

describe('applications', () => {
  const application = (host: string) => ({
    name: 'KaiVox Pragati',
    answerUrl: `https://${host}/answer`,
    hangupUrl: `https://${host}/hangup`,
    fallbackUrl: `https://${host}/answer`,
  });

  test('one is created, re-pointed, and created anew when it is gone', async () => {
    const created = await numbers.ensureApplication(undefined, application('a.example'));
    if (created.outcome !== 'done') return expect.unreachable(created.reason);
    expect(vobiz.account.applications.get(created.value)).toEqual({
      app_name: 'KaiVox Pragati',
      answer_url: 'https://a.example/answer',
      answer_method: 'POST',
      hangup_url: 'https://a.example/hangup',
      hangup_method: 'POST',
      fallback_answer_url: 'https://a.example/answer',
    });

    expect(await numbers.ensureApplication(created.value, application('b.example'))).toEqual(created);
    expect(vobiz.account.applications.get(created.value)?.answer_url).toBe('https://b.example/answer');

    vobiz.account.applications.clear();
    const anew = await numbers.ensureApplication(created.value, application('b.example'));
    expect(anew).not.toEqual(created);
    expect(vobiz.account.applications.size).toBe(1);
  });

  test('numbers are attached and detached, also twice', async () => {
    vobiz.account.own(N1);
    const app = await numbers.ensureApplication(undefined, application('a.example'));
    if (app.outcome !== 'done') return expect.unreachable(app.reason);
    expect(await numbers.attach(N1, app.value)).toMatchObject({ outcome: 'done' });
    expect(await numbers.attach(N1, app.value)).toMatchObject({ outcome: 'done' });
    expect(vobiz.account.owned.get(N1)?.applicationId).toBe(app.value);
    expect(await numbers.detach(N1)).toMatchObject({ outcome: 'done' });
    expect(await numbers.detach(N1)).toMatchObject({ outcome: 'done' });
    expect(await numbers.attach(N2, app.value)).toMatchObject({ outcome: 'refused' });
  });
});

test('a key that Vobiz repeats in an error is not repeated by us, and none is in the log', async () => {
  vobiz.account.offer(N1);
  vobiz.fail('purchase', { status: 402, message: `Token ${vobiz.authToken}\nhas no balance` });
  const result = await buy();

  expect(JSON.stringify(result)).toContain('Token •••• has no balance');
  expect(JSON.stringify(result) + logged()).not.toContain(vobiz.authToken);
  expect(logged()).toContain('purchase');
});

test('wrong credentials are refused in words', async () => {
  const wrong = vobizNumbers(rest, { ...credentials, apiKey: new Secret('wrong-key') });
  expect(await wrong.listOwned()).toMatchObject({
    outcome: 'refused',
    reason: expect.stringContaining('App ID'),
  });
});
