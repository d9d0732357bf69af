import type { ApolloClient } from '@apollo/client';
import { useSubscription } from '@apollo/client/react';
import { useDocumentVisibility } from '@mantine/hooks';
import { useEffect, useEffectEvent, useState } from 'react';
import { graphql } from '../../graphql/generated/gql.ts';
import type { CallNewsSubscription } from '../../graphql/generated/graphql.ts';

const CALL_NEWS = graphql(`
  subscription CallNews($tenantId: ID) {
    callActivity(tenantId: $tenantId) {
      kind
      call { ...CallRow hangupCause }
      turn { ...Line }
    }
  }
`);

type CallNews = CallNewsSubscription['callActivity'];

type Listening = {
  onNews: (news: CallNews, client: ApolloClient) => void;
  /** Something may have been missed, and is to be asked for. */
  onMissed: () => void;
};

/** By then the server listens to what happens; what happened between a page and that, nobody was told. */
const BEGUN_MS = 1_500;
/** Networks, lids and servers come and go without a word. */
const NOW_AND_THEN_MS = 15_000;
const RESTART_MS = 3_000;

/**
 * What happens to the calls of a tenant, as it happens, while somebody looks.
 * @param tenantId undefined where it isn't known yet
 */
export function useCallNews(tenantId: string | undefined, { onNews, onMissed }: Listening): void {
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
  const { restart } = useSubscription(CALL_NEWS, {
    variables: { tenantId: tenantId ?? null },
    skip: tenantId === undefined,
    ignoreResults: true,
    onData: ({ client, data: { data } }) => data && onNews(data.callActivity, client),
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
