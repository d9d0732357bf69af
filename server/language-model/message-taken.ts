import { assertNever } from '../../shared/assert-never.ts';
import type { Line } from './briefing.ts';
import { followCall } from './scripted/call.ts';
import type { Thread } from './scripted/thread.ts';

/** What a caller left for the business to do. */
export type RequestTaken = {
  kind: 'APPOINTMENT' | 'CANCELLATION' | 'CALL_BACK';
  /** As the caller told it. */
  name?: string;
  /** In the caller's own words, line after line. */
  wish: string;
};

const LONGEST = 1_000;

/**
 * What a call left to be done, in the order in which it was said; also what the caller hung up on halfway. Read from
 * the transcript: whole where the scripted receptionist asked and noted it, and from a language model's call the
 * request itself and the name, where the caller stated it ("My name is …").
 */
export function requestsTaken(lines: readonly Line[]): RequestTaken[] {
  const { noted, open } = followCall(lines);
  return [...noted, ...(open ? [open] : [])].map(({ topic, name, words }) => ({
    kind: kindOf(topic),
    ...(name === undefined ? {} : { name }),
    wish: words.join('; ').slice(0, LONGEST).toWellFormed(),
  }));
}

function kindOf(topic: Thread['topic']): RequestTaken['kind'] {
  switch (topic) {
    case 'BOOK':
    case 'CHANGE':
      return 'APPOINTMENT';
    case 'CANCEL':
      return 'CANCELLATION';
    case 'HUMAN':
    case 'COMPLAINT':
    case 'QUESTION':
    case 'URGENT':
      return 'CALL_BACK';
    default:
      return assertNever(topic);
  }
}
