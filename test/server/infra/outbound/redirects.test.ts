import type { RequestListener } from 'node:http';
import { describe, expect, test } from 'vitest';
import { OutboundRefused } from '../../../../server/infra/outbound/outbound-error.ts';
import { failure } from '../../fakes/listen.ts';
import { aNetwork, aServer, modest, resolved } from './a-network.ts';

const NAMES = {
  'hooks.internal': resolved('127.0.0.1'),
  'other.internal': resolved('127.0.0.1'),
  'inward.example': resolved('127.0.0.1'),
};

/** A server known as hooks.internal and other.internal, which answers /to/… by redirecting there. */
async function aRedirecting(
  status = 302,
  answer: RequestListener = (_, response) => response.end('arrived'),
) {
  const server = await aServer((request, response) => {
    const [, location] = /^\/to\/(.*)$/u.exec(request.url ?? '') ?? [];
    if (location === undefined) return answer(request, response);
    response.writeHead(status, { location: decodeURIComponent(location) }).end('elsewhere');
  });
  const { port } = server;
  const allowed = ['hooks.internal', 'other.internal'].map((host) => `${host}:${port}`);
  const to = (location: string) => `http://hooks.internal:${port}/to/${encodeURIComponent(location)}`;
  return { ...server, to, ...aNetwork(NAMES, allowed) };
}

test.each([
  ['an IP address', (port: number) => `http://127.0.0.1:${port}/`],
  ['an IP address in decimal', (port: number) => `http://2130706433:${port}/`],
  ['an IPv6 address', (port: number) => `http://[::1]:${port}/`],
  ['a name', (port: number) => `http://inward.example:${port}/`],
  ['a name without a protocol', (port: number) => `//inward.example:${port}/`],
  ['another port of an allowed host', () => 'http://hooks.internal:1/'],
  ['metadata', () => 'http://169.254.169.254/'],
  ['a file', () => 'file:///etc/passwd'],
  ['another protocol', () => 'gopher://hooks.internal/'],
  ['credentials', (port: number) => `http://user:password@other.internal:${port}/`],
  ['nonsense', () => 'http://[oops/'],
  ['a name that isn’t there', () => 'http://no.example/'],
])('a redirect inward is not followed: by %s', async (_, location) => {
  const { to, port, heard, outbound } = await aRedirecting();
  const error = await failure(outbound.request({ url: to(location(port)), ...modest }));
  expect(error).toHaveProperty('message', "hooks.internal redirects to an address that can't be called.");
  expect(heard).toHaveLength(1);
});

test('every hop of a chain is checked, the last one too', async () => {
  const { to, port, heard, outbound } = await aRedirecting();
  const url = to(to(`http://inward.example:${port}/`));
  expect(await failure(outbound.request({ url, ...modest }))).toBeInstanceOf(OutboundRefused);
  expect(heard).toHaveLength(2);
});

describe('a redirect that may be followed', () => {
  test('is, also where it is relative', async () => {
    const { to, heard, outbound } = await aRedirecting();
    const answer = await outbound.request({ url: to('/there'), ...modest });
    expect(answer.body.toString()).toBe('arrived');
    expect(heard.map(({ path }) => path).at(-1)).toBe('/there');
  });

  test('isn’t where the caller refuses redirects', async () => {
    const { to, heard, outbound } = await aRedirecting();
    const error = await failure(outbound.request({ url: to('/there'), ...modest, redirects: 'refuse' }));
    expect(error).toHaveProperty('message', 'hooks.internal redirects to another address.');
    expect(heard).toHaveLength(1);
  });

  test('isn’t for ever', async () => {
    const server = await aServer((_, response) => response.writeHead(302, { location: '/again' }).end());
    const { outbound } = aNetwork(NAMES, [`hooks.internal:${server.port}`]);
    const error = await failure(
      outbound.request({ url: `http://hooks.internal:${server.port}/`, ...modest }),
    );
    expect(error).toHaveProperty('message', 'hooks.internal redirects too often.');
    expect(server.heard).toHaveLength(6);
  });

  test('keeps the body by 307, and takes no secret to another host', async () => {
    const { to, port, heard, outbound } = await aRedirecting(307);
    const secrets = {
      authorization: 'Bearer x',
      cookie: 'a=b',
      'X-Auth-ID': 'MA_1',
      'X-Auth-Token': 'token',
    };
    await outbound.request({
      url: to(`http://other.internal:${port}/there`),
      method: 'POST',
      headers: { ...secrets, 'content-type': 'text/plain' },
      body: 'hello',
      ...modest,
    });
    expect(heard[0]?.headers).toMatchObject({ authorization: 'Bearer x', 'x-auth-token': 'token' });
    expect(heard[1]).toMatchObject({
      method: 'POST',
      body: 'hello',
      headers: { 'content-type': 'text/plain' },
    });
    const leaked = Object.keys(secrets).filter((name) => name.toLowerCase() in (heard[1]?.headers ?? {}));
    expect(leaked).toEqual([]);
  });

  test('takes everything along on the same host', async () => {
    const { to, heard, outbound } = await aRedirecting(307);
    await outbound.request({ url: to('/there'), headers: { 'X-Auth-Token': 'token' }, ...modest });
    expect(heard[1]?.headers['x-auth-token']).toBe('token');
  });
});

test('a caller has a say at every hop', async () => {
  const { to, port, heard, outbound } = await aRedirecting();
  const asked: string[] = [];
  const checkHop = (url: URL) => {
    asked.push(url.hostname);
    if (url.hostname !== 'hooks.internal') throw new Error('not there');
  };
  const url = to(`http://other.internal:${port}/`);
  await expect(outbound.request({ url, checkHop, ...modest })).rejects.toThrow('not there');
  expect(asked).toEqual(['hooks.internal', 'other.internal']);
  expect(heard).toHaveLength(1);
});
