import { useQuery } from '@apollo/client/react';
import { useDebouncedCallback } from '@mantine/hooks';
import { EACH_ASKED } from '../call/operations.ts';
import { addLine } from '../call/transcript/add-line.ts';
import { useCallNews } from '../calls/use-call-news.ts';
import { CALLS_GOING_ON, type GoingOn } from './operations.ts';

/** Many calls may come and end at once. */
const SETTLE_MS = 1_000;

export type LiveCalls = { calls: readonly GoingOn[] | undefined; error: unknown; retry: () => void };

/** The calls that are going on, line by line. @param onCounted calls came, ended or were analysed */
export function useLiveCalls(tenantId: string, onCounted: () => void): LiveCalls {
  const { data, error, refetch } = useQuery(CALLS_GOING_ON, {
    variables: { tenantId },
    fetchPolicy: 'cache-and-network',
    context: EACH_ASKED,
  });
  const nodes = data?.calls.edges.map(({ node }) => node);
  // Where it fails, `error` tells.
  const look = () => void refetch().catch(() => undefined);
  const again = useDebouncedCallback(look, SETTLE_MS);
  const settled = useDebouncedCallback(onCounted, SETTLE_MS);
  useCallNews(tenantId, {
    onNews: ({ kind, call, turn }, { cache }) => {
      const isShown = nodes?.some(({ id }) => id === call.id) ?? false;
      if (isShown && turn) addLine(cache, call.id, turn);
      if (kind === 'STARTED') look();
      else if (!isShown && call.status === 'IN_PROGRESS') again();
      if (kind !== 'TURN') settled();
    },
    onMissed: () => {
      look();
      settled();
    },
  });
  return {
    // What ended is known from the news before the list is asked for again.
    calls: nodes?.filter(({ status }) => status === 'IN_PROGRESS'),
    error,
    retry: look,
  };
}
