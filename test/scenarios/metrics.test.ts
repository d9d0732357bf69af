import { describe, expect, test } from 'vitest';
import { ADMIN, aKaivox } from '../support/kaivox.ts';

const open = await aKaivox();
const guarded = await aKaivox({ env: { METRICS_TOKEN: 'scrape-me-7f3a' }, database: open.database });

const ask = async ({ url }: { url: string }, headers: Record<string, string> = {}) => {
  const response = await fetch(`${url}/metrics`, { headers });
  return { status: response.status, text: await response.text() };
};

describe('without METRICS_TOKEN', () => {
  test('a program on this machine reads them', async () => {
    const { status, text } = await ask(open);
    expect(status).toBe(200);
    expect(text).toContain('kaivox_calls_open');
  });

  test.each([
    ['forwarded', 'for=127.0.0.1'],
    ['x-forwarded-for', '127.0.0.1'],
    ['x-forwarded-for', ''],
    ['x-forwarded-proto', 'https'],
    ['x-real-ip', '127.0.0.1'],
    ['via', '1.1 proxy'],
  ])('a request that came through a proxy doesn’t: %s: %s', async (header, value) => {
    expect(await ask(open, { [header]: value })).toMatchObject({ status: 403 });
  });

  test('a super admin elsewhere doesn’t', async () => {
    const token = await open.graphql.signIn(ADMIN);
    const headers = { authorization: `Bearer ${token}`, 'x-forwarded-for': '198.51.100.9' };
    expect(await ask(open, headers)).toMatchObject({ status: 403 });
  });
});

describe('with METRICS_TOKEN', () => {
  test.each(['Bearer scrape-me-7f3a', 'bearer scrape-me-7f3a'])(
    'its bearer reads them from anywhere: %s',
    async (authorization) => {
      expect(await ask(guarded, { authorization, 'x-forwarded-for': '198.51.100.9' })).toMatchObject({
        status: 200,
      });
    },
  );

  test.each([
    '',
    'Bearer',
    'Bearer scrape-me',
    'Bearer scrape-me-7f3aa',
    'scrape-me-7f3a',
    'Basic scrape-me-7f3a',
  ])('who sends "%s" doesn’t, not even from this machine', async (authorization) => {
    expect(await ask(guarded, authorization ? { authorization } : {})).toMatchObject({ status: 403 });
  });
});
