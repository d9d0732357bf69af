import { type DocumentNode, GraphQLError, type GraphQLSchema, parse, validate } from 'graphql';
import { MAX_TOKENS } from './limit-violation.ts';

/** `maxTokens` also bounds what validation can cost, some of whose rules compare every field with every other. */
export const parseOptions = { maxTokens: MAX_TOKENS };

/** Suggestions tell strangers the names that they missed. */
export const validationOptions = { maxErrors: 20, hideSuggestions: true };

/** Reads a document as Apollo does, for operations that come another way. @returns the document, or what is wrong */
export function validDocument(schema: GraphQLSchema, text: string): DocumentNode | readonly GraphQLError[] {
  try {
    const document = parse(text, parseOptions);
    const errors = validate(schema, document, undefined, validationOptions);
    return errors.length === 0 ? document : errors.map((error) => coded(error, 'GRAPHQL_VALIDATION_FAILED'));
  } catch (error) {
    if (error instanceof GraphQLError) return [coded(error, 'GRAPHQL_PARSE_FAILED')];
    throw error;
  }
}

const coded = (error: GraphQLError, code: string): GraphQLError =>
  new GraphQLError(error.message, {
    ...(error.nodes && { nodes: error.nodes }),
    ...(error.source && { source: error.source }),
    ...(error.positions && { positions: error.positions }),
    originalError: error,
    extensions: { code },
  });
