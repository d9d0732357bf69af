import type { NumberedLine } from '../../language-model/analyst.ts';

/** Of one line, in characters. */
const LONGEST_LINE = 2_000;
/** Of all that the caller said, in characters: what a talkative caller says in twenty minutes. */
const MOST_OF_CALLER = 20_000;

/**
 * The lines that the script reads of a call, so that no caller's words keep it busy: of each its beginning, and of the
 * caller's the oldest and the newest. Those in between stay, without words. Counted as they are when normalised, where
 * "ﷺ" is 18 letters.
 */
export function boundedLines(lines: readonly NumberedLine[]): NumberedLine[] {
  const cut = lines.map((line) => ({ ...line, text: beginningOf(line.text) }));
  const said = cut.filter(({ speaker }) => speaker === 'CALLER');
  const oldest = fitting(said, MOST_OF_CALLER / 2);
  const newest = fitting(said.toReversed(), MOST_OF_CALLER - lengthOf(oldest));
  const kept = new Set([...oldest, ...newest]);
  return cut.map((line) => (line.speaker === 'AGENT' || kept.has(line) ? line : { ...line, text: '' }));
}

/** As it was said where it is short enough, else normalised. */
function beginningOf(text: string): string {
  const beginning = text.slice(0, LONGEST_LINE).toWellFormed();
  const normal = beginning.normalize('NFKC');
  return normal.length <= LONGEST_LINE ? beginning : normal.slice(0, LONGEST_LINE).toWellFormed();
}

/** The first lines that fit into so many characters. */
function fitting(lines: readonly NumberedLine[], room: number): NumberedLine[] {
  let left = room;
  const end = lines.findIndex((line) => {
    left -= lengthOf([line]);
    return left < 0;
  });
  return end === -1 ? [...lines] : lines.slice(0, end);
}

const lengthOf = (lines: readonly NumberedLine[]) =>
  lines.reduce((sum, { text }) => sum + text.normalize('NFKC').length, 0);
