import { createClient } from 'graphql-ws';
import { afterAll } from 'vitest';
import { WebSocket } from 'ws';

/** Subscribes as a user's console does, until the test file ends. @returns what comes, as it comes */
export function aSubscription<Data>(
  { url }: { url: string },
  token: string,
  query: string,
  variables: Record<string, unknown>,
) {
  const client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${token}` },
    retryAttempts: 0,
  });
  afterAll(() => client.dispose());
  return client.iterate<Data>({ query, variables });
}
