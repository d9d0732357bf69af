import { Skeleton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failed } from '../../ui/states.tsx';
import type { CallFeed, FeedState } from './call-feed.ts';
import classes from './call-list.module.css';
import { CallRow } from './call-row.tsx';
import { useKeptPlace } from './use-kept-place.ts';
import { useListKeys } from './use-list-keys.ts';
import { useRowWords } from './use-row-words.ts';

/** The header of the page lies above what scrolls, in pixels. */
const HEADER = 64;
const ROW = 60;
const CARD = 132;
/** So many rows before the end, the next page is asked for. */
const AHEAD = 40;

/** Only the calls in sight are on the page, however many there are. */
export function CallList({ feed, state }: { feed: CallFeed; state: FeedState }) {
  const { t } = useTranslation('calls');
  const hasRoom = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false });
  const say = useRowWords();
  const { calls, total, hasMore, error } = state;
  const list = useRef<HTMLUListElement>(null);
  const scrollMargin = useTopOf(list);
  const rowHeight = hasRoom ? ROW : CARD;
  const keys = useListKeys(calls, (index) => virtualizer.scrollToIndex(index, { align: 'auto' }));
  // The same while the calls are, or every row would be measured anew for every one that is scrolled.
  const keyOf = useCallback((index: number) => calls[index]?.id ?? index, [calls]);
  const virtualizer = useWindowVirtualizer({
    count: calls.length,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollMargin,
    scrollPaddingStart: HEADER,
    scrollPaddingEnd: 8,
    getItemKey: keyOf,
    initialOffset: () => feed.offset,
    // Calls that come in are seen by a user who looks at the newest, and move nothing for one who reads further down.
    anchorTo: feed.offset > scrollMargin ? 'end' : 'start',
    rangeExtractor: keys.drawn,
  });
  useEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);
  useKeptPlace(feed);
  const isNearEnd = hasMore && (virtualizer.range?.endIndex ?? 0) >= calls.length - AHEAD;
  useEffect(() => {
    if (isNearEnd && error === undefined) void feed.more();
  }, [feed, isNearEnd, error, calls.length]);
  return (
    <>
      <ul
        ref={list}
        aria-label={t('list')}
        className={classes.list}
        style={{ height: virtualizer.getTotalSize() }}
        onKeyDown={keys.onKeyDown}
      >
        {virtualizer.getVirtualItems().map(({ index, start, size }) => {
          const call = calls[index];
          return (
            call && (
              <li
                key={call.id}
                className={classes.item}
                aria-setsize={total ?? -1}
                aria-posinset={index + 1}
                style={{ height: size, transform: `translateY(${start - scrollMargin}px)` }}
              >
                <CallRow
                  call={call}
                  words={say(call)}
                  isCard={!hasRoom}
                  tabIndex={keys.tabIndexOf(index)}
                  onFocus={keys.onFocus}
                />
              </li>
            )
          );
        })}
      </ul>
      {hasMore && error === undefined && <Skeleton height={rowHeight - 8} aria-hidden />}
      {error !== undefined && <Failed error={error} retry={() => void feed.more()} />}
    </>
  );
}

/** How far down the page something begins, in pixels; what stands above may come, go, or wrap. */
function useTopOf(element: React.RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const place = () => {
      const box = element.current?.getBoundingClientRect();
      if (box) setTop(Math.round(box.top + window.scrollY));
    };
    place();
    const page = new ResizeObserver(place);
    page.observe(document.body);
    return () => page.disconnect();
  }, [element]);
  return top;
}
