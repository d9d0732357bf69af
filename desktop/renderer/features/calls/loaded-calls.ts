import type { CallFilter } from '../../graphql/generated/graphql.ts';
import type { Row } from './operations.ts';

/** The newest part of a list of calls, as far as it was scrolled. */
export type LoadedCalls = {
  /** Newest first. */
  calls: readonly Row[];
  /** In all; null until it was counted. */
  total: number | null;
  hasMore: boolean;
  endCursor: string | null;
};

export type CallPage = Omit<LoadedCalls, 'total'> & { total?: number | undefined };

export const NONE_LOADED: LoadedCalls = { calls: [], total: null, hasMore: true, endCursor: null };

/** The next older page below what is there. A call that came up meanwhile isn't shown twice. */
export function withPage(loaded: LoadedCalls, { calls, total, hasMore, endCursor }: CallPage): LoadedCalls {
  const overlap = new Set(loaded.calls.slice(-calls.length).map(({ id }) => id));
  return {
    calls: [...loaded.calls, ...calls.filter(({ id }) => !overlap.has(id))],
    total: total ?? loaded.total,
    hasMore,
    endCursor,
  };
}

/** The newest page once more, after a while of not listening. Where it doesn't reach what is there, it is all there is. */
export function withNewest(loaded: LoadedCalls, page: CallPage): LoadedCalls {
  const known = new Set(loaded.calls.map(({ id }) => id));
  const reaches = page.calls.some(({ id }) => known.has(id)) || !page.hasMore;
  const total = page.total ?? loaded.total;
  if (!reaches) return { ...page, total };
  const fresh = new Set(page.calls.map(({ id }) => id));
  const oldest = page.calls.at(-1);
  // Within the page's reach it alone says what there is: what it lacks was erased, or no longer fits.
  const below = oldest ? loaded.calls.filter((call) => !fresh.has(call.id) && isOlder(call, oldest)) : [];
  if (!page.hasMore) return { ...page, total };
  return { ...loaded, calls: [...page.calls, ...below], total };
}

/** What became of one call. */
export function withCall(loaded: LoadedCalls, call: Row, fits: boolean): LoadedCalls {
  const { calls, total } = loaded;
  const place = calls.findIndex(({ id }) => id === call.id);
  if (place >= 0) {
    if (fits) return { ...loaded, calls: calls.with(place, call) };
    return { ...loaded, calls: calls.toSpliced(place, 1), total: total === null ? null : total - 1 };
  }
  if (!fits) return loaded;
  const older = calls.findIndex((other) => isOlder(other, call));
  // Beyond what was scrolled to, it comes with its page.
  if (older < 0 && loaded.hasMore) return loaded;
  const at = older < 0 ? calls.length : older;
  return { ...loaded, calls: calls.toSpliced(at, 0, call), total: total === null ? null : total + 1 };
}

/** Whether a call belongs to a list; what it says can't be told here. */
export function fitsIn(filter: CallFilter, call: Row): boolean {
  const { status, sentiment, intent, customerId, from, to } = filter;
  const startedAt = Date.parse(call.startedAt);
  return (
    (!status || call.status === status) &&
    (!sentiment || call.analysis?.sentiment === sentiment) &&
    (!intent || (call.analysis?.intents.includes(intent) ?? false)) &&
    (!customerId || call.customer?.id === customerId) &&
    (!from || startedAt >= Date.parse(from)) &&
    (!to || startedAt < Date.parse(to))
  );
}

const isOlder = (call: Row, than: Row): boolean => Date.parse(call.startedAt) < Date.parse(than.startedAt);
