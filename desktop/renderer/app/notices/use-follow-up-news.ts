import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useDebouncedCallback } from '@mantine/hooks';
import { graphql } from '../../graphql/generated/gql.ts';
import { useLive } from '../../graphql/use-live.ts';
import type { FollowUpEvent } from './notice-kind.ts';

const FOLLOW_UP_NEWS = graphql(`
  subscription FollowUpNews($tenantId: ID) {
    followUpActivity(tenantId: $tenantId) {
      kind isOwn
      followUp {
        id title status reason dueAt notes settledAt
        assignee { id name }
        settledBy { id name }
        call { id }
        customer { id name }
      }
    }
  }
`);

type Queries = ReadonlySet<string | undefined>;

/** The queries whose lists follow-ups come to and leave. */
const LISTS: Queries = new Set(['OpenFollowUps', 'FollowUpInbox', 'FollowUpsDue']);
/** Pages that have some among other things, and ask again by themselves for what they may have missed. */
const PAGES: Queries = new Set(['OneCall', 'OneCustomer']);
/** Several may come at once. */
const SETTLE_MS = 150;

/** Keeps what the page shows of a tenant's follow-ups as it is, and tells of each thing that happens to one. */
export function useFollowUpNews(tenantId: string | undefined, onNews: (event: FollowUpEvent) => void): void {
  const client = useApolloClient();
  const again = useDebouncedCallback((...sets: Queries[]) => askAgain(client, sets), SETTLE_MS);
  useLive(FOLLOW_UP_NEWS, tenantId, {
    onNews: ({ followUpActivity }) => {
      again(LISTS, PAGES);
      onNews(followUpActivity);
    },
    onMissed: () => again(LISTS),
  });
}

function askAgain(client: ApolloClient, sets: readonly Queries[]): void {
  client
    .refetchQueries({
      include: 'active',
      onQueryUpdated: ({ queryName }) => sets.some((set) => set.has(queryName)),
    })
    // Each list tells by itself where it can't be had.
    .catch(() => undefined);
}
