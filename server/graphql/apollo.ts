import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { type GraphQLFormattedError, type GraphQLSchema, Kind } from 'graphql';
import type { Context } from '../auth/access.ts';
import type { Log } from '../infra/log.ts';
import { checkOperation } from './check-operation.ts';
import { formatError } from './format-error.ts';
import { parseOptions, validationOptions } from './valid-document.ts';

/**
 * Apollo Server with everything off that speaks to others, remembers for others or shows more than was asked.
 * @param tell what a client is told of an error
 */
export function createApollo(
  schema: GraphQLSchema,
  log: Log,
  tell: (error: unknown, log: Log) => GraphQLFormattedError = formatError,
): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema,
    logger: log,
    formatError: (_, error) => tell(error, log),
    includeStacktraceInErrorResponses: false,
    // Only users who are signed in may read the schema, and only `checkOperation` knows whether one is.
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    parseOptions,
    validationOptions,
    stopOnTerminationSignals: false,
    plugins: [
      examination,
      statusOfRefusals,
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
}

const examination: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ schema, document, operation, request, contextValue }) => {
      if (operation)
        checkOperation(schema, { document, operation, variables: request.variables }, contextValue.viewer);
    },
  }),
};

/**
 * The status of what is refused before it is executed, as GraphQL over HTTP has it ("Status Codes"): 200 in
 * application/json, which older clients expect, 400 in application/graphql-response+json. Requests that aren't even
 * well formed, and our own faults, keep theirs. A stranger who is to sign in hears so once, whatever was asked, and where
 * it was a field, as from a resolver that refuses, which clients know: 200 and `data: null` in both.
 */
const statusOfRefusals: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ request, errors: raw, response: { body, http } }) => {
      if (body.kind !== 'single' || body.singleResult.data !== undefined) return;
      const { errors = [] } = body.singleResult;
      const codes = errors.map(({ extensions }) => extensions?.code);
      const signIn = errors.find(({ extensions }) => extensions?.code === 'UNAUTHENTICATED');
      if (signIn) body.singleResult.errors = [signIn];
      if (signIn && raw?.some(({ nodes }) => nodes?.some(({ kind }) => kind === Kind.FIELD))) {
        body.singleResult.data = null;
        http.status = 200;
        return;
      }
      if (codes.includes('BAD_REQUEST') || codes.includes('INTERNAL_SERVER_ERROR')) return;
      const accept = request.http?.headers.get('accept') ?? '';
      http.status = accept.includes('application/graphql-response+json') ? 400 : 200;
    },
  }),
};
