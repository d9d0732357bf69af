import type { Line } from '../briefing.ts';
import { readSaying } from './reading/saying.ts';

/** Several times what a caller says in a call of 100 turns. */
const MOST_WORDS = 2_000;

/**
 * The newest lines, with no more of the caller's words than a reply may take to read while all other calls wait: older
 * ones aren't looked at. Words as `readSaying` reads them, which bounds each line.
 */
export function recentLines(lines: readonly Line[]): readonly Line[] {
  let left = MOST_WORDS;
  const last = lines.findLastIndex(({ speaker, text }) => {
    if (speaker === 'CALLER') left -= readSaying(text).words.length;
    return left < 0;
  });
  return lines.slice(last + 1);
}
