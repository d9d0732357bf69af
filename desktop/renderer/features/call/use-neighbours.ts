import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { lastFeed } from '../calls/use-call-feed.ts';
import { type Neighbours, neighboursOf, type Placed } from './neighbours.ts';

const NONE: Neighbours = { newer: undefined, older: undefined };

/** In the list that was looked at last where the call is in it, with its filters; else in all calls. */
export function useNeighbours(tenantId: string, { id, startedAt }: Placed): Neighbours {
  const client = useApolloClient();
  const [found, setFound] = useState<Neighbours & { of: string }>();
  useEffect(() => {
    let isLeft = false;
    void look().then((neighbours) => !isLeft && setFound({ ...neighbours, of: id }));
    return () => {
      isLeft = true;
    };

    async function look(): Promise<Neighbours> {
      const feed = lastFeed(client);
      const place = () => feed?.state().calls.findIndex((call) => call.id === id) ?? -1;
      if (!feed || place() < 0) return neighboursOf(client, tenantId, { id, startedAt }).catch(() => NONE);
      if (place() === feed.state().calls.length - 1) await feed.more();
      const { calls } = feed.state();
      return { newer: calls[place() - 1]?.id, older: calls[place() + 1]?.id };
    }
  }, [client, tenantId, id, startedAt]);
  return found?.of === id ? found : NONE;
}
