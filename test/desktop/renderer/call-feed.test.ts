import { ApolloClient, ApolloLink, InMemoryCache } from '@apollo/client';
import { Observable } from 'rxjs';
import { expect, test } from 'vitest';
import { CallFeed } from '../../../desktop/renderer/features/calls/call-feed.ts';
import type { Row } from '../../../desktop/renderer/features/calls/operations.ts';

const call = (minute: number, over: Partial<Row> = {}): Row => ({
  id: `call-${minute}`,
  status: 'COMPLETED',
  direction: 'INBOUND',
  rawFrom: null,
  from: '+919876543210',
  to: '+917971543252',
  startedAt: new Date(Date.parse('2026-11-24T10:00:00Z') + minute * 60_000).toISOString(),
  endedAt: null,
  durationSeconds: 60,
  customer: null,
  analysis: null,
  ...over,
});

type Reply = { data: unknown } | Error;

/** A feed whose server answers when it is told to, in the order that it was asked. */
function aFeed(filter = {}) {
  const asked: { after: unknown; answer: (reply: Reply) => void }[] = [];
  const link = new ApolloLink(
    ({ variables }) =>
      new Observable((observer) => {
        asked.push({
          after: variables.after,
          answer: (reply) => {
            if (reply instanceof Error) return observer.error(reply);
            observer.next(reply as { data: Record<string, unknown> });
            observer.complete();
          },
        });
      }),
  );
  const feed = new CallFeed(new ApolloClient({ link, cache: new InMemoryCache() }), 'pragati', filter);
  const page = (calls: Row[], total = calls.length, endCursor: string | null = null): Reply => ({
    data: {
      calls: {
        totalCount: total,
        edges: calls.map((node) => ({ node })),
        pageInfo: { hasNextPage: endCursor !== null, endCursor },
      },
    },
  });
  return { feed, asked, page, shown: () => feed.state().calls.map(({ id, status }) => `${id} ${status}`) };
}

const IN_PROGRESS = { status: 'IN_PROGRESS' } as const;

test('a call that begins while the first page is on its way is not lost', async () => {
  const { feed, asked, page, shown } = aFeed();
  const loading = feed.catchUp();
  feed.heard(call(9, IN_PROGRESS));
  asked[0]?.answer(page([call(1)]));
  await loading;
  expect(shown()).toEqual(['call-9 IN_PROGRESS', 'call-1 COMPLETED']);
  expect(feed.state().total).toBe(2);
});

test('a page that is older than the news does not undo them', async () => {
  const { feed, asked, page, shown } = aFeed();
  const first = feed.catchUp();
  asked[0]?.answer(page([call(9, IN_PROGRESS)]));
  await first;
  const again = feed.catchUp();
  feed.heard(call(9));
  asked[1]?.answer(page([call(9, IN_PROGRESS)]));
  await again;
  expect(shown()).toEqual(['call-9 COMPLETED']);
});

test('each page is asked for once, from where the one before ended', async () => {
  const { feed, asked, page } = aFeed();
  const first = feed.more();
  asked[0]?.answer(page([call(9), call(8)], 3, 'after-8'));
  await first;
  const next = Promise.all([feed.more(), feed.more()]);
  asked[1]?.answer(page([call(7)], 3));
  await next;
  await feed.more();
  expect(asked.map(({ after }) => after)).toEqual([null, 'after-8']);
  expect(feed.state()).toMatchObject({ total: 3, hasMore: false });
});

test('what could not be loaded is told, and can be tried again', async () => {
  const { feed, asked, page, shown } = aFeed();
  const failing = feed.more();
  asked[0]?.answer(new Error('The server is gone'));
  await failing;
  expect(feed.state().error).toEqual(new Error('The server is gone'));
  const trying = feed.more();
  expect(feed.state().error).toBeUndefined();
  asked[1]?.answer(page([call(1)]));
  await trying;
  expect(shown()).toEqual(['call-1 COMPLETED']);
});

test('whether a new call says what is looked for, only the server knows', async () => {
  const { feed, asked, page, shown } = aFeed({ search: 'parking' });
  const first = feed.more();
  asked[0]?.answer(page([call(1)]));
  await first;
  feed.heard(call(9, IN_PROGRESS));
  expect(asked).toHaveLength(1);
  feed.heard(call(9));
  asked[1]?.answer(page([call(9), call(1)]));
  await expect.poll(shown).toEqual(['call-9 COMPLETED', 'call-1 COMPLETED']);
});
