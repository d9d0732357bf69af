import { expect, test } from 'vitest';
import { aKaivox, RECEPTION } from '../support/kaivox.ts';

const kaivox = await aKaivox();

const allowed = async (path: string, origin: string): Promise<string | null> => {
  const headers = {
    origin,
    'access-control-request-method': 'GET',
    'access-control-request-headers': 'authorization,content-type',
  };
  const answer = await fetch(`${kaivox.url}${path}`, { method: 'OPTIONS', headers });
  return answer.headers.get('access-control-allow-origin');
};

test.each(['/graphql', '/recordings/1', '/export'])(
  '%s answers the desktop app’s pages alone',
  async (path) => {
    expect(await allowed(path, 'app://console')).toBe('app://console');
    expect(await allowed(path, 'https://evil.example')).not.toBe('https://evil.example');
  },
);

test.each(['/session', '/metrics', '/api/vobiz/pragati/answer'])('%s answers no other page', async (path) => {
  expect(await allowed(path, 'app://console')).toBeNull();
});

test('the desktop app’s pages fetch a business’s data with their token, and learn what the file is called', async () => {
  const authorization = `Bearer ${await kaivox.graphql.signIn(RECEPTION)}`;
  const answer = await fetch(`${kaivox.url}/export`, { headers: { authorization, origin: 'app://console' } });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('access-control-expose-headers')).toContain('content-disposition');
  expect(answer.headers.get('content-disposition')).toMatch(/filename="?[\w.-]+\.zip"?$/);
  expect(
    Buffer.from(await answer.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
});
