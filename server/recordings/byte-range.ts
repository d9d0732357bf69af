/** Bytes of a file, both ends included, as HTTP counts them. */
export type ByteRange = { start: number; end: number };

/**
 * What of a file a `Range` header asks for (RFC 9110, section 14). What can't be read, or asks for several pieces, may
 * be answered with the whole. Not by range-parser, which Express brings: it refuses a suffix that is longer than the
 * file, which asks for the whole, and a range whose end comes before its start, which is to be ignored.
 * @param size of the file in bytes, at least 1
 */
export function byteRange(header: string | undefined, size: number): ByteRange | 'whole' | 'unsatisfiable' {
  const asked = /^bytes=(\d*)-(\d*)$/u.exec(header?.replace(/\s/gu, '') ?? '');
  const [, first = '', last = ''] = asked ?? [];
  if (first === '' && last === '') return 'whole';
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length === 0 ? 'unsatisfiable' : { start: size - length, end: size - 1 };
  }
  const start = Number(first);
  if (last !== '' && Number(last) < start) return 'whole';
  if (start >= size) return 'unsatisfiable';
  return { start, end: last === '' ? size - 1 : Math.min(Number(last), size - 1) };
}
