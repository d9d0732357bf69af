import { useHotkeys } from '@mantine/hooks';
import { defaultRangeExtractor, type Range } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { Row } from './operations.ts';

const PAGE = 10;

export const linkId = (callId: string): string => `call-${callId}`;

/**
 * One row of the list takes part in the tab order; arrow keys go from row to row while the focus is there, and j and
 * k from anywhere. The row with the focus stays on the page wherever the list is scrolled.
 */
export function useListKeys(calls: readonly Row[], scrollTo: (index: number) => void) {
  const [activeId, setActiveId] = useState<string>();
  const isFocusWanted = useRef(false);
  const found = useMemo(() => calls.findIndex(({ id }) => id === activeId), [calls, activeId]);
  const active = Math.max(found, 0);
  const go = (index: number) => {
    const to = Math.min(Math.max(index, 0), calls.length - 1);
    const call = calls[to];
    if (!call) return;
    isFocusWanted.current = true;
    setActiveId(call.id);
    scrollTo(to);
    // Already there, and nothing is drawn anew.
    document.getElementById(linkId(call.id))?.focus({ preventScroll: true });
  };
  useEffect(() => {
    const link = isFocusWanted.current && activeId ? document.getElementById(linkId(activeId)) : null;
    if (!link) return;
    isFocusWanted.current = false;
    link.focus({ preventScroll: true });
  });
  useHotkeys([
    ['j', () => go(found < 0 ? 0 : active + 1)],
    ['k', () => go(active - 1)],
  ]);
  const moves: Record<string, number> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + PAGE,
    PageUp: active - PAGE,
    Home: 0,
    End: calls.length - 1,
  };
  return {
    onKeyDown: (event: KeyboardEvent) => {
      const to = moves[event.key];
      if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      go(to);
    },
    /** The rows to draw: those in sight, and the active one. */
    drawn: (range: Range): number[] => {
      const inSight = defaultRangeExtractor(range);
      return active >= calls.length || inSight.includes(active)
        ? inSight
        : [...inSight, active].sort((one, other) => one - other);
    },
    tabIndexOf: (index: number): 0 | -1 => (index === active ? 0 : -1),
    /** Stays the same, so that rows needn't be drawn anew. */
    onFocus: setActiveId,
  };
}
