import { defaultPortOf } from './outbound-url.ts';

/** Where a connection goes. `port` may be empty: the protocol's own. */
export type Destination = { protocol: string; hostname: string; port: string };

/**
 * Says which destinations may resolve to private addresses.
 * @param allowHosts `host` or `host:port`, as in OUTBOUND_ALLOW_HOSTS. Without a port, the protocol's own is meant, 80 or
 * 443. IPv6 stands in brackets.
 */
export function allowing(allowHosts: readonly string[]): (destination: Destination) => boolean {
  const allowed = new Set(allowHosts.map((host) => host.toLowerCase()));
  return ({ protocol, hostname, port }) => {
    const host = hostname.includes(':') && !hostname.startsWith('[') ? `[${hostname}]` : hostname;
    const usual = defaultPortOf(protocol);
    const used = port || usual;
    return allowed.has(`${host}:${used}`) || (used === usual && allowed.has(host));
  };
}
