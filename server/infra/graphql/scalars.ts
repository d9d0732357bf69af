import { GraphQLScalarType, Kind } from 'graphql';
import { badInput } from '../app-error.ts';
import { type E164, toE164 } from '../phone-number.ts';

/** A scalar that travels as text. `read` returns undefined for a text that it doesn't take. */
function textScalar<T>(
  name: string,
  description: string,
  {
    read,
    write,
    wants,
  }: { read: (text: string) => T | undefined; write: (value: T) => string; wants: string },
): GraphQLScalarType<T, string> {
  const parse = (value: unknown): T => {
    const parsed = typeof value === 'string' ? read(value) : undefined;
    if (parsed === undefined) throw badInput(name, `${name} must be ${wants}.`);
    return parsed;
  };
  return new GraphQLScalarType<T, string>({
    name,
    description,
    serialize: (value) => write(value as T),
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
  });
}

const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/i;

export const DateTimeScalar = textScalar<Date>('DateTime', 'RFC 3339 instant, UTC.', {
  read: (text) => {
    const at = RFC_3339.test(text) ? new Date(text) : new Date(Number.NaN);
    return Number.isNaN(at.getTime()) ? undefined : at;
  },
  write: (at) => new Date(at).toISOString(),
  wants: 'an RFC 3339 instant, such as 2026-11-24T09:30:00Z',
});

export const E164Scalar = textScalar<E164>('E164', 'A phone number in E.164, as +919876543210.', {
  read: (text) => (text.trim().startsWith('+') ? toE164(text) : undefined),
  write: String,
  wants: 'a phone number in E.164, such as +919876543210',
});

export const UrlScalar = textScalar<string>('URL', 'An absolute HTTP or HTTPS address.', {
  read: (text) => (/^https?:$/.test(URL.parse(text)?.protocol ?? '') ? text : undefined),
  write: String,
  wants: 'an absolute address that begins with https:// or http://',
});
