import type { ApolloClient, TypedDocumentNode } from '@apollo/client';
import { useSubscription } from '@apollo/client/react';
import { useDocumentVisibility } from '@mantine/hooks';
import { useEffect, useEffectEvent, useState } from 'react';

export type Listening<News> = {
  onNews: (news: News, client: ApolloClient) => void;
  /** Something may have been missed, and is to be asked for. */
  onMissed: () => void;
};

type OfTenant = { tenantId?: string | null | undefined };

/** By then the server listens to what happens; between loading the page and that, it announced nothing to us. */
const BEGUN_MS = 1_500;
/** Networks, lids and servers come and go without a word. */
const NOW_AND_THEN_MS = 15_000;
const RESTART_MS = 3_000;

/**
 * A subscription to what happens at a tenant, which comes back by itself; what may have been missed is asked for while
 * the page can be seen.
 * @param tenantId undefined where it isn't known yet
 */
export function useLive<News>(
  document: TypedDocumentNode<News, OfTenant>,
  tenantId: string | undefined,
  { onNews, onMissed }: Listening<News>,
): void {
  const ask = useEffectEvent(onMissed);
  const isVisible = useDocumentVisibility() === 'visible';
  useEffect(() => {
    if (tenantId === undefined || !isVisible) return undefined;
    const missed = () => ask();
    const begun = setTimeout(missed, BEGUN_MS);
    const now = setInterval(missed, NOW_AND_THEN_MS);
    window.addEventListener('online', missed);
    return () => {
      clearTimeout(begun);
      clearInterval(now);
      window.removeEventListener('online', missed);
    };
  }, [tenantId, isVisible]);
  // A server that stops ends it, one that is far behind breaks it off.
  const [isBroken, setBroken] = useState(false);
  const again = () => setBroken(true);
  const { restart } = useSubscription<News, OfTenant>(document, {
    variables: { tenantId: tenantId ?? null },
    skip: tenantId === undefined,
    ignoreResults: true,
    onData: ({ client, data: { data } }) => data && onNews(data, client),
    onError: again,
    onComplete: again,
  });
  useEffect(() => {
    if (!isBroken) return undefined;
    const soon = setTimeout(() => {
      setBroken(false);
      restart();
      ask();
    }, RESTART_MS);
    return () => clearTimeout(soon);
  }, [isBroken, restart]);
}
