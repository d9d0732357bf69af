/** A stretch of text, and on which side of a comparison it stands. */
export type Piece = { kind: 'same' | 'removed' | 'added'; text: string };

/** Beyond this many pairs of parts to compare, a text counts as replaced whole: nobody would read such a difference. */
const MOST_PAIRS = 4_000_000;

/** What was done to a text, word by word where it is one line and line by line where it has more. */
export function difference(from: string, to: string): Piece[] {
  const isLong = from.includes('\n') || to.includes('\n');
  return between(partsOf(from, isLong), partsOf(to, isLong));
}

/** Each part with what separates it from the next, so that they add up to the text. */
function partsOf(text: string, byLine: boolean): string[] {
  return text.match(byLine ? /[^\n]*\n|[^\n]+/g : /\s*\S+|\s+/g) ?? [];
}

function between(from: readonly string[], to: readonly string[]): Piece[] {
  let start = 0;
  while (start < from.length && start < to.length && from[start] === to[start]) start += 1;
  let end = 0;
  while (end < Math.min(from.length, to.length) - start && from.at(-1 - end) === to.at(-1 - end)) end += 1;
  const middle = changed(from.slice(start, from.length - end), to.slice(start, to.length - end));
  return joined([
    { kind: 'same', text: from.slice(0, start).join('') },
    ...middle,
    { kind: 'same', text: from.slice(from.length - end).join('') },
  ]);
}

/** By the longest common subsequence: the most that can have stayed as it was. */
function changed(from: readonly string[], to: readonly string[]): Piece[] {
  if (from.length * to.length > MOST_PAIRS) {
    return [
      { kind: 'removed', text: from.join('') },
      { kind: 'added', text: to.join('') },
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
  while (i < from.length || j < to.length) {
    if (i < from.length && j < to.length && from[i] === to[j]) {
      pieces.push({ kind: 'same', text: from[i] ?? '' });
      i += 1;
      j += 1;
    } else if (j >= to.length || (i < from.length && at(i + 1, j) >= at(i, j + 1))) {
      pieces.push({ kind: 'removed', text: from[i] ?? '' });
      i += 1;
    } else {
      pieces.push({ kind: 'added', text: to[j] ?? '' });
      j += 1;
    }
  }
  return pieces;
}

/** Neighbours of one kind as one, and what was removed before what came instead. */
function joined(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  let [removed, added] = ['', ''];
  const flush = () => {
    if (removed) result.push({ kind: 'removed', text: removed });
    if (added) result.push({ kind: 'added', text: added });
    [removed, added] = ['', ''];
  };
  for (const { kind, text } of pieces) {
    if (text === '') continue;
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else {
      flush();
      const last = result.at(-1);
      if (last?.kind === 'same') last.text += text;
      else result.push({ kind, text });
    }
  }
  flush();
  return result;
}
