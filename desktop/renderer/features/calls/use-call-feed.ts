import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { CallFilter } from '../../graphql/generated/graphql.ts';
import { CallFeed } from './call-feed.ts';
import { useCallNews } from './use-call-news.ts';

/** The list that was looked at last: going back to it finds it as it was left, and a call's page its neighbours. */
const lastFeeds = new WeakMap<ApolloClient, { key: string; feed: CallFeed }>();

export const lastFeed = (client: ApolloClient): CallFeed | undefined => lastFeeds.get(client)?.feed;

/** Where what was loaded is no longer true, as after an erasure. */
export const forgetFeed = (client: ApolloClient): boolean => lastFeeds.delete(client);

/** The calls of a tenant that fit, as they happen. */
export function useCallFeed(tenantId: string, filter: CallFilter) {
  const client = useApolloClient();
  const key = JSON.stringify([tenantId, filter]);
  const feed = useMemo(() => {
    const last = lastFeeds.get(client);
    if (last?.key === key) return last.feed;
    const [id, wanted] = JSON.parse(key) as [string, CallFilter];
    const fresh = new CallFeed(client, id, wanted);
    lastFeeds.set(client, { key, feed: fresh });
    return fresh;
  }, [client, key]);
  useEffect(() => void feed.catchUp(), [feed]);
  useCallNews(tenantId, { onNews: ({ call }) => feed.heard(call), onMissed: () => void feed.catchUp() });

  const state = useSyncExternalStore(feed.subscribe, feed.state);
  const isThere = state.total !== null || state.error !== undefined;
  const [settled, setSettled] = useState(feed);
  if (isThere && settled !== feed) setSettled(feed);
  // What was found before stays until what is wanted now was looked for.
  const isStale = !isThere && settled !== feed && settled.tenantId === tenantId;
  return isStale ? { feed: settled, state: settled.state(), isStale } : { feed, state, isStale };
}
