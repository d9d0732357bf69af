import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  buildSchema,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedOutputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** One field of Query or Mutation, as an operation that can be sent. */
export type Operation = {
  name: string;
  kind: 'query' | 'mutation';
  query: string;
  variables: Record<string, unknown>;
};

/** The schema as it was written down. */
export const writtenSchema = (): GraphQLSchema =>
  buildSchema(readFileSync(resolve(import.meta.dirname, '../../shared/schema.graphql'), 'utf8'));

/** Something that each scalar takes. */
const SCALARS: Record<string, unknown> = {
  Boolean: true,
  DateTime: '2026-11-24T10:00:00Z',
  E164: '+919812345678',
  Float: 0.5,
  Int: 1,
  JSONObject: {},
  URL: 'https://example.com/hook',
};

/** Every operation that takes an id, with `ids(name)` in each place for one; `text` makes other texts. */
export function operationsWithIds(
  schema: GraphQLSchema,
  ids: (argument: string) => unknown,
  text: (argument: string) => string,
): Operation[] {
  const roots = [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
  ] as const;
  return roots.flatMap(([kind, root]) =>
    Object.values(root?.getFields() ?? {})
      .filter((field) => field.args.some(({ type }) => holdsId(type)))
      .map((field) => operation(kind, field, ids, text)),
  );
}

function holdsId(type: GraphQLInputType): boolean {
  const named = getNamedType(type);
  if (isInputObjectType(named)) return Object.values(named.getFields()).some((field) => holdsId(field.type));
  return named.name === 'ID';
}

function operation(
  kind: Operation['kind'],
  field: GraphQLField<unknown, unknown>,
  ids: (argument: string) => unknown,
  text: (argument: string) => string,
): Operation {
  const used = field.args.filter(({ type }) => isNonNullType(type) || holdsId(type));
  const declared = used.map(({ name, type }) => `$${name}: ${type}`).join(', ');
  const given = used.map(({ name }) => `${name}: $${name}`).join(', ');
  const variables = Object.fromEntries(used.map(({ name, type }) => [name, value(name, type, ids, text)]));
  const query = `${kind} (${declared}) { ${field.name}(${given}) ${selection(getNamedType(field.type))} }`;
  return { name: field.name, kind, query, variables };
}

function value(
  name: string,
  type: GraphQLInputType,
  ids: (argument: string) => unknown,
  text: (argument: string) => string,
): unknown {
  if (isNonNullType(type)) return value(name, type.ofType, ids, text);
  if (isListType(type)) return [value(name, type.ofType, ids, text)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(
      (each) => isNonNullType(each.type) || holdsId(each.type),
    );
    return Object.fromEntries(fields.map((each) => [each.name, value(each.name, each.type, ids, text)]));
  }
  if (type.name === 'ID') return ids(name);
  return SCALARS[type.name] ?? text(name);
}

/** All leaves of a type; of a connection, those of its nodes. */
function selection(type: GraphQLNamedOutputType, depth = 2): string {
  if (!isObjectType(type)) return '';
  const fields = Object.values(type.getFields()).filter(({ args }) => args.length === 0);
  const leaves = fields.filter((field) => isLeafType(getNamedType(field.type))).map(({ name }) => name);
  const branches = fields
    .filter(
      (field) =>
        depth > 0 &&
        ['edges', 'node', 'user', 'number'].includes(field.name) &&
        isObjectType(getNamedType(field.type)),
    )
    .map((field) => `${field.name} ${selection(getNamedType(field.type), depth - 1)}`);
  return `{ __typename ${[...leaves, ...branches].join(' ')} }`;
}
