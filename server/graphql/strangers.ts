import {
  type ASTNode,
  buildSchema,
  type DefinitionNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLFormattedError,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  visit,
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
 * What is served of a document that a stranger sends: its operation that asks for one open field, once. A hundred
 * aliases would be a hundred attempts for the price of one request. Clients that send all their operations together
 * choose one by its name; the others are left out before anything is looked up in our schema, so that no answer depends
 * on what they ask.
 * @param operationName which operation is meant; of a document that has one only, it may be left out
 * @param open the fields that answer without signing in
 * @returns undefined where that operation asks for anything else, or there is none
 */
export function partForStrangers(
  text: unknown,
  operationName: unknown,
  open: ReadonlySet<string>,
): string | undefined {
  const document = typeof text === 'string' ? parsed(text) : undefined;
  const operation = document && getOperationAST(document, operationName as string | null | undefined);
  if (!document || !operation) return undefined;
  const asked = rootFields(document, operation)?.filter((name) => name !== '__typename');
  if (asked?.length !== 1 || !asked.every((name) => open.has(name))) return undefined;
  const others = document.definitions.filter(
    (each) => each.kind === Kind.OPERATION_DEFINITION && each !== operation,
  );
  if (others.length === 0) return String(text);
  const foreign = new Set<DefinitionNode>(others);
  const own = fragmentsOf(document, [operation]);
  // A fragment that nothing uses is a mistake whatever it says: it is left for the server to tell.
  for (const fragment of fragmentsOf(document, others)) if (!own.has(fragment)) foreign.add(fragment);
  return print({ ...document, definitions: document.definitions.filter((each) => !foreign.has(each)) });
}

const ROOT_TYPES = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' } as const;

/**
 * The names of the fields that an operation asks for, also those in fragments on its own type.
 * @returns undefined where a fragment is on another type, or isn't there
 */
function rootFields(document: DocumentNode, operation: OperationDefinitionNode): string[] | undefined {
  const names: string[] = [];
  /** Spread again, a fragment's fields are the same ones. */
  const spread = new Set<string>();
  const open = [...operation.selectionSet.selections];
  for (let each = open.pop(); each; each = open.pop()) {
    if (each.kind === Kind.FIELD) {
      names.push(each.name.value);
      continue;
    }
    if (each.kind === Kind.FRAGMENT_SPREAD && spread.has(each.name.value)) continue;
    if (each.kind === Kind.FRAGMENT_SPREAD) spread.add(each.name.value);
    const fragment = each.kind === Kind.INLINE_FRAGMENT ? each : fragmentNamed(document, each.name.value);
    if (!fragment) return undefined;
    const on = fragment.typeCondition?.name.value;
    if (on !== undefined && on !== ROOT_TYPES[operation.operation]) return undefined;
    open.push(...fragment.selectionSet.selections);
  }
  return names;
}

const fragmentNamed = (document: DocumentNode, name: string) =>
  document.definitions.find(
    (each): each is FragmentDefinitionNode =>
      each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === name,
  );

/** The fragments that something uses, and those that these use. */
function fragmentsOf(document: DocumentNode, users: readonly ASTNode[]): Set<DefinitionNode> {
  const found = new Set<DefinitionNode>();
  const open = [...users];
  for (let user = open.pop(); user; user = open.pop())
    visit(user, {
      enter: (node) => {
        const fragment = node.kind === Kind.FRAGMENT_SPREAD && fragmentNamed(document, node.name.value);
        if (!fragment || found.has(fragment)) return;
        found.add(fragment);
        open.push(fragment);
      },
    });
  return found;
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
