import {
  type DocumentNode,
  type FieldNode,
  GraphQLError,
  type GraphQLSchema,
  getArgumentValues,
  Kind,
  type OperationDefinitionNode,
  TypeMetaFieldDef,
  visit,
} from 'graphql';
import type { Viewer } from '../auth/access.ts';
import { AppError } from '../infra/app-error.ts';
import { limitViolation } from './limit-violation.ts';
import { queryComplexity } from './query-complexity.ts';
import { readVariables } from './variables.ts';

/** An operation that is valid by the schema. */
export type Asked = {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Readonly<Record<string, unknown>> | null | undefined;
};

/**
 * What depends on who asks and with which variables, and so can't be part of validation, which is remembered by
 * document.
 * @throws AppError BAD_USER_INPUT for a wrong variable, UNAUTHENTICATED for introspection without signing in
 * @throws GraphQLError GRAPHQL_VALIDATION_FAILED where it asks for too much
 */
export function checkOperation(
  schema: GraphQLSchema,
  { document, operation, variables }: Asked,
  viewer: Viewer | undefined,
): void {
  const values = readVariables(schema, document, operation, variables ?? {});
  if (!viewer) refuseIntrospection(schema, document, values);
  const root = schema.getRootType(operation.operation);
  if (!root) return;
  const fragments = new Map(
    document.definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [],
    ),
  );
  const tooMuch = limitViolation(queryComplexity(schema, fragments, values, operation.selectionSet, root));
  if (tooMuch !== undefined)
    throw new GraphQLError(tooMuch, { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } });
}

/**
 * `__type` of what there isn't gives nothing away and passes: the GraphQL-over-HTTP audits ask for it without
 * signing in.
 */
function refuseIntrospection(
  schema: GraphQLSchema,
  document: DocumentNode,
  values: Readonly<Record<string, unknown>>,
): void {
  const isTelling = (node: FieldNode) =>
    node.name.value === '__schema' ||
    (node.name.value === '__type' &&
      schema.getType(String(getArgumentValues(TypeMetaFieldDef, node, values).name)) !== undefined);
  visit(document, {
    enter: (node) => {
      if (node.kind === Kind.FIELD && isTelling(node))
        throw new AppError('UNAUTHENTICATED', 'Please sign in to read the schema.');
    },
  });
}
