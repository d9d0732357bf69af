/** A text on one line, so that nothing in it can pass for a heading or a line of its own, cut after `most` characters. */
export function onOneLine(text: string, most = Number.POSITIVE_INFINITY): string {
  const line = text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .toWellFormed();
  // Never between the halves of a surrogate pair.
  return line.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
}
