import {
  type ExecutionArgs,
  type FormattedExecutionResult,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  getOperationAST,
} from 'graphql';
import type { ExecutionResult as Executed, SubscribePayload } from 'graphql-ws';
import type { Viewer } from '../../auth/access.ts';
import type { Log } from '../../infra/log.ts';
import { checkOperation } from '../check-operation.ts';
import { formatError } from '../format-error.ts';
import { validDocument } from '../valid-document.ts';

/** Operations that one connection may have going at a time. */
const MOST_AT_ONCE = 50;

/**
 * Makes an operation out of a message, under the same limits as by HTTP.
 * @param underWay how many the connection has, with this one
 * @returns what to execute, or what is wrong with it
 */
export function operationOf(
  schema: GraphQLSchema,
  { query, operationName, variables }: SubscribePayload,
  viewer: Viewer | undefined,
  underWay: number,
): ExecutionArgs | readonly GraphQLError[] {
  if (underWay > MOST_AT_ONCE)
    return [refusal('BAD_REQUEST', `A connection has room for ${MOST_AT_ONCE} operations.`)];
  const document = validDocument(schema, query);
  if (!('kind' in document)) return document;
  const operation = getOperationAST(document, operationName);
  if (!operation) return [refusal('OPERATION_RESOLUTION_FAILURE', 'The document has no such operation.')];
  try {
    checkOperation(schema, { document, operation, variables }, viewer);
  } catch (error) {
    return [error instanceof GraphQLError ? error : new GraphQLError('', { originalError: error as Error })];
  }
  return { schema, document, operationName: operationName ?? null, variableValues: variables ?? null };
}

const refusal = (code: string, message: string) => new GraphQLError(message, { extensions: { code } });

export const toldErrors = (errors: readonly GraphQLError[], log: Log): GraphQLFormattedError[] =>
  errors.map((error) => formatError(error, log));

/** A result with its errors as clients are told them; nothing where it may go as it is. */
export function formattedResult({ data, errors }: Executed, log: Log): FormattedExecutionResult | undefined {
  return errors && { ...(data !== undefined && { data }), errors: toldErrors(errors, log) };
}
