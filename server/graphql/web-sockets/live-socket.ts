import type { WebSocket as GraphqlSocket } from 'graphql-ws';
import type { WebSocket } from 'ws';
import type { Log } from '../../infra/log.ts';

export type SocketTuning = {
  /** How often a client is asked for a sign of life; one that gave none until the next time is cut off. */
  keepAliveMs: number;
  /** What may wait to be sent to one client, in bytes. */
  maxBufferedBytes: number;
};

/** What a close frame may wait for behind other messages. */
const LAST_WORD_MS = 2_000;

/** Of RFC 6455's registry, and of graphql-transport-ws. Clients of the latter don't try again after 4401. */
export const CloseCode = { goingAway: 1001, tryAgainLater: 1013, unauthorized: 4401, internal: 4500 };

/** Closes politely, and without the client's help where that takes too long. */
export function closeSoon(socket: WebSocket, code: number, reason: string): void {
  socket.close(code, reason);
  const impatience = setTimeout(() => socket.terminate(), LAST_WORD_MS);
  socket.once('close', () => clearTimeout(impatience));
}

/**
 * One client's socket, as graphql-ws sees it. Messages are written without waiting, so that subscriptions never pile
 * up behind a slow client: its own buffer does, up to a bound, and then the client is cut off.
 */
export function liveSocket(socket: WebSocket, tuning: SocketTuning, log: Log): GraphqlSocket {
  keepAlive(socket, tuning.keepAliveMs);
  return {
    protocol: socket.protocol,
    send: (message) => {
      if (socket.readyState !== socket.OPEN) return;
      if (socket.bufferedAmount <= tuning.maxBufferedBytes) return socket.send(message);
      log.info('A WebSocket was cut off: its client does not read');
      closeSoon(socket, CloseCode.tryAgainLater, 'Messages are not read fast enough');
    },
    close: (code = CloseCode.internal, reason = '') => closeSoon(socket, code, reason),
    onMessage: (read) => {
      socket.on('message', (message) => {
        // Until the client agrees to a close it can still talk, but whose session has ended has no say.
        if (socket.readyState !== socket.OPEN) return;
        read(String(message)).catch((err: unknown) => {
          log.error({ err }, 'A GraphQL message could not be dealt with');
          closeSoon(socket, CloseCode.internal, 'Internal server error');
        });
      });
    },
  };
}

function keepAlive(socket: WebSocket, everyMs: number): void {
  let isAlive = true;
  socket.on('pong', () => {
    isAlive = true;
  });
  const asking = setInterval(() => {
    if (!isAlive) return socket.terminate();
    isAlive = false;
    socket.ping();
  }, everyMs);
  socket.once('close', () => clearInterval(asking));
}
