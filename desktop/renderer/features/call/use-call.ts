import { useQuery } from '@apollo/client/react';
import { useCallNews } from '../calls/use-call-news.ts';
import { CALL, EACH_ASKED } from './operations.ts';
import { addLine } from './transcript/add-line.ts';

/** So long after its end, a call may still be analysed; usually that takes seconds. */
const ANALYSED_WITHIN_MS = 10 * 60_000;

/** A call, line by line while it goes on. */
export function useCall(id: string) {
  const { data, error, refetch } = useQuery(CALL, { variables: { id }, context: EACH_ASKED });
  const call = data?.call;
  const isLive = call?.status === 'IN_PROGRESS';
  // Where it fails, `error` tells.
  const look = () => void refetch().catch(() => undefined);
  useCallNews(call?.tenant.id, {
    onNews: (news, { cache }) => {
      if (news.call.id !== id) return;
      if (news.turn) addLine(cache, id, news.turn);
      if (news.kind !== 'TURN') look();
    },
    onMissed: () => {
      if (isLive || (call && !call.analysis && isRecent(call.endedAt))) look();
    },
  });
  return { call, error, look, isLive };
}

const isRecent = (at: string | null | undefined): boolean =>
  typeof at === 'string' && Date.now() - Date.parse(at) < ANALYSED_WITHIN_MS;
