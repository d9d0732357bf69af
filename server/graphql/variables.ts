import {
  coerceInputValue,
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  isInputType,
  Kind,
  type OperationDefinitionNode,
  typeFromAST,
  type VariableDefinitionNode,
} from 'graphql';
import { AppError, badInput } from '../infra/app-error.ts';
import { fieldName, inputPlace } from './input-place.ts';
import { rootCause } from './root-cause.ts';

type Given = Readonly<Record<string, unknown>>;

/**
 * An operation's variables as its resolvers will see them.
 * @throws AppError BAD_USER_INPUT naming the argument, or the field within it, that the first wrong variable feeds
 */
export function readVariables(
  schema: GraphQLSchema,
  document: DocumentNode,
  { variableDefinitions = [] }: OperationDefinitionNode,
  given: Given,
): Given {
  const { coerced, errors = [] } = getVariableValues(schema, variableDefinitions, given, {
    maxErrors: 1,
    hideSuggestions: true,
  });
  const [error] = errors;
  if (!error) return coerced ?? {};
  const definition = variableDefinitions.find((each) => error.nodes?.[0] === each);
  if (!definition) throw badInput('variables', error.message);
  const name = definition.variable.name.value;
  const argument = inputPlace(document, (node) => node.kind === Kind.VARIABLE && node.name.value === name);
  const place = [
    ...(argument.length > 0 ? argument : [name]),
    ...wrongPlace(schema, definition, given[name]),
  ];
  throw badInput(fieldName(place), sentence(error));
}

/** Where within a variable's value the first mistake is. */
function wrongPlace(schema: GraphQLSchema, { type: typeNode }: VariableDefinitionNode, value: unknown) {
  const type = typeFromAST(schema, typeNode);
  const places: (string | number)[][] = [];
  if (!isInputType(type) || value === undefined || value === null) return [];
  coerceInputValue(value, type, (place, _, { message }) => {
    // Of what is missing, graphql-js gives the place of the object that it is missing in.
    const missing = /^Field "(\w+)"/.exec(message)?.[1];
    places.push(missing === undefined ? [...place] : [...place, missing]);
  });
  return places[0] ?? [];
}

/** Our scalars' own, or graphql-js's without the whole value in front, which may hold a password. */
function sentence(error: GraphQLError): string {
  const cause = rootCause(error);
  return cause instanceof AppError ? cause.message : (error.originalError ?? error).message;
}
