import type { Line } from '../../language-model/briefing.ts';
import { onOneLine } from '../conversation/one-line.ts';

/** Of all lines' room, what the beginnings of the oldest may take. */
const GIST_SHARE = 0.25;
const LONGEST_GIST = 10_000;
const SHORTEST_GIST = 40;

/**
 * The call as it goes to the model: whole, where it takes no more than `room` characters; past that, the oldest lines
 * become one that holds the beginning of each. It is the caller's, since what callers say is never an instruction.
 */
export function withinRoom(lines: Line[], room: number): Line[] {
  if (lines.reduce((sum, { text }) => sum + text.length, 0) <= room) return lines;
  const gistRoom = Math.min(LONGEST_GIST, Math.floor(room * GIST_SHARE));
  let left = room - gistRoom;
  const last = lines.at(-1);
  // The line to answer always goes; of an endless one, the beginning.
  const answered = last && last.text.length > left ? { ...last, text: cut(last.text, left) } : last;
  left -= answered?.text.length ?? 0;
  let first = lines.length - 1;
  for (; first > 0; first -= 1) {
    left -= lines[first - 1]?.text.length ?? 0;
    if (left < 0) break;
  }
  const latest = [...lines.slice(first, -1), ...(answered ? [answered] : [])];
  if (first <= 0) return latest;
  return [{ speaker: 'CALLER', text: gistOf(lines.slice(0, first), gistRoom) }, ...latest];
}

function gistOf(lines: Line[], room: number): string {
  const share = Math.max(SHORTEST_GIST, Math.floor(room / lines.length) - ' / You: '.length);
  const said = lines.map(
    ({ speaker, text }) => `${speaker === 'CALLER' ? 'I' : 'You'}: ${onOneLine(text, share)}`,
  );
  return `${cut(`(Earlier in this call, in short: ${said.join(' / ')}`, room - 1)})`;
}

/** In whole characters. */
const cut = (text: string, most: number): string => text.slice(0, most).replace(/[\uD800-\uDBFF]$/u, '');
