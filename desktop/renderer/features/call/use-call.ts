import type { Reference } from '@apollo/client';
import { useApolloClient, useQuery, useSubscription } from '@apollo/client/react';
import { useEffect } from 'react';
import { CALL, CALL_LINES, type Line } from './operations.ts';

/** News get lost where the network does; a call that goes on is asked for again as well. */
const LIVE_POLL_MS = 15_000;
const RESTART_MS = 1_000;

/** A call, line by line while it goes on. */
export function useCall(id: string) {
  const { cache } = useApolloClient();
  const { data, error, refetch, startPolling, stopPolling } = useQuery(CALL, { variables: { id } });
  const call = data?.call;
  const addLine = (line: Line) =>
    cache.modify<{ turns: readonly Reference[] }>({
      id: cache.identify({ __typename: 'Call', id }) ?? id,
      fields: {
        turns: (turns = [], { toReference, readField }) => {
          const added = toReference({ __typename: 'Turn', id: line.id });
          if (!added || turns.some((turn) => readField('id', turn) === line.id)) return turns;
          const number = (turn: Reference) => readField<number>('number', turn) ?? 0;
          return [...turns, added].sort((one, other) => number(one) - number(other));
        },
      },
    });
  const { restart } = useSubscription(CALL_LINES, {
    variables: { tenantId: call?.tenant.id ?? null },
    skip: !call,
    ignoreResults: true,
    onData: ({ data: { data: news } }) => {
      if (news?.callActivity.call.id !== id) return;
      const { kind, turn } = news.callActivity;
      if (turn) addLine(turn);
      if (kind !== 'TURN') void refetch();
    },
    onError: () =>
      setTimeout(() => {
        restart();
        void refetch();
      }, RESTART_MS),
  });
  const isLive = call?.status === 'IN_PROGRESS';
  useEffect(() => {
    if (isLive) startPolling(LIVE_POLL_MS);
    return stopPolling;
  }, [isLive, startPolling, stopPolling]);
  return { call, error, refetch, isLive };
}
