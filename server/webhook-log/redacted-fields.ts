/** A field as it came; null for what is no plain value. */
export type RedactedField = [name: string, value: string | string[] | null];

export type RedactedFields = {
  /** Null where nothing could be read. */
  fields: RedactedField[] | null;
  /** Whether something was left out for its length. */
  isCut: boolean;
};

const MOST_FIELDS = 80;
const LONGEST_NAME = 100;
/** As much as is kept of what a caller said. */
const LONGEST_VALUE = 5_000;
/** Characters in all. */
const MOST_TEXT = 20_000;
const MOST_VALUES = 10;

const HIDDEN = '••••';
/** `k` is the key in our own addresses. */
const SECRET = /^k$|pass(word|wd|phrase)|secret|signature|nonce|token|api[-_]?key|authori[sz]ation|cookie/i;
const RECORDING = /record/i;

/**
 * What of a webhook's fields may be kept: no secrets, no address that is all it takes to listen to a recording, and
 * nothing that PostgreSQL doesn't take. Pure.
 */
export function redactedFields(decoded: unknown): RedactedFields {
  if (typeof decoded !== 'object' || decoded === null || Array.isArray(decoded)) {
    return { fields: null, isCut: false };
  }
  const entries = Object.entries(decoded);
  const fields: RedactedField[] = [];
  let isCut = entries.length > MOST_FIELDS;
  let room = MOST_TEXT;
  const cut = (text: string, most: number): string => {
    const kept = storable(text).slice(0, Math.min(most, room)).toWellFormed();
    if (kept.length < text.length) isCut ||= text.length > Math.min(most, room);
    room -= kept.length;
    return kept;
  };
  for (const [name, value] of entries.slice(0, MOST_FIELDS)) {
    if (room <= 0) return { fields, isCut: true };
    const keep = (text: string) => cut(shown(name, text), LONGEST_VALUE);
    const key = cut(name, LONGEST_NAME);
    fields.push([key, keptValue(value, keep)]);
  }
  return { fields, isCut };
}

function keptValue(value: unknown, keep: (text: string) => string): RedactedField[1] {
  if (Array.isArray(value))
    return value
      .filter(isPlain)
      .slice(0, MOST_VALUES)
      .map((each) => keep(String(each)));
  return isPlain(value) ? keep(String(value)) : null;
}

const isPlain = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);

/** PostgreSQL's text holds neither NUL nor lone surrogates. */
const storable = (text: string): string => text.replaceAll('\0', '').toWellFormed();

function shown(name: string, value: string): string {
  if (SECRET.test(name)) return value === '' ? '' : HIDDEN;
  if (!/^\s*https?:\/\//i.test(value)) return value;
  const url = URL.parse(value.trim());
  if (!url) return HIDDEN;
  if (RECORDING.test(name)) return `${url.origin}/${HIDDEN}`;
  return `${url.origin}${url.pathname}${url.search && `?${HIDDEN}`}`;
}
