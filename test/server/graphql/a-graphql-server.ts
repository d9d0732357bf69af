import { EventEmitter } from 'node:events';
import { createServer } from 'node:http';
import { Writable } from 'node:stream';
import express from 'express';
import { afterAll } from 'vitest';
import type { Viewer } from '../../../server/auth/access.ts';
import { createGraphql, type GraphqlParts } from '../../../server/graphql/server.ts';
import { closeGracefully, listen } from '../../../server/infra/http.ts';
import { createLog } from '../../../server/infra/log.ts';
import { readNetworks, within } from '../../../server/infra/networks.ts';
import { graphqlClient } from '../../support/graphql.ts';
import { asTenantId, asUserId } from '../../support/ids.ts';
import { type Happening, OrchardResolver } from './orchard.ts';

/** Users who may be signed in, by token. */
const VIEWERS: Record<'admin' | 'staff', Viewer> = {
  admin: {
    userId: asUserId('0b0c5a3e-0000-4000-8000-000000000001'),
    email: 'admin@kaivox.local',
    name: 'Admin',
    role: 'SUPER_ADMIN',
    tenantId: null,
    mustChangePassword: false,
    sessionId: 'aa',
  },
  staff: {
    userId: asUserId('0b0c5a3e-0000-4000-8000-000000000002'),
    email: 'staff@lotus.example',
    name: 'Staff',
    role: 'TENANT_STAFF',
    tenantId: asTenantId('0b0c5a3e-0000-4000-8000-000000000003'),
    mustChangePassword: false,
    sessionId: 'bb',
  },
};

/** An orchard's GraphQL over a real socket, until the file's last test. Tokens are `admin` and `staff`. */
export async function anOrchard(parts: Partial<GraphqlParts> = {}) {
  const happening: Happening = { failure: new Error('Nothing has failed.'), ticks: noTicks, greeted: [] };
  const viewers = new Map<string, Viewer>(Object.entries(VIEWERS));
  const announced = new EventEmitter();
  const lines: string[] = [];
  const isTrusted = within(readNetworks('loopback', { named: true }) ?? []);
  const graphql = await createGraphql({
    resolvers: [new OrchardResolver(happening)],
    sessions: { viewerFor: async (token) => viewers.get(token) },
    notifications: {
      on: (channel, listener) => {
        announced.on(channel, listener);
        return () => announced.off(channel, listener);
      },
      onReconnect: (listener) => {
        announced.on('reconnect', listener);
        return () => announced.off('reconnect', listener);
      },
    },
    log: createLog('debug', new Writable({ write: (line, _, done) => done(void lines.push(String(line))) })),
    isTrusted,
    ...parts,
  });
  const app = express().set('trust proxy', isTrusted).use('/graphql', graphql.routes);
  const server = createServer(app).on('upgrade', graphql.upgrade);
  const port = await listen(server, '127.0.0.1', 0);
  const stop = async () => {
    await graphql.stop();
    await closeGracefully(server, 1_000);
  };
  afterAll(stop);
  const origin = `http://127.0.0.1:${port}`;
  return {
    url: `${origin}/graphql`,
    webSocketUrl: `ws://127.0.0.1:${port}/graphql`,
    ask: graphqlClient(origin),
    happening,
    /** To be signed out, or changed. */
    viewers,
    /** As another transaction would, by NOTIFY. */
    announce: (channel: string, payload = '') => announced.emit(channel, payload),
    /** What was logged so far. */
    logged: () => lines.map((line): Record<string, unknown> => JSON.parse(line)),
    stop,
  };
}

async function* noTicks(): AsyncGenerator<{ number: number; load: string }> {}
