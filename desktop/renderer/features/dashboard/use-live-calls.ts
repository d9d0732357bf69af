import { useQuery, useSubscription } from '@apollo/client/react';
import { useDebouncedCallback } from '@mantine/hooks';
import { addLine } from '../call/add-line.ts';
import { CALL_LINES, EACH_ASKED } from '../call/operations.ts';
import { CALLS_GOING_ON, type GoingOn } from './operations.ts';

/** News get lost where the network does; so the calls are asked for now and then as well. */
const POLL_MS = 30_000;
const RESTART_MS = 1_000;
/** Many calls may end at once. */
const SETTLE_MS = 1_000;

export type LiveCalls = { calls: readonly GoingOn[] | undefined; error: unknown; retry: () => void };

/** The calls that are going on, line by line. @param onCounted calls came, ended or were analysed */
export function useLiveCalls(tenantId: string, onCounted: () => void): LiveCalls {
  const { data, error, refetch } = useQuery(CALLS_GOING_ON, {
    variables: { tenantId },
    pollInterval: POLL_MS,
    fetchPolicy: 'cache-and-network',
    context: EACH_ASKED,
  });
  const nodes = data?.calls.edges.map(({ node }) => node);
  // Where it fails, `error` tells.
  const look = () => void refetch().catch(() => undefined);
  const again = useDebouncedCallback(look, SETTLE_MS);
  const settled = useDebouncedCallback(onCounted, SETTLE_MS);
  const { restart } = useSubscription(CALL_LINES, {
    variables: { tenantId },
    ignoreResults: true,
    onData: ({ client, data: { data: news } }) => {
      if (!news) return;
      const { kind, call, turn } = news.callActivity;
      const isShown = nodes?.some(({ id }) => id === call.id) ?? false;
      if (isShown && turn) addLine(client.cache, call.id, turn);
      if (kind === 'STARTED') look();
      else if (!isShown && call.status === 'IN_PROGRESS') again();
      if (kind !== 'TURN') settled();
    },
    onError: () =>
      setTimeout(() => {
        restart();
        look();
      }, RESTART_MS),
  });
  return {
    // What ended is known from the news before the list is asked for again.
    calls: nodes?.filter(({ status }) => status === 'IN_PROGRESS'),
    error,
    retry: look,
  };
}
