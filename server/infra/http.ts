import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfigError } from './config.ts';

/** In milliseconds: how long a client may take for a request's headers, and for all of it with its body. */
export type RequestTimes = { headersMs: number; requestMs: number };

/** The longest request is 256 KB, of GraphQL; a webhook of Vobiz comes within a second. */
const TIMES: RequestTimes = { headersMs: 10_000, requestMs: 30_000 };

/**
 * A server that doesn't wait for clients who send a request byte by byte, or none: each would keep a connection, and
 * there are only so many. How long an answer takes isn't bounded by it.
 */
export const boundedServer = (
  listener: RequestListener,
  { headersMs, requestMs }: RequestTimes = TIMES,
): Server =>
  createServer(
    {
      headersTimeout: headersMs,
      requestTimeout: requestMs,
      connectionsCheckingInterval: Math.min(1_000, headersMs),
    },
    listener,
  );

/**
 * Begins to listen.
 * @returns the port, which the system chooses where `port` is 0
 * @throws ConfigError naming the variable that asks for what isn't to be had
 */
export async function listen(server: Server, host: string, port: number): Promise<number> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE')
      throw new ConfigError(`PORT ${port} is taken by another program; choose another PORT.`);
    if (code === 'EACCES')
      throw new ConfigError(`PORT ${port} needs rights that this user doesn't have; choose another.`);
    throw new ConfigError(`HOST ${host} is no address to listen on here (${String(code ?? error)}).`);
  }
  return (server.address() as AddressInfo).port;
}

const SWEEP_MS = 50;

/** Takes no new connections, lets running requests finish, and after `graceMs` breaks off what is left. */
export async function closeGracefully(server: Server, graceMs: number): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, 'close');
  server.close();
  // A connection that was busy a moment ago would else be kept for the client's next request.
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
  const impatience = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearInterval(sweep);
  clearTimeout(impatience);
}
