import { createHash } from 'node:crypto';
import { z } from 'zod';

/** PostgreSQL's text holds neither NUL nor lone surrogates; other control characters stand between words at best. */
const storable = (text: string): string => text.replace(/[\0\p{Cs}]/gu, '').replace(/\p{Cc}+/gu, ' ');

const scalar = z.union([z.string(), z.number(), z.boolean()]).transform((value) => storable(String(value)));

/** A name that was sent twice arrives as a list: the first value that says anything counts. */
const list = z
  .array(z.unknown())
  .transform((values) => values.flatMap((value) => scalar.safeParse(value).data?.trim() || [])[0] ?? '');

const body = z.record(z.string(), z.union([scalar, list]).catch('')).catch({});

/** A webhook's fields as text, whether they came as a form or as JSON. */
export class Fields {
  readonly #exact: ReadonlyMap<string, string>;
  readonly #inAnyCase: ReadonlyMap<string, string>;

  /** @param decoded a parsed body; what is no record of plain values counts as empty */
  constructor(decoded: unknown) {
    const entries = Object.entries(body.parse(decoded));
    this.#exact = new Map(entries);
    this.#inAnyCase = new Map(entries.map(([name, value]) => [name.toLowerCase(), value]));
  }

  /**
   * What `read` makes of the first of those names that it can read; a name's own letter case goes before any other.
   * @param read gets a text trimmed and not empty
   */
  first<T>(names: readonly string[], read: (text: string) => T | undefined): T | undefined {
    for (const name of names) {
      const text = (this.#exact.get(name) || this.#inAnyCase.get(name.toLowerCase()) || '').trim();
      const value = text ? read(text) : undefined;
      if (value !== undefined) return value;
    }
    return undefined;
  }

  /** SHA-256 over all fields, in whatever order they came. */
  hash(): Buffer {
    const entries = [...this.#exact].sort(([one], [other]) => (one < other ? -1 : 1));
    return createHash('sha256').update(JSON.stringify(entries)).digest();
  }
}
