/**
 * All that XML 1.0 can't carry, even escaped ("Char", section 2.2 of the recommendation), and U+FFFD: it stands for what
 * was lost on the way, can't be spoken, and some parsers warn of it.
 */
const NOT_IN_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFC}\u{10000}-\u{10FFFF}]/gu;

/** A text without what XML can't carry: control characters, lone surrogates, U+FFFE and U+FFFF. */
export function carriable(text: string): string {
  // A parser turns every end of line into \n anyway.
  return text.replace(/\r\n?/g, '\n').replace(NOT_IN_XML, '');
}

/** As much of a text as fits into `maxBytes` of escaped UTF-8, cut after a sentence or a word where that loses little. */
export function fitting(text: string, maxBytes: number): string {
  let bytes = 0;
  let end = 0;
  for (const character of text) {
    bytes += escapedBytes(character);
    if (bytes > maxBytes) return cutWell(text.slice(0, end));
    end += character.length;
  }
  return text;
}

function escapedBytes(character: string): number {
  if (character === '&') return '&amp;'.length;
  if (character === '<' || character === '>') return '&lt;'.length;
  return Buffer.byteLength(character);
}

/** Ends where a listener would expect it, unless that drops more than half. */
function cutWell(text: string): string {
  const sentences = /^[\s\S]*[.!?।](?=\s)/u.exec(text)?.[0] ?? '';
  const words = /^[\s\S]*\S(?=\s)/u.exec(text)?.[0] ?? '';
  return [sentences, words].find(({ length }) => length > text.length / 2) ?? text;
}
