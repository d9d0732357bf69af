import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { boundedServer, closeGracefully, listen } from '../../../server/infra/http.ts';

const TIMES = { headersMs: 200, requestMs: 400 };
const server = boundedServer((request, response) => {
  request.resume().once('end', () => response.end('whole'));
}, TIMES);
const port = await listen(server, '127.0.0.1', 0);
afterAll(() => closeGracefully(server, 1_000));

/** A client that says something, and then a letter at a time. @returns what it heard until its connection ended */
async function slowClient(first: string, drop: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let heard = '';
  socket.on('data', (data) => {
    heard += String(data);
  });
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  if (first) socket.write(first);
  const dripping = setInterval(() => {
    if (drop && socket.writable) socket.write(drop);
  }, 20);
  await once(socket, 'close');
  clearInterval(dripping);
  return heard;
}

test.each([
  ['headers that never end', 'GET / HTTP/1.1\r\nhost: x\r\nx: ', 'x'],
  ['a body that never ends', 'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 100000\r\n\r\n', 'x'],
  ['nothing', '', ''],
])('a client who sends %s is cut off', async (_, first, drop) => {
  expect(await slowClient(first, drop)).toMatch(/^(HTTP\/1.1 408 |$)/);
});

test('a client whose request is whole gets its answer', async () => {
  expect(await (await fetch(`http://127.0.0.1:${port}`, { method: 'POST', body: 'x' })).text()).toBe('whole');
});
