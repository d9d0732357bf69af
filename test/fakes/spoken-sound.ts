/** What a wav begins with, as far as the tests look. */
const HEAD = Buffer.from('RIFF\x24\x08\0\0WAVEfmt ', 'latin1');
const MARK = Buffer.from('said:');

/** A sound in which these words are said: the fakes hear them. */
export const soundOf = (words: string): Buffer => Buffer.concat([HEAD, MARK, Buffer.from(words)]);

/** What is said in a sound made by `soundOf`; nothing in any other. */
export function wordsIn(sound: Buffer): string {
  const at = sound.indexOf(MARK);
  return at < 0 ? '' : sound.subarray(at + MARK.length).toString();
}
