import { promises as dns, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import type { Destination } from './allowed-hosts.ts';
import { notFoundPublicly, OutboundRefused } from './outbound-error.ts';
import { isPublicAddress } from './public-address.ts';

/** Every address of a name. @throws where it has none */
export type Lookup = (hostname: string) => Promise<LookupAddress[]>;

export const systemLookup: Lookup = (hostname) => dns.lookup(hostname, { all: true });

/**
 * Connects to public addresses only. They are checked as the socket asks for them: what a name resolved to earlier, or
 * resolves to later, is never connected to. One private address among public ones is enough to refuse.
 */
export function checkedConnect(
  lookup: Lookup,
  isAllowed: (destination: Destination) => boolean,
): buildConnector.connector {
  const anywhere = buildConnector({ allowH2: false, lookup: lookingUp(lookup, () => true) });
  const outside = buildConnector({ allowH2: false, lookup: lookingUp(lookup, isPublicAddress) });
  return (options, callback) => {
    if (isAllowed(options)) return anywhere(options, callback);
    // An IP address in place of a name is never looked up.
    if (isIP(options.hostname) !== 0 && !isPublicAddress(options.hostname)) {
      return callback(new OutboundRefused(notFoundPublicly(options.hostname)), null);
    }
    return outside(options, callback);
  };
}

function lookingUp(lookup: Lookup, isFit: (address: string) => boolean): LookupFunction {
  return (hostname, { all, family }, callback) => {
    const found = lookup(hostname).then((addresses) => {
      if (!addresses.every(({ address }) => isFit(address)))
        throw new OutboundRefused(notFoundPublicly(hostname));
      const wanted = addresses.filter((each) => !family || familyOf(family) === each.family);
      const [first] = wanted;
      if (!first) throw new Error(`${hostname} has no address`);
      return { wanted, first };
    });
    found.then(
      ({ wanted, first }) => (all ? callback(null, wanted) : callback(null, first.address, first.family)),
      (error: unknown) => callback(error as NodeJS.ErrnoException, ''),
    );
  };
}

const familyOf = (family: number | 'IPv4' | 'IPv6') =>
  family === 'IPv4' ? 4 : family === 'IPv6' ? 6 : family;
