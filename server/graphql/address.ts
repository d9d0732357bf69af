import type { IncomingMessage } from 'node:http';

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/**
 * Where a request came from, as Express's `req.ip` with 'trust proxy' set to 'loopback' has it for requests that
 * never pass through Express: only a proxy on this machine is believed about another client's address.
 */
export function addressOf({
  socket,
  headers,
}: Pick<IncomingMessage, 'headers'> & { socket: { remoteAddress?: string | undefined } }): string {
  const forwarded = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((address) => address.trim());
  const nearestFirst = [socket.remoteAddress ?? '', ...forwarded.filter(Boolean).reverse()];
  return nearestFirst.find((address) => !LOOPBACK.test(address)) ?? nearestFirst.at(-1) ?? '';
}
