import type { Router } from 'express';
import type { Log } from '../infra/log.ts';
import type { WithinNetworks } from '../infra/networks.ts';
import { createApollo } from './apollo.ts';
import { httpRoutes } from './http.ts';
import { openFields } from './required-rules.ts';
import { buildKaiVoxSchema } from './schema.ts';
import type { Sessions } from './sessions.ts';
import { formatOutside, formatSigningIn, nothingSchema } from './strangers.ts';
import type { Announcements } from './web-sockets/session-watch.ts';
import { createWebSockets, type WebSockets, type WebSocketTuning } from './web-sockets/web-sockets.ts';

export type GraphqlParts = {
  /** One instance of each resolver class; in the product, of every capability's. */
  resolvers: readonly object[];
  sessions: Sessions;
  /** Of sessions that have ended. */
  notifications: Announcements;
  /** Which proxies are believed about a WebSocket's client; Express is told the same. */
  isTrusted: WithinNetworks;
  log: Log;
  webSockets?: WebSocketTuning;
};

export type GraphqlServer = {
  /** GraphQL over HTTP, to be mounted at /graphql. */
  routes: Router;
  /** GraphQL over WebSocket: for the HTTP server's event 'upgrade'. */
  upgrade: WebSockets['upgrade'];
  /** Closes all WebSockets, which an HTTP server would otherwise wait for. Requests by HTTP still get their answers. */
  stop(): Promise<void>;
};

/** @throws Error where the resolvers don't make a schema, such as when one says nothing of who may use it */
export async function createGraphql(parts: GraphqlParts): Promise<GraphqlServer> {
  const schema = buildKaiVoxSchema(parts.resolvers);
  const open = openFields(parts.resolvers);
  const servers = {
    forUsers: createApollo(schema, parts.log),
    forSigningIn: createApollo(schema, parts.log, formatSigningIn(schema, open)),
    forStrangers: createApollo(nothingSchema, parts.log, formatOutside),
  };
  await Promise.all(Object.values(servers).map((server) => server.start()));
  const webSockets = createWebSockets(schema, parts);
  return {
    routes: httpRoutes(servers, open, parts.sessions),
    upgrade: webSockets.upgrade,
    stop: webSockets.stop,
  };
}
