import { useHotkeys } from '@mantine/hooks';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { FollowUpStatus } from '../../graphql/generated/graphql.ts';
import type { FollowUp } from './operations.ts';

/** The button that bears a follow-up's title. */
export const titleId = (id: string): string => `follow-up-${id}`;

const STATUS_OF: Record<string, FollowUpStatus> = { d: 'DONE', x: 'DISMISSED', o: 'OPEN' };

/**
 * j and k go from one to the next, from anywhere; d, x and o settle the one with the focus. What leaves the list
 * hands the focus to the one after it.
 */
export function useFollowUpKeys(
  followUps: readonly FollowUp[],
  settle: (followUp: FollowUp, status: FollowUpStatus) => void,
) {
  const [activeId, setActiveId] = useState<string>();
  const next = useRef<{ leaving: string; id: string | undefined }>(undefined);
  const active = followUps.findIndex(({ id }) => id === activeId);
  const go = (index: number) => {
    const to = followUps[Math.min(Math.max(index, 0), followUps.length - 1)];
    if (to) document.getElementById(titleId(to.id))?.focus();
  };
  useHotkeys([
    ['j', () => go(active + 1)],
    ['k', () => go(active - 1)],
  ]);
  useEffect(() => {
    const waiting = next.current;
    if (!waiting || followUps.some(({ id }) => id === waiting.leaving)) return;
    next.current = undefined;
    if (waiting.id !== undefined) document.getElementById(titleId(waiting.id))?.focus();
  }, [followUps]);
  return {
    onFocus: setActiveId,
    /** The user settles it, and it leaves the list: the focus goes to its neighbour. */
    leave: (id: string) => {
      const index = followUps.findIndex((each) => each.id === id);
      next.current = { leaving: id, id: (followUps[index + 1] ?? followUps[index - 1])?.id };
    },
    onKeyDown: (event: KeyboardEvent) => {
      const status = STATUS_OF[event.key];
      const followUp = followUps[active];
      const isTyping = event.target instanceof Element && event.target.matches('input, textarea, select');
      if (!status || !followUp || isTyping || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      settle(followUp, status);
    },
  };
}
