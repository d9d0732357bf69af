/** What an address of ours carries to be told again when Vobiz asks it. */
type Parameters = Readonly<Record<string, string | number | undefined>>;

/** Makes the addresses to which one tenant's documents have Vobiz come back: absolute, with these parameters. */
export type InputAddress = (parameters?: Parameters) => string;

/** The tenant's addresses for what callers say. @param publicUrl without a trailing slash */
export function inputAddress(publicUrl: string, slug: string): InputAddress {
  const address = `${publicUrl}/api/vobiz/${encodeURIComponent(slug)}/input`;
  return (parameters = {}) => {
    const query = Object.entries(parameters).flatMap(([name, value]) =>
      value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
    );
    return query.length === 0 ? address : `${address}?${query.join('&')}`;
  };
}
