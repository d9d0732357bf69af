import { isIPv6 } from 'node:net';

/**
 * What an address counts as, where attempts are counted: itself, or in IPv6 its /64, of which one household has all.
 * An IPv4 address in IPv6's clothes, as dual-stack sockets show it, is the same as without.
 */
export function networkOf(address: string): string {
  const plain = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
  if (!isIPv6(plain)) return plain;
  // A URL writes it in one way only: lower case, no leading zeros, IPv4's dots as groups.
  const canonical = URL.parse(`http://[${plain.replace(/%.*/, '')}]`)?.hostname.slice(1, -1) ?? plain;
  const [head = '', tail] = canonical.split('::');
  const groups = head.split(':').filter(Boolean);
  const after = tail?.split(':').filter(Boolean) ?? [];
  const zeros = Array<string>(Math.max(0, 8 - groups.length - after.length)).fill('0');
  return `${[...groups, ...zeros, ...after].slice(0, 4).join(':')}::/64`;
}

/** An address as the log has it: enough to tell one network from another, not to tell a person. */
export function maskedAddress(address: string): string {
  const network = networkOf(address);
  return network.replace(/\.\d+$/, '.x');
}
