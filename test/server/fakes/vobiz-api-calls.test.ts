import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { FakeVobiz } from '../../fakes/vobiz-api.ts';
import type { FakeAccount } from '../../fakes/vobiz-api-account.ts';
import { asker } from './ask-vobiz.ts';

let vobiz: FakeVobiz;

beforeAll(async () => {
  vobiz = await FakeVobiz.start({ authId: 'MA_1', authToken: 'token-1' });
});
afterAll(() => vobiz.stop());
beforeEach(() => {
  const { account } = vobiz;
  account.calls.live.clear();
  Object.assign(account, {
    balance: 1_000,
    creditLimit: 0,
    balancePage: 'current',
  } satisfies Partial<FakeAccount>);
});

const ask = asker(() => vobiz);
const call = (rest = '') => `/Account/MA_1/Call/call-1/${rest}`;

describe('a call’s record', () => {
  test('is there when the client has asked often enough', async () => {
    vobiz.account.calls.bill('late-1', { cost: 1.3, total_cost: 1.3 }, { absentFor: 2 });
    const statuses = [];
    for (let asked = 0; asked < 3; asked++)
      statuses.push((await ask('GET', '/Account/MA_1/cdr/late-1')).status);
    expect(statuses).toEqual([404, 404, 200]);
    expect(await ask('GET', '/Account/MA_1/cdr/late-1')).toMatchObject({
      body: { success: true, data: { uuid: 'late-1', cost: 1.3, streaming_cost: 0, currency: 'INR' } },
    });
  });

  test.each([
    ['a call that Vobiz doesn’t know', undefined, 404],
    ['Vobiz slowing a client down', { status: 429, retryAfter: '1' }, 429],
    ['Vobiz failing', { status: 503 }, 503],
  ])('does not come of %s', async (_, fault, status) => {
    if (fault) vobiz.fail('call record', fault);
    expect(await ask('GET', '/Account/MA_1/cdr/unknown')).toMatchObject({ status });
  });
});

describe('the balance', () => {
  test('is told as text', async () => {
    Object.assign(vobiz.account, { balance: 812.5, creditLimit: 100 });
    expect(await ask('GET', '/Account/MA_1/balance/INR')).toEqual({
      status: 200,
      body: {
        balance: '812.5000',
        available_balance: '912.5000',
        credit_limit: '100.0000',
        low_balance_threshold: '100.0000',
        currency: 'INR',
      },
    });
    expect(await ask('GET', '/Account/MA_1/balance/USD')).toMatchObject({ status: 404 });
  });

  test('is at the older page for accounts that have it there, and nowhere else', async () => {
    vobiz.account.balancePage = 'older';
    expect(await ask('GET', '/account/MA_1/balance/INR')).toMatchObject({ status: 200 });
    expect(await ask('GET', '/Account/MA_1/balance/INR')).toMatchObject({ status: 401 });
  });
});

test('concurrency, live calls and a number’s health are told', async () => {
  vobiz.account.own('+918047150001');
  vobiz.account.calls.begin('call-1');
  expect(await ask('GET', '/Account/MA_1/concurrency')).toMatchObject({ body: { concurrency: 3 } });
  expect(await ask('GET', '/Account/MA_1/Call?status=live')).toMatchObject({ body: { calls: ['call-1'] } });
  expect(await ask('GET', '/Account/MA_1/Call')).toMatchObject({ status: 400 });
  expect(await ask('GET', '/Account/MA_1/numbers/%2B918047150001/health')).toMatchObject({ status: 200 });
  expect(await ask('GET', '/Account/MA_1/numbers/%2B918047150009/health')).toMatchObject({ status: 404 });
});

test('a recording is shown, deleted once, and gone', async () => {
  vobiz.account.recordings.keep('r1', { url: 'https://storage.vobiz.ai/r1.mp3' });
  const path = '/Account/MA_1/Recording/r1/';
  expect(await ask('GET', path)).toMatchObject({
    body: { recording_url: 'https://storage.vobiz.ai/r1.mp3' },
  });
  expect(await ask('DELETE', path)).toEqual({ status: 204, body: undefined });
  expect(await ask('DELETE', path)).toMatchObject({ status: 404 });
  expect(await ask('GET', path)).toMatchObject({ status: 404 });
  expect(vobiz.account.recordings.deleted).toEqual(['r1']);
});

describe('a live call', () => {
  test('is sent elsewhere, spoken into, listened to and hung up', async () => {
    vobiz.account.calls.begin('call-1');
    const transfer = { legs: 'aleg', aleg_url: 'https://a.example/next', aleg_method: 'POST' };
    expect(await ask('POST', call(), transfer)).toMatchObject({ status: 202 });
    expect(await ask('POST', call('Speak/'), { text: 'One moment.', legs: 'both' })).toMatchObject({
      status: 202,
    });
    const stream = { service_url: 'wss://a.example/ear', audio_track: 'both' };
    expect(await ask('POST', call('Stream/'), stream)).toMatchObject({
      status: 202,
      body: { stream_id: expect.any(String) },
    });
    expect(await ask('DELETE', call())).toEqual({ status: 204, body: undefined });
    expect(await ask('DELETE', call())).toMatchObject({ status: 404 });
    expect(vobiz.account.calls.actions.map(({ action }) => action)).toEqual([
      'transfer',
      'speak',
      'stream',
      'hang up',
    ]);
  });

  test.each<[string, string, object]>([
    ['no legs', call(), { aleg_url: 'https://a.example/' }],
    ['legs that don’t exist', call(), { legs: 'cleg', aleg_url: 'https://a.example/' }],
    ['a leg without an address', call(), { legs: 'both', aleg_url: 'https://a.example/' }],
    ['a relative address', call(), { legs: 'aleg', aleg_url: '/next' }],
    ['another method', call(), { legs: 'aleg', aleg_url: 'https://a.example/', aleg_method: 'PUT' }],
    ['nothing to say', call('Speak/'), { text: ' ' }],
    ['another voice', call('Speak/'), { text: 'Hello', voice: 'Polly' }],
    ['an ear without a socket', call('Stream/'), { service_url: 'https://a.example/' }],
    ['a track that doesn’t exist', call('Stream/'), { service_url: 'wss://a.example/', audio_track: 'left' }],
  ])('is not touched by a request with %s', async (_, path, body) => {
    vobiz.account.calls.begin('call-1');
    const before = vobiz.account.calls.actions.length;
    expect(await ask('POST', path, body)).toMatchObject({ status: 400 });
    expect(vobiz.account.calls.actions).toHaveLength(before);
  });
});

describe('a call that is to be placed', () => {
  const path = '/Account/MA_1/Call/';
  const order = {
    from: '+917971543252',
    to: '+919876543210',
    answer_url: 'https://a.example/answer',
    answer_method: 'POST',
  };

  test('is queued, as often as it is asked for', async () => {
    const before = vobiz.account.calls.fired.length;
    const fired = { status: 201, body: { request_uuid: expect.any(String), message: 'Call fired' } };
    expect(await ask('POST', path, order)).toEqual(fired);
    expect(await ask('POST', path, order)).toEqual(fired);
    expect(vobiz.account.calls.fired.length - before).toBe(2);
    expect(vobiz.account.calls.live.size).toBe(0);
  });

  test.each<[string, object, number]>([
    ['to nobody', { to: '' }, 400],
    ['from nobody', { from: undefined }, 400],
    ['without an address', { answer_url: 'answer' }, 400],
    ['without a method', { answer_method: undefined }, 400],
    ['with a relative hangup address', { hangup_url: '/hangup' }, 400],
  ])('%s is refused', async (_, change, status) => {
    expect(await ask('POST', path, { ...order, ...change })).toMatchObject({ status });
  });

  test('needs a balance, and a line that is free', async () => {
    for (const uuid of ['a', 'b', 'c']) vobiz.account.calls.begin(uuid);
    expect(await ask('POST', path, order)).toMatchObject({ status: 429 });
    vobiz.account.balance = 0;
    expect(await ask('POST', path, order)).toMatchObject({ status: 402 });
  });
});
