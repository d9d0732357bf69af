import type { Secret } from '../../../infra/secrets.ts';
import { keyed } from '../door/address-key.ts';

/** What an address of ours carries to be told again when Vobiz asks it. */
type Parameters = Readonly<Record<string, string | number | undefined>>;

/** Makes the addresses to which one tenant's documents have Vobiz come back: absolute, with these parameters. */
export type InputAddress = (parameters?: Parameters) => string;

/**
 * The tenant's addresses for what callers say.
 * @param publicUrl without a trailing slash
 * @param key where Vobiz is known by it
 */
export function inputAddress(publicUrl: string, slug: string, key?: Secret): InputAddress {
  const address = keyed(`${publicUrl}/api/vobiz/${encodeURIComponent(slug)}/input`, key);
  const separator = key === undefined ? '?' : '&';
  return (parameters = {}) => {
    const query = Object.entries(parameters).flatMap(([name, value]) =>
      value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
    );
    return query.length === 0 ? address : `${address}${separator}${query.join('&')}`;
  };
}
