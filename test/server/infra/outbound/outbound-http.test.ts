import { describe, expect, test } from 'vitest';
import { checkedConnect } from '../../../../server/infra/outbound/checked-connect.ts';
import { OutboundFailed, OutboundRefused } from '../../../../server/infra/outbound/outbound-error.ts';
import { OutboundHttp } from '../../../../server/infra/outbound/outbound-http.ts';
import { failure } from '../../fakes/listen.ts';
import { aNetwork, aServer, modest, resolved } from './a-network.ts';

const INWARD = '127.0.0.1';

describe('an address that isn’t public', () => {
  test.each([
    ['itself', (port: number) => `http://127.0.0.1:${port}/`],
    ['in short', (port: number) => `http://127.1:${port}/`],
    ['in decimal', (port: number) => `http://2130706433:${port}/`],
    ['in octal', (port: number) => `http://0177.0.0.1:${port}/`],
    ['in hexadecimal', (port: number) => `http://0x7f000001:${port}/`],
    ['in hexadecimal parts', (port: number) => `http://0x7f.0x0.0x0.0x1:${port}/`],
    ['with a dot behind', (port: number) => `http://127.0.0.1.:${port}/`],
    ['in wide digits', (port: number) => `http://１２７.０.０.１:${port}/`],
    ['percent-encoded', (port: number) => `http://%31%32%37.0.0.1:${port}/`],
    ['in capitals', (port: number) => `HTTP://0X7F.1:${port}/`],
    ['as nothing', (port: number) => `http://0:${port}/`],
    ['as IPv6', (port: number) => `http://[::1]:${port}/`],
    ['as IPv6 at length', (port: number) => `http://[0000:0:0:0:0:0:0:0001]:${port}/`],
    ['mapped into IPv6', (port: number) => `http://[::ffff:127.0.0.1]:${port}/`],
    ['mapped in hexadecimal', (port: number) => `http://[::ffff:7f00:1]:${port}/`],
    ['by NAT64', (port: number) => `http://[64:ff9b::7f00:1]:${port}/`],
    ['by 6to4', (port: number) => `http://[2002:7f00:1::]:${port}/`],
    ['by Teredo', (port: number) => `http://[2001:0:7f00:1::]:${port}/`],
    ['of metadata', () => 'http://169.254.169.254/latest/meta-data/'],
    ['of metadata, in decimal', () => 'http://2852039166/'],
    ['of metadata, in IPv6', () => 'http://[fd00:ec2::254]/'],
  ])('is refused %s', async (_, url) => {
    const server = await aServer();
    const { outbound } = aNetwork({});
    const error = await failure(outbound.request({ url: url(server.port), ...modest }));
    expect(error).toBeInstanceOf(OutboundRefused);
    expect(() => outbound.check(url(server.port))).toThrow(OutboundRefused);
    expect(server.connections()).toBe(0);
  });

  test.each([
    ['alone', [INWARD]],
    ['behind a public one', ['8.8.8.8', INWARD]],
    ['before a public one', [INWARD, '8.8.8.8']],
    ['of another family', ['8.8.8.8', '::1']],
    ['mapped into IPv6', ['::ffff:127.0.0.1']],
    ['on the local network', ['192.168.1.1']],
  ])('is refused where a name resolves to it %s, in words that don’t tell it', async (_, addresses) => {
    const server = await aServer();
    const { outbound } = aNetwork({ 'inward.example': resolved(...addresses) });
    const error = await failure(
      outbound.request({ url: `http://inward.example:${server.port}/`, ...modest }),
    );
    expect(error).toBeInstanceOf(OutboundRefused);
    expect(error).toHaveProperty('message', 'inward.example was not found on the public internet.');
    expect(server.connections()).toBe(0);
  });

  test('is refused although it was public when the server looked before', async () => {
    const server = await aServer();
    const names = { 'rebinding.example': resolved('8.8.8.8') };
    const { outbound, lookup } = aNetwork(names);
    expect(await lookup('rebinding.example')).toEqual(resolved('8.8.8.8'));
    expect(outbound.check(`http://rebinding.example:${server.port}/`).hostname).toBe('rebinding.example');
    names['rebinding.example'] = resolved(INWARD);
    const error = await failure(
      outbound.request({ url: `http://rebinding.example:${server.port}/`, ...modest }),
    );
    expect(error).toBeInstanceOf(OutboundRefused);
    expect(server.connections()).toBe(0);
  });

  test('is refused by the system’s own names', async () => {
    const server = await aServer();
    const outbound = new OutboundHttp({ allowHosts: [] });
    for (const name of ['localhost', 'LOCALHOST']) {
      const error = await failure(outbound.request({ url: `http://${name}:${server.port}/`, ...modest }));
      expect(error).toBeInstanceOf(OutboundRefused);
    }
    expect(server.connections()).toBe(0);
    await outbound.close();
  });

  test('sounds like a name that doesn’t exist', async () => {
    const { outbound } = aNetwork({ 'db.internal': resolved('10.0.0.5') });
    const [inward, unknown] = await Promise.all(
      ['db.internal', 'no.internal'].map((host) =>
        failure(outbound.request({ url: `http://${host}/`, ...modest })),
      ),
    );
    const sentence = (error: unknown) => String((error as Error).message).replace(/^\S+/u, 'It');
    expect(sentence(inward)).toBe(sentence(unknown));
  });
});

describe('an allowed host', () => {
  test('is called at its port, and looked up once', async () => {
    const server = await aServer();
    const { outbound, lookedUp } = aNetwork({ 'hooks.internal': resolved(INWARD) }, [
      `hooks.internal:${server.port}`,
    ]);
    const url = `http://hooks.internal:${server.port}/a?b`;
    const answer = await outbound.request({
      url,
      method: 'POST',
      headers: { 'KaiVox-Delivery': '1' },
      body: '{"a":1}',
      ...modest,
    });
    expect(answer).toMatchObject({ status: 200, body: Buffer.from('ok') });
    expect(server.heard).toMatchObject([
      {
        method: 'POST',
        path: '/a?b',
        body: '{"a":1}',
        headers: { 'kaivox-delivery': '1', 'user-agent': 'KaiVox' },
      },
    ]);
    expect(lookedUp).toEqual(['hooks.internal']);
  });

  test('is looked up anew by every request', async () => {
    const server = await aServer();
    const names = { 'hooks.internal': resolved(INWARD) };
    const { outbound, lookedUp } = aNetwork(names, [`hooks.internal:${server.port}`]);
    for (let time = 0; time < 2; time++) {
      await outbound.request({ url: `http://hooks.internal:${server.port}/`, ...modest });
    }
    expect(lookedUp).toHaveLength(2);
    expect(server.heard.map(({ headers }) => headers.connection)).toEqual(['close', 'close']);
    expect(server.connections()).toBe(2);
  });

  test('may be an IP address', async () => {
    const server = await aServer();
    const { outbound } = aNetwork({}, [`127.0.0.1:${server.port}`]);
    await expect(
      outbound.request({ url: `http://2130706433:${server.port}/`, ...modest }),
    ).resolves.toMatchObject({
      status: 200,
    });
  });

  test('is refused at another port', async () => {
    const server = await aServer();
    const { outbound } = aNetwork({ 'hooks.internal': resolved(INWARD) }, [
      'hooks.internal',
      `hooks.internal:1`,
    ]);
    const error = await failure(
      outbound.request({ url: `http://hooks.internal:${server.port}/`, ...modest }),
    );
    expect(error).toBeInstanceOf(OutboundRefused);
    expect(server.connections()).toBe(0);
  });

  test.each([
    'file:///etc/passwd',
    'ftp://hooks.internal/',
    'gopher://hooks.internal/',
    'data:text/plain,x',
    'hooks.internal',
    '',
    'http://user:password@hooks.internal/',
    'http://user@hooks.internal/',
  ])('doesn’t lift any other rule: %s', async (url) => {
    const { outbound, lookedUp } = aNetwork({ 'hooks.internal': resolved(INWARD) }, ['hooks.internal']);
    expect(await failure(outbound.request({ url, ...modest }))).toBeInstanceOf(OutboundRefused);
    expect(lookedUp).toEqual([]);
  });
});

test('a socket is opened to no private address, whichever capability asks', async () => {
  const server = await aServer();
  const { lookup } = aNetwork({ 'inward.example': resolved(INWARD) });
  const connect = checkedConnect(lookup, () => false);
  for (const hostname of [INWARD, '::1', '::ffff:127.0.0.1', 'inward.example']) {
    const error = await new Promise((resolve) =>
      connect({ hostname, protocol: 'http:', port: `${server.port}` }, (...[refusal]) => resolve(refusal)),
    );
    expect(error).toBeInstanceOf(OutboundRefused);
  }
  expect(server.connections()).toBe(0);
});

test('a port where no server listens has failed, and may be tried again', async () => {
  const { outbound } = aNetwork({}, ['127.0.0.1:1']);
  const error = await failure(outbound.request({ url: 'http://127.0.0.1:1/', ...modest }));
  expect(error).toBeInstanceOf(OutboundFailed);
  expect(error).toHaveProperty('message', '127.0.0.1 refused the connection.');
});
