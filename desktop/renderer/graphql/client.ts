import { ApolloClient, HttpLink, InMemoryCache, split } from '@apollo/client';
import { SetContextLink } from '@apollo/client/link/context';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { getMainDefinition } from '@apollo/client/utilities';
import { createClient } from 'graphql-ws';
import type { Connection } from '../app/connection.ts';
import { pagesBy } from './pages.ts';

/** Talks to one server, for one session at a time. */
export function graphqlClient(connection: Connection, serverUrl: string): ApolloClient {
  const authorization = () => {
    const token = connection.token();
    return token === undefined ? {} : { authorization: `Bearer ${token}` };
  };
  const http = new SetContextLink(({ headers }) => ({ headers: { ...headers, ...authorization() } })).concat(
    new HttpLink({
      uri: `${serverUrl}/graphql`,
      credentials: 'same-origin',
      // A refusal then is an answer with status 200: browsers log others as errors, and the first question is asked
      // before the user has signed in.
      headers: { accept: 'application/json' },
    }),
  );
  const live = new GraphQLWsLink(
    createClient({
      url: `${serverUrl.replace(/^http/, 'ws')}/graphql`,
      connectionParams: authorization,
      // The network comes and goes, with a laptop's lid; what is shown live catches up by itself.
      retryAttempts: Number.POSITIVE_INFINITY,
      shouldRetry: () => true,
    }),
  );
  return new ApolloClient({
    link: split(({ query }) => isSubscription(query), live, http),
    cache: new InMemoryCache({
      typePolicies: {
        Query: {
          fields: {
            calls: pagesBy(['tenantId', 'filter']),
            customers: pagesBy(['tenantId', 'search']),
            tenants: pagesBy(['search']),
            auditLog: pagesBy(['tenantId']),
            webhookLog: pagesBy(['tenantId', 'filter']),
          },
        },
        // These have no identity of their own.
        Persona: { keyFields: false },
        PlatformSettings: { keyFields: [] },
        CarrierStatus: { keyFields: [] },
        AvailableNumber: { keyFields: ['e164'] },
      },
    }),
    defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' } },
  });
}

function isSubscription(query: Parameters<typeof getMainDefinition>[0]): boolean {
  const definition = getMainDefinition(query);
  return definition.kind === 'OperationDefinition' && definition.operation === 'subscription';
}
