/** Parts that follow each other on one side of a comparison, or on both. */
export type Piece = { kind: 'same' | 'removed' | 'added'; parts: string[] };

/** Words carry the blanks before them; lines come without what ends them. */
export type Difference = { by: 'word' | 'line'; pieces: Piece[] };

/**
 * Beyond this many pairs of parts to compare, a text counts as replaced whole: an admin would not read such a
 * difference.
 */
const MOST_PAIRS = 4_000_000;

/** What was done to a text, word by word where it is one line and line by line where it has more. */
export function difference(from: string, to: string): Difference {
  const by = from.includes('\n') || to.includes('\n') ? 'line' : 'word';
  const partsOf = (text: string) => (by === 'line' ? linesOf(text) : (text.match(/\s*\S+|\s+/g) ?? []));
  return { by, pieces: joined(between(partsOf(from), partsOf(to))) };
}

const linesOf = (text: string): string[] => (text === '' ? [] : text.split('\n'));

function between(from: readonly string[], to: readonly string[]): Piece[] {
  let start = 0;
  while (start < from.length && start < to.length && from[start] === to[start]) start += 1;
  const shorter = Math.min(from.length, to.length);
  let end = 0;
  while (end < shorter - start && from.at(-1 - end) === to.at(-1 - end)) end += 1;
  return [
    { kind: 'same', parts: from.slice(0, start) },
    ...changed(from.slice(start, from.length - end), to.slice(start, to.length - end)),
    { kind: 'same', parts: from.slice(from.length - end) },
  ];
}

/** By the longest common subsequence: the most that can have stayed as it was. */
function changed(from: readonly string[], to: readonly string[]): Piece[] {
  if (from.length * to.length > MOST_PAIRS) {
    return [
      { kind: 'removed', parts: [...from] },
      { kind: 'added', parts: [...to] },
    ];
  }
  const width = to.length + 1;
  const common = new Uint16Array((from.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = from.length - 1; i >= 0; i -= 1) {
    for (let j = to.length - 1; j >= 0; j -= 1) {
      common[i * width + j] = from[i] === to[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  for (;;) {
    const [old, fresh] = [from[i], to[j]];
    if (old === undefined && fresh === undefined) return pieces;
    if (old !== undefined && old === fresh) {
      pieces.push({ kind: 'same', parts: [old] });
      i += 1;
      j += 1;
    } else if (old !== undefined && (fresh === undefined || at(i + 1, j) >= at(i, j + 1))) {
      pieces.push({ kind: 'removed', parts: [old] });
      i += 1;
    } else if (fresh !== undefined) {
      pieces.push({ kind: 'added', parts: [fresh] });
      j += 1;
    }
  }
}

/** Neighbours of one kind as one, and what was removed before what came instead. */
function joined(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  let removed: string[] = [];
  let added: string[] = [];
  const flush = () => {
    if (removed.length > 0) result.push({ kind: 'removed', parts: removed });
    if (added.length > 0) result.push({ kind: 'added', parts: added });
    [removed, added] = [[], []];
  };
  for (const { kind, parts } of pieces) {
    if (parts.length === 0) continue;
    if (kind === 'removed') removed.push(...parts);
    else if (kind === 'added') added.push(...parts);
    else {
      flush();
      const last = result.at(-1);
      if (last?.kind === 'same') last.parts.push(...parts);
      else result.push({ kind, parts: [...parts] });
    }
  }
  flush();
  return result;
}
