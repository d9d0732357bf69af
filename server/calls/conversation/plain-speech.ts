const LINK = /!?\[([^\]]*)\]\([^)]*\)/gu;
const TAG = /<\/?[a-z][a-z0-9]*(?:\s[^<>=]*=[^<>]*)?\s?\/?>/giu;
const EMOJI =
  /\p{Extended_Pictographic}(?:[\u{FE0F}\u{1F3FB}-\u{1F3FF}]|\u{200D}(?=\p{Extended_Pictographic}))*|\p{Regional_Indicator}|[\u{FE0F}\u{20E3}\u{1F3FB}-\u{1F3FF}]/gu;
/** Formatting characters, which aren't spoken. Not the two joiners, which Indian scripts spell words with. */
const INVISIBLE = /[\u{AD}\u{200B}\u{200E}\u{200F}\u{202A}-\u{202E}\u{2060}\u{2066}-\u{2069}\u{FEFF}]/gu;
/** Also what PostgreSQL's JSON can't carry: U+0000 and lone surrogates. */
const UNSPEAKABLE = /[\p{Cc}\p{Cs}\u{FFFE}\u{FFFF}]/gu;

/** A text without what only makes sense on paper: markdown, tags, emoji, control characters, line breaks. */
export function plainSpeech(text: string): string {
  return (
    text
      // First: what is taken out from between two halves of a character would make it whole.
      .replace(UNSPEAKABLE, ' ')
      .replace(INVISIBLE, '')
      .replace(EMOJI, ' ')
      .replace(LINK, '$1')
      .replace(TAG, ' ')
      .replace(/(?<=\d) ?\* ?(?=\d)/gu, ' times ')
      .replace(/#(?=\d)/gu, 'number ')
      .replace(/(?<![\p{L}\p{N}~])~(?=\d)/gu, 'about ')
      .replace(/(?<![\p{L}\p{N}_])_+|_+(?![\p{L}\p{N}_])/gu, '')
      .replace(/[*`~#[\]{}\\]/gu, '')
      .replace(/[<>|]/gu, ' ')
      .replace(/\s+/gu, ' ')
      .replace(/ (?=[.,!?;:।]+(?: |$))/gu, '')
      .trim()
  );
}

export const isSpeakable = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);
