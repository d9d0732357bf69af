import { useLayoutEffect, useRef } from 'react';
import type { CallFeed } from './call-feed.ts';
import type { Row } from './operations.ts';

/**
 * Where the window stands in a list: found again on coming back to it, and kept when calls come in above.
 * @param first the index of the first row in sight
 */
export function useKeptPlace(feed: CallFeed, calls: readonly Row[], first: number, rowHeight: number): void {
  const seen = useRef<{ id: string; index: number }>(undefined);
  useLayoutEffect(() => {
    window.scrollTo(0, feed.offset);
    const remember = () => {
      feed.offset = window.scrollY;
    };
    window.addEventListener('scroll', remember, { passive: true });
    return () => window.removeEventListener('scroll', remember);
  }, [feed]);
  useLayoutEffect(() => {
    const before = seen.current;
    const isAtTop = first === 0;
    if (before && !isAtTop && calls[before.index]?.id !== before.id) {
      const moved = calls.findIndex(({ id }) => id === before.id) - before.index;
      if (moved > 0) window.scrollBy(0, moved * rowHeight);
    }
    const id = calls[first]?.id;
    seen.current = id === undefined ? undefined : { id, index: first };
  }, [calls, first, rowHeight]);
}
