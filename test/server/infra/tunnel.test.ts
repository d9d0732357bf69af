import { expect, test } from 'vitest';
import { openTunnel } from '../../../server/infra/tunnel.ts';

test('a tunnel leads to our port, and names where from', async () => {
  const asked: unknown[] = [];
  const tunnel = await openTunnel(4321, 'token', {
    forward: async (config) => {
      asked.push(config);
      return { url: () => 'https://abc.ngrok.app', close: async () => undefined };
    },
  });
  expect(tunnel.url).toBe('https://abc.ngrok.app');
  expect(asked).toEqual([{ addr: '127.0.0.1:4321', authtoken: 'token' }]);
});

test.each([
  [
    'a refusal',
    new Error('authentication failed: the token secret-token is wrong.\nERR_NGROK_105'),
    /authentication failed/,
  ],
  ['something that is no error', 'secret-token no', /could not be opened: •••• no/],
])('%s is told in one sentence without the token', async (_, thrown, sentence) => {
  const opening = openTunnel(1, 'secret-token', { forward: () => Promise.reject(thrown) });
  await expect(opening).rejects.toThrow(sentence);
  await expect(opening).rejects.toMatchObject({ name: 'ConfigError' });
  await expect(opening).rejects.not.toThrow(/secret-token|ERR_NGROK/);
});

test('an address that is not named is no tunnel', async () => {
  const forward = async () => ({ url: () => null, close: async () => undefined });
  await expect(openTunnel(1, 'token', { forward })).rejects.toThrow(/named no address/);
});
