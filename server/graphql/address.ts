import type { IncomingMessage } from 'node:http';
import type { WithinNetworks } from '../infra/networks.ts';

/**
 * Where a request came from, as Express's `req.ip` has it with the same proxies trusted, for requests that never pass
 * through Express: only a trusted proxy is believed about another client's address.
 */
export function addressOf(
  { socket, headers }: Pick<IncomingMessage, 'headers'> & { socket: { remoteAddress?: string | undefined } },
  isTrusted: WithinNetworks,
): string {
  const forwarded = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((address) => address.trim());
  const nearestFirst = [socket.remoteAddress ?? '', ...forwarded.filter(Boolean).reverse()];
  return nearestFirst.find((address) => !isTrusted(address)) ?? nearestFirst.at(-1) ?? '';
}
