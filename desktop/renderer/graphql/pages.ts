import type { FieldPolicy, Reference } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';

type Edge = { node: Reference };
type Pages = { edges: readonly Edge[]; pageInfo: { hasNextPage: boolean; endCursor: string } };

/**
 * A list that is loaded page by page. Where its first page is asked for again, as on coming back to it, the pages that
 * followed stay: who was far down is far down still.
 * @param keyArgs what tells one list from another
 */
export function pagesBy(keyArgs: string[]): FieldPolicy {
  const policy = relayStylePagination(keyArgs);
  return {
    ...policy,
    merge(existing: Pages | undefined, incoming: Pages, options) {
      const merged =
        typeof policy.merge === 'function'
          ? policy.merge(existing as never, incoming as never, options)
          : incoming;
      if (options.args?.after || !existing) return merged;
      const rest = following(existing.edges, incoming.edges);
      if (rest.length === 0) return merged;
      return { ...merged, edges: [...incoming.edges, ...rest], pageInfo: existing.pageInfo };
    },
  };
}

/** What came after a page that has been read again; nothing where its last entry wasn't known before. */
function following(known: readonly Edge[], page: readonly Edge[]): readonly Edge[] {
  const last = page.at(-1)?.node.__ref;
  const place = known.findIndex(({ node }) => node.__ref === last);
  return last === undefined || place === -1 ? [] : known.slice(place + 1);
}
