import { once } from 'node:events';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { anOrchard } from './a-graphql-server.ts';
import { aRawSocket } from './a-raw-socket.ts';
import { ticking } from './ticking.ts';

const TICKS = { query: 'subscription { ticks { number } }' };

test('a client that does not read is cut off instead of filling the memory', async () => {
  const orchard = await anOrchard({ webSockets: { maxBufferedBytes: 200_000 } });
  let sent = 0;
  orchard.happening.ticks = async function* () {
    for (; ; sent += 1) {
      yield { number: sent, load: 'x'.repeat(100_000) };
      await new Promise(setImmediate);
    }
  };
  const { socket, closed, say } = await aRawSocket(orchard);
  socket.pause();
  say({ type: 'subscribe', id: '1', payload: { query: 'subscription { ticks { load } }' } });
  await expect
    .poll(() =>
      orchard.logged().some(({ msg }) => msg === 'A WebSocket was cut off: its client does not read'),
    )
    .toBe(true);
  socket.resume();
  expect([1013, 1006]).toContain(await closed);
  // What the kernel takes, and what may wait here.
  expect(sent * 100_000).toBeLessThan(50_000_000);
});

test('a client that gives no sign of life is cut off', async () => {
  const orchard = await anOrchard({ webSockets: { keepAliveMs: 250 } });
  const { socket, closed } = await aRawSocket(orchard);
  const lively = await aRawSocket(orchard);
  socket.pong = () => undefined;
  expect(await closed).toBe(1006);
  await once(lively.socket, 'ping');
  expect(lively.socket.readyState).toBe(WebSocket.OPEN);
});

test.each([
  ['a message that is too long', `"${'x'.repeat(300_000)}"`, 1009],
  ['no JSON', '{', 4400],
  ['a type that there is not', { type: 'subscribed', id: '1' }, 4400],
  ['an id that is taken', undefined, 4409],
])('%s closes the connection', async (_, message, code) => {
  const orchard = await anOrchard();
  orchard.happening.ticks = () => ticking().events;
  const { closed, say } = await aRawSocket(orchard);
  if (message === undefined) for (const _ of [1, 2]) say({ type: 'subscribe', id: '1', payload: TICKS });
  else say(message);
  expect(await closed).toBe(code);
});

test('to ask before saying who one is closes the connection', async () => {
  const { closed, say } = await aRawSocket(await anOrchard(), { accepted: false });
  say({ type: 'subscribe', id: '1', payload: TICKS });
  expect(await closed).toBe(4401);
});

test('another protocol is not spoken', async () => {
  const { webSocketUrl } = await anOrchard();
  const socket = new WebSocket(webSocketUrl, 'graphql-ws');
  const failure = await once(socket, 'error').then(([error]: unknown[]) => error);
  expect(String(failure)).toContain('subprotocol');
});

test('a connection has room for 50 operations', async () => {
  const orchard = await anOrchard();
  orchard.happening.ticks = () => ticking().events;
  const { socket, say } = await aRawSocket(orchard);
  const refused = once(socket, 'message').then(([message]: unknown[]) => JSON.parse(String(message)));
  for (let id = 1; id <= 51; id += 1) say({ type: 'subscribe', id: `${id}`, payload: TICKS });
  expect(await refused).toMatchObject({
    id: '51',
    type: 'error',
    payload: [{ extensions: { code: 'BAD_REQUEST' } }],
  });
});

test('sockets are for /graphql', async () => {
  const { webSocketUrl } = await anOrchard();
  const socket = new WebSocket(`${webSocketUrl}/other`, 'graphql-transport-ws');
  const [failure] = (await once(socket, 'error')) as [Error];
  expect(failure.message).toContain('404');
});

test('a server that stops says good-bye to every client, and to none twice', async () => {
  const orchard = await anOrchard();
  const ticks = ticking();
  orchard.happening.ticks = () => ticks.events;
  const { closed, say } = await aRawSocket(orchard);
  say({ type: 'subscribe', id: '1', payload: TICKS });
  await ticks.subscribed;
  await orchard.stop();
  expect(await closed).toBe(1001);
  await ticks.left;
  await orchard.stop();
});
