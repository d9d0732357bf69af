import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError, parse } from 'graphql';
import { AppError } from '../infra/app-error.ts';
import type { Log } from '../infra/log.ts';
import { fieldName, inputPlace } from './input-place.ts';
import { rootCause } from './root-cause.ts';

/** What GraphQL itself objects to. Its sentences are about the document, which is the client's own. */
const DOCUMENT_CODES: ReadonlySet<unknown> = new Set([
  'BAD_REQUEST',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** PostgreSQL's query_canceled, which is what statement_timeout ends in. */
const QUERY_CANCELED = '57014';

/**
 * What a client is told of an error: README.md, "Errors". Our own refusals as they are; anything that wasn't foreseen only
 * as an id, under which the log has the rest.
 */
export function formatError(error: unknown, log: Log): GraphQLFormattedError {
  const { locations, path } = error instanceof GraphQLError ? error : {};
  return {
    ...describe(error, log),
    ...(locations && { locations }),
    ...(path && { path }),
  };
}

function describe(error: unknown, log: Log): GraphQLFormattedError {
  const cause = rootCause(error);
  if (cause instanceof AppError) {
    const { message, code, details } = cause;
    return { message, extensions: { ...details, ...literalField(error), code } };
  }
  const argument =
    cause instanceof GraphQLError && cause.nodes && /^Argument "(\w+)"/.exec(cause.message)?.[1];
  if (argument) return { message: cause.message, extensions: { field: argument, code: 'BAD_USER_INPUT' } };
  if (error instanceof GraphQLError && DOCUMENT_CODES.has(error.extensions.code))
    return { message: error.message.trim(), extensions: { code: error.extensions.code } };
  return unforeseen(error, cause, log);
}

/** A scalar refused a value that is written in the document, and doesn't know which argument that was. */
function literalField(error: unknown): { field?: string } {
  if (!(error instanceof GraphQLError) || error.path || !error.source) return {};
  const [start] = error.positions ?? [];
  const place = inputPlace(
    parse(error.source),
    ({ loc, kind }) => loc?.start === start && /Value$/.test(kind),
  );
  return place.length > 0 ? { field: fieldName(place) } : {};
}

function unforeseen(error: unknown, cause: unknown, log: Log): GraphQLFormattedError {
  const errorId = randomUUID();
  const path = error instanceof GraphQLError ? error.path?.join('.') : undefined;
  log.error({ err: cause, errorId, path }, 'A GraphQL operation failed');
  const isTooSlow = cause instanceof Error && 'code' in cause && cause.code === QUERY_CANCELED;
  return {
    message: isTooSlow
      ? 'This took too long and was stopped. Please ask for less at once.'
      : `Something went wrong on our side. If it happens again, please tell us this id: ${errorId}`,
    extensions: { code: 'INTERNAL_SERVER_ERROR', errorId },
  };
}
