import { useQuery, useSubscription } from '@apollo/client/react';
import { useEffect } from 'react';
import { addLine } from './add-line.ts';
import { CALL, CALL_LINES, EACH_ASKED } from './operations.ts';

/** News get lost where the network does; a call that goes on is asked for again as well. */
const LIVE_POLL_MS = 15_000;
const RESTART_MS = 1_000;
/** So long after its end, a call may still be analysed; usually that takes seconds. */
const ANALYSED_WITHIN_MS = 10 * 60_000;

/** A call, line by line while it goes on. */
export function useCall(id: string) {
  const { data, error, refetch, startPolling, stopPolling } = useQuery(CALL, {
    variables: { id },
    context: EACH_ASKED,
  });
  const call = data?.call;
  // Where it fails, `error` tells.
  const look = () => void refetch().catch(() => undefined);
  const { restart } = useSubscription(CALL_LINES, {
    variables: { tenantId: call?.tenant.id ?? null },
    skip: !call,
    ignoreResults: true,
    onData: ({ client, data: { data: news } }) => {
      if (news?.callActivity.call.id !== id) return;
      const { kind, turn } = news.callActivity;
      if (turn) addLine(client.cache, id, turn);
      if (kind !== 'TURN') look();
    },
    onError: () =>
      setTimeout(() => {
        restart();
        look();
      }, RESTART_MS),
  });
  const isLive = call?.status === 'IN_PROGRESS';
  const isToCome = isLive || (call !== undefined && !call.analysis && isRecent(call.endedAt));
  useEffect(() => {
    if (isToCome) startPolling(LIVE_POLL_MS);
    return stopPolling;
  }, [isToCome, startPolling, stopPolling]);
  return { call, error, look, isLive };
}

const isRecent = (at: string | null | undefined): boolean =>
  typeof at === 'string' && Date.now() - Date.parse(at) < ANALYSED_WITHIN_MS;
