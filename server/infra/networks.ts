import { BlockList, isIP } from 'node:net';

/** What Express calls these networks (expressjs.com, "trust proxy"). */
const NAMED: ReadonlyMap<string, readonly string[]> = new Map([
  ['loopback', ['127.0.0.0/8', '::1/128']],
  ['linklocal', ['169.254.0.0/16', 'fe80::/10']],
  ['uniquelocal', ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7']],
]);

/** Networks as `address/prefix`, of IPv4 or IPv6. */
export type Networks = readonly string[];

/** Whether an address lies in some networks; what is no address lies in none. */
export type WithinNetworks = (address: string | undefined) => boolean;

/**
 * Networks as an operator writes them: addresses and CIDRs, parted by commas.
 * @param named also takes loopback, linklocal and uniquelocal, as Express names them
 * @returns undefined where one of them is none, or there are none
 */
export function readNetworks(text: string, { named = false } = {}): Networks | undefined {
  const words = text.split(',').flatMap((word) => word.trim() || []);
  const read = words.map((word) => (named && NAMED.get(word)) || networkIn(word));
  const known = read.filter((networks) => networks !== undefined);
  return known.length > 0 && known.length === words.length ? known.flat() : undefined;
}

/** Looks addresses up in networks. IPv4 in IPv6's clothes, as dual-stack sockets show it, is the same as without. */
export function within(networks: Networks): WithinNetworks {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', prefix] = network.split('/');
    list.addSubnet(address, Number(prefix), familyOf(address));
  }
  return (address) => {
    // A link-local address may name the interface that it is seen on.
    const plain = address?.replace(/%.*$/, '') ?? '';
    return isIP(plain) !== 0 && list.check(plain, familyOf(plain));
  };
}

function networkIn(word: string): Networks | undefined {
  const [, address = '', prefix] = /^([\da-f.:]+)(?:\/(\d{1,3}))?$/i.exec(word) ?? [];
  const longest = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  const length = prefix === undefined ? longest : Number(prefix);
  return length >= 0 && length <= longest ? [`${address}/${length}`] : undefined;
}

const familyOf = (address: string) => (address.includes(':') ? 'ipv6' : 'ipv4');
