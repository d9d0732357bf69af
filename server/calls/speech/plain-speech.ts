const LINK = /!?\[([^\]]*)\]\([^)]*\)/gu;
const TAG = /<\/?[a-z][a-z0-9]*(?:\s[^<>=]*=[^<>]*)?\s?\/?>/giu;
const EMOJI =
  /\p{Extended_Pictographic}(?:[\u{FE0F}\u{1F3FB}-\u{1F3FF}]|\u{200D}(?=\p{Extended_Pictographic}))*|\p{Regional_Indicator}|[\u{FE0F}\u{20E3}\u{1F3FB}-\u{1F3FF}]/gu;
/** Formatting characters, which aren't spoken. Not the two joiners, which Indian scripts spell words with. */
const INVISIBLE = /[\u{AD}\u{200B}\u{200E}\u{200F}\u{202A}-\u{202E}\u{2060}\u{2066}-\u{2069}\u{FEFF}]/gu;
/** Also what PostgreSQL's JSON can't carry: U+0000 and lone surrogates. */
const UNSPEAKABLE = /[\p{Cc}\p{Cs}\u{FFFE}\u{FFFF}]/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  ...{
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    ensp: ' ',
    emsp: ' ',
    thinsp: ' ',
    shy: '',
  },
  ...{
    ndash: '–',
    mdash: '—',
    hellip: '…',
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    bull: ' ',
    middot: ' ',
  },
  ...{
    copy: '©',
    reg: '®',
    trade: '™',
    deg: '°',
    euro: '€',
    pound: '£',
    yen: '¥',
    cent: '¢',
    times: '×',
    zwj: '',
    zwnj: '',
  },
};
const ENTITY = /&(?:amp;)?(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/giu;

/** A star or a hash that is a key of the telephone: it stands alone where something is pressed. */
export const KEY = /(?<![^\s"'“‘(])([*#])(?![^\s"'”’),.!?;:।])/gu;
export const PRESSING =
  /\b(?:press|pressing|dial|enter|hit|push|type|tap|key|button)\b|दबा|डायल|बटन|\b(?:daba|dabaa|dabaye|dabayen|dabaiye|batan)/iu;
/** Stand for the two keys while markdown is taken out. */
const STAR = '\u{E000}';
const HASH = '\u{E001}';

/** What an entity stands for; a text that only looks like one stays as it is. */
function decoded(entity: string, decimal?: string, hex?: string, name?: string): string {
  if (name) return ENTITIES[name.toLowerCase()] ?? entity;
  const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
}

const keysKept = (text: string): string =>
  PRESSING.test(text) ? text.replace(KEY, (_, key) => (key === '*' ? STAR : HASH)) : text;

/** A text without what only makes sense on paper: markdown, tags, emoji, control characters, line breaks. */
export function plainSpeech(text: string): string {
  return (
    keysKept(text.replace(/[\u{E000}\u{E001}]/gu, ' ').replace(ENTITY, decoded))
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
      .replace(/(?<=(?:^|[^\p{L}\p{N}])[CFJ])#(?![\p{L}\p{N}])/gu, HASH)
      .replace(/[*`~#[\]{}\\]/gu, '')
      .replace(/[<>|]/gu, ' ')
      .replace(/\s+/gu, ' ')
      .replace(/ (?=[.,!?;:।]+(?: |$))/gu, '')
      .replaceAll(STAR, '*')
      .replaceAll(HASH, '#')
      .trim()
  );
}

export const isSpeakable = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);
