import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { GraphQLSchema } from 'graphql';
import { handleProtocols, makeServer } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Viewer } from '../../auth/access.ts';
import { cookieToken } from '../../auth/sessions/session-cookie.ts';
import type { Log } from '../../infra/log.ts';
import type { WithinNetworks } from '../../infra/networks.ts';
import { addressOf } from '../address.ts';
import { subscribeWithFreshContexts } from '../fresh-context.ts';
import { MAX_BYTES } from '../limit-violation.ts';
import { bearerToken, type Sessions } from '../sessions.ts';
import { CloseCode, closeSoon, liveSocket, type SocketTuning } from './live-socket.ts';
import { type Announcements, SessionWatch } from './session-watch.ts';
import { formattedResult, operationOf, toldErrors } from './web-socket-operation.ts';

export type WebSocketTuning = Partial<SocketTuning> & {
  /** How often a connection's session is looked at again. */
  recheckMs?: number;
  /** How long a connection may stay without telling whose it is. */
  initWaitMs?: number;
};

export type WebSocketParts = {
  sessions: Sessions;
  notifications: Announcements;
  /** Which proxies are believed about the client's address. */
  isTrusted: WithinNetworks;
  log: Log;
  webSockets?: WebSocketTuning | undefined;
};

export type WebSockets = {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  stop(): Promise<void>;
};

const tuned = { keepAliveMs: 12_000, maxBufferedBytes: 1024 * 1024, recheckMs: 60_000, initWaitMs: 3_000 };

/** What one connection knows of itself. `viewer` is there from connection_init on. */
/** `cookie`: the token of a browser's own session, where the console asks. */
type Connection = { socket: WebSocket; address: string; cookie: string | undefined; viewer?: Viewer };

/** GraphQL over WebSocket, at /graphql, in the protocol graphql-transport-ws. */
export function createWebSockets(
  schema: GraphQLSchema,
  { sessions, notifications, isTrusted, log, webSockets }: WebSocketParts,
): WebSockets {
  const tuning = { ...tuned, ...webSockets };
  const watch = new SessionWatch(sessions, notifications, log, tuning.recheckMs);
  const server = new WebSocketServer({ noServer: true, maxPayload: MAX_BYTES, handleProtocols });

  const graphql = makeServer<{ authorization?: unknown }, Connection>({
    schema,
    connectionInitWaitTimeout: tuning.initWaitMs,
    subscribe: subscribeWithFreshContexts,
    context: ({ extra: { viewer, address } }) => ({ viewer, address }),
    onConnect: async ({ connectionParams, extra }) => {
      const token = bearerToken(connectionParams?.authorization) ?? extra.cookie;
      const viewer = token === undefined ? undefined : await sessions.viewerFor(token);
      if (token === undefined || !viewer) {
        closeSoon(extra.socket, CloseCode.unauthorized, 'Please sign in');
        return false;
      }
      extra.viewer = viewer;
      // A client that left meanwhile would be watched for ever.
      if (extra.socket.readyState !== extra.socket.OPEN) return false;
      const end = () => closeSoon(extra.socket, CloseCode.unauthorized, 'The session has ended');
      extra.socket.once('close', watch.add({ token, viewer, end }));
      return true;
    },
    onSubscribe: ({ extra, subscriptions }, _id, payload) =>
      operationOf(schema, payload, extra.viewer, Object.keys(subscriptions).length),
    onNext: (_context, _id, _payload, _args, result) => formattedResult(result, log),
    onError: (_context, _id, _payload, errors) => toldErrors(errors, log),
  });

  server.on('connection', (socket, request) => {
    // ws closes the connection by itself, with the code that fits, such as 1009 for a message that is too long.
    socket.on('error', (err) => log.debug({ err }, 'A WebSocket broke'));
    const closed = graphql.opened(liveSocket(socket, tuning, log), {
      socket,
      address: addressOf(request, isTrusted),
      cookie: cookieToken(request.headers),
    });
    socket.once('close', (code, reason) => {
      closed(code, String(reason)).catch((err: unknown) => log.error({ err }, 'A subscription did not end'));
    });
  });

  return {
    upgrade: (request, socket, head) => {
      if (request.url?.split('?')[0] === '/graphql')
        server.handleUpgrade(request, socket, head, (client) => server.emit('connection', client, request));
      else refuseUpgrade(socket);
    },
    stop: async () => {
      watch.stop();
      const closings = [...server.clients].map((client) => {
        closeSoon(client, CloseCode.goingAway, 'The server is stopping');
        return new Promise((resolve) => client.once('close', resolve));
      });
      server.close();
      await Promise.all(closings);
    },
  };
}

function refuseUpgrade(socket: Duplex): void {
  socket.on('error', () => socket.destroy());
  socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
}
