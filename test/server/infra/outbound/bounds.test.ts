import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { OutboundFailed } from '../../../../server/infra/outbound/outbound-error.ts';
import { failure } from '../../fakes/listen.ts';
import { aNetwork, aServer, modest, resolved } from './a-network.ts';

/** A server that answers so, and how it is called. */
async function calling(answer: RequestListener) {
  const server = await aServer(answer);
  const { outbound } = aNetwork({ 'hooks.internal': resolved('127.0.0.1') }, [
    `hooks.internal:${server.port}`,
  ]);
  return { outbound, url: `http://hooks.internal:${server.port}/` };
}

test.each<[string, RequestListener]>([
  ['before its first byte', () => undefined],
  ['in the middle of its body', (_, response) => response.write('so far')],
  [
    'with a byte now and then',
    (_, response) => {
      const drip = setInterval(() => response.write('.'), 20);
      response.on('close', () => clearInterval(drip));
    },
  ],
])('an answer that hangs %s is given up in time', async (_, answer) => {
  const { outbound, url } = await calling(answer);
  const error = await failure(outbound.request({ url, ...modest, timeoutMs: 200 }));
  expect(error).toBeInstanceOf(OutboundFailed);
  expect(error).toHaveProperty('message', 'hooks.internal did not answer within 0.2 s.');
});

test('redirects and their waiting are within the same time', async () => {
  const { outbound, url } = await calling((request, response) => {
    setTimeout(() => response.writeHead(302, { location: `${request.url}.` }).end(), 100);
  });
  const error = await failure(outbound.request({ url, ...modest, timeoutMs: 250 }));
  expect(error).toHaveProperty('message', 'hooks.internal did not answer within 0.3 s.');
});

test.each<[string, RequestListener]>([
  ['says so', (_, response) => response.writeHead(200, { 'content-length': 1_001 }).end(Buffer.alloc(1_001))],
  [
    'comes in pieces',
    (_, response) => {
      response.write(Buffer.alloc(600));
      response.end(Buffer.alloc(600));
    },
  ],
  [
    'never ends',
    (_, response) => {
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(10_000)));
      };
      response.on('drain', more);
      more();
    },
  ],
])('a body that is too large is cut off, where it %s', async (_, answer) => {
  const { outbound, url } = await calling(answer);
  const error = await failure(outbound.request({ url, ...modest }));
  expect(error).toBeInstanceOf(OutboundFailed);
  expect(error).toHaveProperty('message', 'hooks.internal answered with more than 1000 bytes.');
});

test('a body of just the size is taken', async () => {
  const { outbound, url } = await calling((_, response) => response.end(Buffer.alloc(1_000)));
  expect((await outbound.request({ url, ...modest })).body).toHaveLength(1_000);
});

test('a connection that breaks in the body fails', async () => {
  const { outbound, url } = await calling((_, response) => {
    response.writeHead(200, { 'content-length': 100 }).write('so far', () => response.destroy());
  });
  const error = await failure(outbound.request({ url, ...modest }));
  expect(error).toHaveProperty('message', 'The connection to hooks.internal broke.');
});

test('a body can be read as it comes', async () => {
  const { outbound, url } = await calling((_, response) => {
    response.setHeader('content-type', 'audio/wav');
    response.end('sound');
  });
  const { headers, body } = await outbound.open({ url, ...modest });
  expect(headers['content-type']).toBe('audio/wav');
  expect((await buffer(body)).toString()).toBe('sound');
});

test('a body that its reader doesn’t want is given up with its connection', async () => {
  const closed = Promise.withResolvers<void>();
  const { outbound, url } = await calling((_, response) => {
    response.on('close', () => closed.resolve());
    response.write('so far');
  });
  const { body } = await outbound.open({ url, ...modest, timeoutMs: 600_000 });
  body.destroy();
  await Promise.all([once(body, 'close'), closed.promise]);
});

test('nothing is unpacked', async () => {
  const { outbound, url } = await calling((request, response) => {
    response.setHeader('content-encoding', 'gzip');
    response.end(`asked for ${request.headers['accept-encoding'] ?? 'nothing'}`);
  });
  expect((await outbound.request({ url, ...modest })).body.toString()).toBe('asked for nothing');
});
