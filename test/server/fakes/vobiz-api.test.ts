import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FakeVobiz } from '../../fakes/vobiz-api.ts';
import { asker } from './ask-vobiz.ts';

let vobiz: FakeVobiz;
let now = new Date('2026-11-24T10:00:00Z');

beforeAll(async () => {
  vobiz = await FakeVobiz.start({ authId: 'MA_1', authToken: 'token-1', now: () => now });
});
afterAll(() => vobiz.stop());

const ask = asker(() => vobiz);

const buy = (e164: string, currency = 'INR') =>
  ask('POST', '/Account/MA_1/numbers/purchase-from-inventory', { e164, currency });

describe('what Vobiz insists on', () => {
  test.each([
    ['another token', 'GET', '/Account/MA_1/numbers', { 'x-auth-token': 'token-2' }],
    ['another id', 'GET', '/Account/MA_1/numbers', { 'x-auth-id': 'MA_2' }],
    ['another account in the path', 'GET', '/Account/MA_2/numbers', {}],
    ['lower case where it is upper', 'GET', '/account/MA_1/numbers', {}],
    ['upper case where it is lower', 'POST', '/Account/MA_1/numbers/%2B918047150001/cancel-release', {}],
    ['a plain + in a path', 'DELETE', '/Account/MA_1/numbers/+918047150001', {}],
    ['no trailing slash', 'POST', '/Account/MA_1/Application', {}],
    ['a trailing slash too many', 'GET', '/Account/MA_1/Call/?status=live', {}],
    ['a call without its slash', 'DELETE', '/Account/MA_1/Call/call-1', {}],
    ['a lower case call', 'DELETE', '/Account/MA_1/call/call-1/', {}],
    ['a record with an upper case name', 'GET', '/Account/MA_1/CDR/call-1', {}],
    ['a recording in lower case', 'DELETE', '/Account/MA_1/recording/r1/', {}],
    ['a recording without its slash', 'GET', '/Account/MA_1/Recording/r1', {}],
    ['the health of a plain +', 'GET', '/Account/MA_1/numbers/+918047150001/health', {}],
    ['the balance at its older page', 'GET', '/account/MA_1/balance/INR', {}],
    ['the balance in lower case letters', 'GET', '/Account/MA_1/balance/inr', {}],
  ])('%s gets 401', async (_, method, path, headers) => {
    expect(await ask(method, path, undefined, headers)).toMatchObject({ status: 401 });
  });

  test('a body that is no JSON by its header gets 415', async () => {
    const path = '/Account/MA_1/numbers/purchase-from-inventory';
    expect(await ask('POST', path, {}, { 'content-type': 'text/plain' })).toMatchObject({ status: 415 });
  });
});

test('a number is found, bought once, attached, released, kept after all, and released for good', async () => {
  vobiz.account.offer('+918047150001', { setupFee: 100, monthlyFee: 499.5 });
  const found = await ask(
    'GET',
    '/Account/MA_1/inventory/numbers?country=IN&search=8047150001&page=1&per_page=25',
  );
  expect(found.body).toMatchObject({ total: 1, items: [{ e164: '+918047150001', monthly_fee: 499.5 }] });

  expect(await buy('+918047150001')).toMatchObject({ status: 200, body: { e164: '+918047150001' } });
  expect(await buy('+918047150001')).toMatchObject({ status: 404 });
  expect(vobiz.account.ledger).toEqual([{ e164: '+918047150001', kind: 'purchase', amount: 599.5 }]);

  const urls = { answer_url: 'https://a.example/answer', hangup_url: 'https://a.example/hangup' };
  const methods = { answer_method: 'POST', hangup_method: 'POST' };
  const fields = { app_name: 'A', ...urls, ...methods, fallback_answer_url: 'https://a.example/answer' };
  const { body: app } = await ask('POST', '/Account/MA_1/Application/', fields);
  const number = '/Account/MA_1/numbers/%2B918047150001';
  expect(await ask('POST', `${number}/application`, { application_id: app.app_id })).toMatchObject({
    status: 200,
  });
  expect(await ask('DELETE', `/Account/MA_1/Application/${app.app_id}/`)).toMatchObject({ status: 409 });

  expect(await ask('DELETE', number)).toMatchObject({ status: 200, body: { release_fee: 100 } });
  expect(await ask('DELETE', number)).toMatchObject({ status: 403 });
  expect(vobiz.account.live).toEqual([]);
  const cancel = '/account/MA_1/numbers/%2B918047150001/cancel-release';
  expect(await ask('POST', cancel)).toMatchObject({ status: 200 });
  const owned = await ask('GET', '/Account/MA_1/numbers?page=1&per_page=100');
  expect(owned.body.items).toMatchObject([{ application_id: app.app_id, released_at: null }]);

  await ask('DELETE', number);
  now = new Date(now.getTime() + vobiz.account.cooldownMs);
  expect(await ask('POST', cancel)).toMatchObject({ status: 404 });
});

test('an application is pointed elsewhere, and keeps what isn’t named', async () => {
  const urls = { answer_url: 'https://a.example/answer', hangup_url: 'https://a.example/hangup' };
  const methods = { answer_method: 'POST', hangup_method: 'POST' };
  const fields = { app_name: 'A', ...urls, ...methods, fallback_answer_url: 'https://a.example/answer' };
  const { body: app } = await ask('POST', '/Account/MA_1/Application/', fields);
  const path = `/Account/MA_1/Application/${app.app_id}/`;

  expect(await ask('POST', path, { answer_url: 'https://a.example/answer?k=1' })).toMatchObject({
    status: 202,
  });
  expect(vobiz.account.applications.get(app.app_id)).toEqual({
    ...fields,
    answer_url: 'https://a.example/answer?k=1',
  });
  for (const change of [{}, { answer_url: '' }, { answerUrl: 'https://a.example/answer' }])
    expect(await ask('POST', path, change)).toMatchObject({ status: 400 });
  expect(await ask('POST', '/Account/MA_1/Application/1/', { app_name: 'B' })).toMatchObject({ status: 404 });
});

test('what the balance doesn’t cover gets 402 and is not debited', async () => {
  vobiz.account.offer('+918047150002', { monthlyFee: 2_000_000 });
  expect(await buy('+918047150002')).toMatchObject({ status: 402 });
  expect(vobiz.account.purchasesOf('+918047150002')).toBe(0);
});

describe('what goes wrong when told to', () => {
  test.each([
    ['cut before the work', { cut: true, work: false }, 'broken', 0],
    ['cut after the work', { cut: true, work: true }, 'broken', 1],
    ['500 before the work', { status: 500 }, 500, 0],
    ['500 after the work', { status: 500, work: true }, 500, 1],
    ['429', { status: 429, retryAfter: '2' }, 429, 0],
    ['garbage after the work', { garbage: true, work: true }, 'no JSON', 1],
  ] as const)('%s', async (_, fault, outcome, debits) => {
    vobiz.account.ledger.length = 0;
    const e164 = '+918047150200';
    vobiz.account.offer(e164);
    vobiz.fail('purchase', fault);
    const answer = await buy(e164).then(
      ({ status }) => status,
      (error: unknown) => (error instanceof SyntaxError ? 'no JSON' : 'broken'),
    );
    expect(answer).toBe(outcome);
    expect(vobiz.account.purchasesOf(e164)).toBe(debits);
  });

  test('work that is late is done after the client has gone', async () => {
    vobiz.account.offer('+918047150003');
    vobiz.fail('purchase', { worksAfterClientLeftMs: 20 });
    const gone = new AbortController();
    const asked = vobiz.count('purchase') + 1;
    const request = fetch(`${vobiz.baseUrl}/Account/MA_1/numbers/purchase-from-inventory`, {
      method: 'POST',
      headers: { 'x-auth-id': 'MA_1', 'x-auth-token': 'token-1', 'content-type': 'application/json' },
      body: JSON.stringify({ e164: '+918047150003', currency: 'INR' }),
      signal: gone.signal,
    }).catch(() => 'gone');
    await vobiz.until('purchase', asked);
    gone.abort();

    expect(await request).toBe('gone');
    await vobiz.untilQuiet();
    expect(vobiz.account.purchasesOf('+918047150003')).toBe(1);
  });
});
