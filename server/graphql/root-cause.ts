import { GraphQLError } from 'graphql';

/** What was thrown first, from under the layers that graphql-js and Apollo put around it. */
export function rootCause(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? rootCause(error.originalError) : error;
}
