import { gql, InMemoryCache } from '@apollo/client';
import { expect, test } from 'vitest';
import { pagesBy } from '../../../desktop/renderer/graphql/pages.ts';

const LIST = gql`
  query List($after: String) {
    tenants(after: $after) {
      totalCount
      edges { node { id } }
      pageInfo { hasNextPage endCursor }
    }
  }
`;

/** A cache that has seen pages, in the order in which they came. */
function aCache(...pages: { after: string | null; ids: string; endCursor: string; hasNextPage: boolean }[]) {
  const cache = new InMemoryCache({ typePolicies: { Query: { fields: { tenants: pagesBy([]) } } } });
  for (const { after, ids, ...pageInfo } of pages) {
    const edges = [...ids].map((id) => ({ __typename: 'Edge', node: { __typename: 'Tenant', id } }));
    const tenants = { __typename: 'Connection', totalCount: 9, edges, pageInfo };
    cache.writeQuery({ query: LIST, variables: { after }, data: { tenants } });
  }
  return cache.readQuery<{
    tenants: { edges: { node: { id: string } }[]; pageInfo: { endCursor: string; hasNextPage: boolean } };
  }>({ query: LIST })?.tenants;
}

const idsOf = (list: ReturnType<typeof aCache>) => list?.edges.map(({ node }) => node.id).join('');

const FIRST = { after: null, ids: 'abc', endCursor: 'c', hasNextPage: true };
const SECOND = { after: 'c', ids: 'def', endCursor: 'f', hasNextPage: false };

test('a page comes behind those that are there', () => {
  const list = aCache(FIRST, SECOND);
  expect(idsOf(list)).toBe('abcdef');
  expect(list?.pageInfo).toMatchObject({ endCursor: 'f', hasNextPage: false });
});

test('the first page, read again, leaves what follows', () => {
  const list = aCache(FIRST, SECOND, { ...FIRST, ids: 'xab', endCursor: 'b' });
  expect(idsOf(list)).toBe('xabcdef');
  expect(list?.pageInfo).toMatchObject({ endCursor: 'f', hasNextPage: false });
});

test('where nothing of it was known, it begins the list anew', () => {
  const list = aCache(FIRST, SECOND, { ...FIRST, ids: 'xyz', endCursor: 'z' });
  expect(idsOf(list)).toBe('xyz');
  expect(list?.pageInfo).toMatchObject({ endCursor: 'z', hasNextPage: true });
});

test('a list that has become empty is empty', () => {
  const list = aCache(FIRST, SECOND, { after: null, ids: '', endCursor: '', hasNextPage: false });
  expect(idsOf(list)).toBe('');
});
