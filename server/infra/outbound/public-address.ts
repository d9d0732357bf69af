import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** IPv4 that isn't for everybody: IANA's special-purpose registry, multicast, what is reserved, and one cloud's own. */
const notPublic: readonly (readonly [network: string, bits: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  // Link-local, and the metadata of most clouds at 169.254.169.254.
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  // Azure's own services answer every virtual machine here, within a network that is public otherwise.
  ['168.63.129.16', 32],
];
const refusedIPv4 = new BlockList();
for (const [network, bits] of notPublic) refusedIPv4.addSubnet(network, bits, 'ipv4');

/**
 * IPv6 is public in 2000::/3 alone, which leaves out loopback, unique local (fd00:ec2::254 among it), link-local,
 * multicast, IPv4 in disguise (::ffff:0:0/96) and NAT64 (64:ff9b::/96).
 */
const globalIPv6 = new BlockList();
globalIPv6.addSubnet('2000::', 3, 'ipv6');
const refusedIPv6 = new BlockList();
// Protocols, with Teredo (2001::/32) and ORCHID among them.
refusedIPv6.addSubnet('2001::', 23, 'ipv6');
refusedIPv6.addSubnet('2001:db8::', 32, 'ipv6');
// 6to4 leads to whatever IPv4 address it wraps.
refusedIPv6.addSubnet('2002::', 16, 'ipv6');
refusedIPv6.addSubnet('3fff::', 20, 'ipv6');

/** Whether an IP address is on the public internet. What is no address, isn't. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !refusedIPv4.check(address, 'ipv4');
  if (!isIPv6(address)) return false;
  return globalIPv6.check(address, 'ipv6') && !refusedIPv6.check(address, 'ipv6');
}
