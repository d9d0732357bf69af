import { isIP } from 'node:net';
import { notFoundPublicly, OutboundRefused } from './outbound-error.ts';
import { isPublicAddress } from './public-address.ts';

const PROTOCOLS = new Map([
  ['http:', '80'],
  ['https:', '443'],
]);

export const defaultPortOf = (protocol: string): string | undefined => PROTOCOLS.get(protocol);

/** A URL's host without the brackets of IPv6. */
const bareHost = ({ hostname }: { hostname: string }): string => hostname.replace(/^\[|\]$/gu, '');

/**
 * Reads an address that we are asked to call. IP addresses come out in their usual form, whichever they had: 2130706433,
 * 0x7f.1 and 127.0.0.1 are one.
 * @throws OutboundRefused for another protocol than http and https, or with credentials in it
 */
export function outboundUrl(text: string): URL {
  const url = URL.parse(text);
  if (!url || defaultPortOf(url.protocol) === undefined) {
    throw new OutboundRefused('The address must begin with http:// or https://.');
  }
  if (url.username !== '' || url.password !== '') {
    throw new OutboundRefused('The address must not contain a user name or a password.');
  }
  return url;
}

/** @throws OutboundRefused where the host is an IP address that isn't public; names are looked up to know */
export function refusePrivateLiteral(url: URL): void {
  const host = bareHost(url);
  if (isIP(host) !== 0 && !isPublicAddress(host)) throw new OutboundRefused(notFoundPublicly(url.hostname));
}
