import type { LookupAddress } from 'node:dns';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { type AddressInfo, isIPv6 } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { OutboundHttp } from '../../../../server/infra/outbound/outbound-http.ts';

type Heard = { method: string; path: string; headers: IncomingMessage['headers']; body: string };

/** A server on loopback, which remembers what it heard and who connected. */
export async function aServer(
  answer: RequestListener = (_, response) => response.end('ok'),
  host = '127.0.0.1',
) {
  const heard: Heard[] = [];
  let connections = 0;
  const server = createServer(async (request, response) => {
    const { method = '', url: path = '', headers } = request;
    heard.push({ method, path, headers, body: (await buffer(request)).toString() });
    answer(request, response);
  });
  server.on('connection', () => {
    connections += 1;
  });
  await once(server.listen(0, host), 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  return { port, heard, connections: () => connections };
}

/** Addresses as a resolver gives them. */
export const resolved = (...addresses: string[]): LookupAddress[] =>
  addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }));

/** An OutboundHttp among names of the test's own; the names looked up are remembered. */
export function aNetwork(names: Record<string, LookupAddress[]>, allowHosts: string[] = []) {
  const lookedUp: string[] = [];
  const lookup = async (hostname: string) => {
    lookedUp.push(hostname);
    const addresses = names[hostname];
    if (addresses) return addresses;
    throw Object.assign(new Error(`getaddrinfo ENOTFOUND ${hostname}`), { code: 'ENOTFOUND' });
  };
  const outbound = new OutboundHttp({ allowHosts, lookup });
  onTestFinished(() => outbound.close());
  return { outbound, lookup, lookedUp };
}

/** What most requests of the tests have in common. */
export const modest = { timeoutMs: 5_000, maxResponseBytes: 1_000, redirects: 'follow' } as const;
