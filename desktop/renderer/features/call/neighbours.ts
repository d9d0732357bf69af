import type { ApolloClient } from '@apollo/client';
import { CALLS_AROUND } from './operations.ts';

export type Placed = { id: string; startedAt: string };
/** The calls before and after one: the newer is the one above it in the list. */
export type Neighbours = { newer: string | undefined; older: string | undefined };

type Page = { calls: readonly Placed[]; endCursor: string | null };
/** A page of calls that started from one instant on, before another, newest first. @param after a page's endCursor */
type Ask = (from: string | null, to: string | null, first: number, after: string | null) => Promise<Page>;

const MOST = 100;
const FIRST_WINDOW_MS = 10 * 60_000;
const GROWTH = 6;

/** In all of a tenant's calls. */
export async function neighboursOf(
  client: ApolloClient,
  tenantId: string,
  call: Placed,
): Promise<Neighbours> {
  const ask = asking(client, tenantId);
  const [older, newer] = await Promise.all([
    ask(null, call.startedAt, 1, null).then(({ calls }) => calls[0]?.id),
    newerOf(ask, call, Date.now()),
  ]);
  return { newer, older };
}

/** Lists begin with the newest, so the one that came next is looked for in ever longer times after the call. */
export async function newerOf(ask: Ask, call: Placed, now: number): Promise<string | undefined> {
  const start = Date.parse(call.startedAt);
  for (let width = FIRST_WINDOW_MS; ; width *= GROWTH) {
    const until = new Date(start + width).toISOString();
    let page = await ask(call.startedAt, until, MOST, null);
    let next = nearest(page, call);
    while (page.endCursor !== null) {
      page = await ask(call.startedAt, until, MOST, page.endCursor);
      next = nearest(page, call) ?? next;
    }
    if (next !== undefined || start + width > now) return next;
  }
}

const nearest = ({ calls }: Page, { id }: Placed): string | undefined =>
  calls.findLast((other) => other.id !== id)?.id;

const asking =
  (client: ApolloClient, tenantId: string): Ask =>
  async (from, to, first, after) => {
    const { data } = await client.query({
      query: CALLS_AROUND,
      variables: { tenantId, filter: { from, to }, first, after },
      fetchPolicy: 'no-cache',
    });
    if (!data) throw new Error('No calls came');
    const { edges, pageInfo } = data.calls;
    return {
      calls: edges.map(({ node }) => node),
      endCursor: pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null,
    };
  };
