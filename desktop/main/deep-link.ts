const ID = /^[0-9a-f-]{36}$/i;

/**
 * The console's path for a link of ours: `kaivox://call/{id}`, also with `customer`.
 * @returns undefined for anything else; a link comes from anywhere, so nothing of it is used that isn't known
 */
export function pathOfLink(link: string): string | undefined {
  const url = URL.parse(link);
  if (url?.protocol !== 'kaivox:') return undefined;
  const [, id = ''] = url.pathname.split('/');
  if (!ID.test(id)) return undefined;
  if (url.host === 'call') return `/calls/${id}`;
  if (url.host === 'customer') return `/customers/${id}`;
  return undefined;
}

/** The link among the words that the system started us with, if any. */
export const linkIn = (words: readonly string[]): string | undefined =>
  words.find((word) => word.startsWith('kaivox://'));
