import { once } from 'node:events';
import { afterAll } from 'vitest';
import { WebSocket } from 'ws';
import type { anOrchard } from './a-graphql-server.ts';

type Orchard = Awaited<ReturnType<typeof anOrchard>>;

/** A socket without a client's manners. */
export async function aRawSocket(
  { webSocketUrl }: Orchard,
  options: { accepted?: boolean; protocol?: string } = {},
) {
  const socket = new WebSocket(webSocketUrl, options.protocol ?? 'graphql-transport-ws');
  afterAll(() => socket.terminate());
  await once(socket, 'open');
  if (options.accepted ?? true) {
    socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: 'Bearer staff' } }));
    await once(socket, 'message');
  }
  const closed = once(socket, 'close').then(([code]: unknown[]) => code);
  return {
    socket,
    closed,
    say: (message: object | string) =>
      socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
  };
}
