import { useLayoutEffect } from 'react';
import type { CallFeed } from './call-feed.ts';

/** Where the window stands in a list is found again on coming back to it. */
export function useKeptPlace(feed: CallFeed): void {
  useLayoutEffect(() => {
    window.scrollTo(0, feed.offset);
    const remember = () => {
      feed.offset = window.scrollY;
    };
    window.addEventListener('scroll', remember, { passive: true });
    return () => window.removeEventListener('scroll', remember);
  }, [feed]);
}
