import {
  buildSchema,
  type DocumentNode,
  type GraphQLFormattedError,
  type GraphQLSchema,
  Kind,
  parse,
} from 'graphql';
import type { Log } from '../infra/log.ts';
import { formatError } from './format-error.ts';
import { parseOptions } from './valid-document.ts';

// A stranger, who isn't signed in, is served by a schema that has nothing in it, so that no answer can tell what ours
// has; only a document that does nothing but sign in gets further.

/** Answers `__typename` as any server does, and knows no type of ours to tell of. */
export const nothingSchema = buildSchema(
  ['Query', 'Mutation', 'Subscription'].map((root) => `type ${root} { pleaseSignIn: Boolean }`).join(' '),
);

/**
 * Whether a document may be sent by a stranger: one operation that asks for one open field, once. A hundred aliases
 * would be a hundred attempts for the price of one request.
 * @param open the fields that answer without signing in
 */
export function isForStrangers(text: unknown, open: ReadonlySet<string>): boolean {
  const document = typeof text === 'string' ? parsed(text) : undefined;
  const operations = (document?.definitions ?? []).filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  const [operation, another] = operations;
  if (!operation || another) return false;
  const asked = operation.selectionSet.selections.flatMap((selection) => {
    const name = selection.kind === Kind.FIELD ? selection.name.value : '';
    return name === '__typename' ? [] : [name];
  });
  return asked.length === 1 && asked.every((name) => open.has(name));
}

function parsed(text: string): DocumentNode | undefined {
  try {
    return parse(text, parseOptions);
  } catch {
    // Told to the client by the server that reads it next.
    return undefined;
  }
}

/** What is about the request itself, or is our own fault. */
const TOLD_AS_THEY_ARE: ReadonlySet<unknown> = new Set([
  'BAD_REQUEST',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'GRAPHQL_PARSE_FAILED',
  'INTERNAL_SERVER_ERROR',
]);

/** What is wrong with a document of a stranger that does more than sign in: whatever it is, they are to sign in. */
export function formatOutside(error: unknown, log: Log): GraphQLFormattedError {
  const told = formatError(error, log);
  if (TOLD_AS_THEY_ARE.has(told.extensions?.code)) return told;
  return { message: 'Please sign in.', extensions: { code: 'UNAUTHENTICATED' } };
}

/** As `formatError`, for a document that does nothing but sign in: what is wrong with it names no type or field. */
export function formatSigningIn(schema: GraphQLSchema, open: ReadonlySet<string>) {
  const inputs = inputsOf(schema, open);
  return (error: unknown, log: Log): GraphQLFormattedError => {
    const told = formatError(error, log);
    const { code, field } = told.extensions ?? {};
    // What was executed is the user's own by then.
    if (told.path || TOLD_AS_THEY_ARE.has(code) || code === 'UNAUTHENTICATED') return told;
    if (code === 'BAD_USER_INPUT' && typeof field === 'string' && inputs.has(field))
      return { message: `What was given as ${field} is not of its kind.`, extensions: { field, code } };
    return {
      message: 'Signing in is asked for in another way; docs/api.md has an example.',
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
    };
  };
}

function inputsOf(schema: GraphQLSchema, open: ReadonlySet<string>): ReadonlySet<string> {
  const fields = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
    Object.values(type?.getFields() ?? {}),
  );
  return new Set(fields.flatMap(({ name, args }) => (open.has(name) ? args.map((arg) => arg.name) : [])));
}
