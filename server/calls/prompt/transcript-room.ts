import type { Line } from '../../language-model/briefing.ts';
import { MAX_REPLY, MAX_TURNS } from '../budgets.ts';
import { onOneLine } from '../conversation/one-line.ts';

/** What a caller says in one turn, at the very most on average, in characters. */
const CALLERS_SHARE = 800;
/** All turns of the longest call: at two characters a token, which is Hindi, GPT-4o's 128,000 tokens still hold it. */
const ROOM = MAX_TURNS * (MAX_REPLY + CALLERS_SHARE);
const GIST_ROOM = 10_000;
const SHORTEST_GIST = 40;

/**
 * The call as it goes to the model: whole, up to as much as the model has room for; past that, the oldest lines
 * become one that holds the beginning of each. It is the caller's, since what callers say is never an instruction.
 */
export function withinRoom(lines: Line[]): Line[] {
  let room = ROOM;
  // The line to answer always goes, however long.
  let first = Math.max(0, lines.length - 1);
  room -= lines[first]?.text.length ?? 0;
  for (; first > 0; first -= 1) {
    room -= lines[first - 1]?.text.length ?? 0;
    if (room < 0) break;
  }
  if (first === 0) return lines;
  return [{ speaker: 'CALLER', text: gistOf(lines.slice(0, first)) }, ...lines.slice(first)];
}

function gistOf(lines: Line[]): string {
  const share = Math.max(SHORTEST_GIST, Math.floor(GIST_ROOM / lines.length));
  const said = lines.map(
    ({ speaker, text }) => `${speaker === 'CALLER' ? 'I' : 'You'}: ${onOneLine(text, share)}`,
  );
  return `(Earlier in this call, in short: ${said.join(' / ')})`;
}
