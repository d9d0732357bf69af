import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { anOrchard } from './a-graphql-server.ts';

const orchard = await anOrchard();
const json = { 'content-type': 'application/json' };
const GREET = { query: '{ greet(name: "Asha") }' };

const post = (body: string | Buffer<ArrayBuffer>, headers: Record<string, string> = json, path = '') =>
  fetch(`${orchard.url}${path}`, { method: 'POST', headers, body });
const get = (query: string, headers: Record<string, string> = {}) =>
  fetch(`${orchard.url}?${new URLSearchParams({ query })}`, { headers });

/** The status, and the codes of what went wrong. */
async function outcome(answering: Promise<Response>) {
  const response = await answering;
  const { errors = [] } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
  return [response.status, ...errors.map(({ extensions }) => extensions.code)];
}

test('a page of another origin can neither ask by GET nor post a form', async () => {
  const forms = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'];
  const body = JSON.stringify(GREET);
  expect(await outcome(get(GREET.query))).toEqual([400, 'BAD_REQUEST']);
  for (const type of forms)
    expect(await outcome(post(body, { 'content-type': type }))).toEqual([400, 'BAD_REQUEST']);
  expect(orchard.happening.greeted).toEqual([]);
});

test('GET answers queries of a client that shows that it is no such page, and never mutations', async () => {
  const header = { 'apollo-require-preflight': 'true', authorization: 'Bearer staff' };
  expect(await outcome(get('{ tree { id } }', header))).toEqual([200]);
  expect(await outcome(get('mutation { plant(input: { name: "Oak" }) }', header))).toEqual([
    405,
    'BAD_REQUEST',
  ]);
});

test('operations come one by one', async () => {
  expect(await outcome(post(JSON.stringify(Array(500).fill(GREET))))).toEqual([400, 'BAD_REQUEST']);
  expect(await outcome(post(JSON.stringify([GREET])))).toEqual([400, 'BAD_REQUEST']);
});

test.each([
  ['1 MB', () => post(JSON.stringify({ ...GREET, variables: { x: 'x'.repeat(1_000_000) } })), 413],
  [
    '1 MB that was packed',
    () =>
      post(gzipSync(JSON.stringify({ ...GREET, variables: { x: 'x'.repeat(1_000_000) } })), {
        ...json,
        'content-encoding': 'gzip',
      }),
    413,
  ],
  ['half of a JSON', () => post('{ "query": "{ gr'), 400],
  ['no JSON at all', () => post('query'), 400],
  ['a JSON that is no object', () => post('"query"'), 400],
  ['an empty object', () => post('{}'), 400],
  [
    'another encoding',
    () => post(JSON.stringify(GREET), { 'content-type': 'application/json; charset=latin1' }),
    415,
  ],
  ['variables in a string', () => post(JSON.stringify({ ...GREET, variables: '{}' })), 400],
])('a body of %s is refused in a way that a GraphQL client can read', async (_, send, status) => {
  expect(await outcome(send())).toEqual([status, 'BAD_REQUEST']);
});

test('variables nested 50,000 deep are refused to a client as bad input', async () => {
  const nested = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
  const query = 'mutation ($in: PlantInput!) { plant(input: $in) }';
  const body = `{"query":${JSON.stringify(query)},"variables":{"in":${nested}}}`;
  expect((await outcome(post(body))).slice(0, 2)).toEqual([200, 'UNAUTHENTICATED']);
  expect(await outcome(post(body, { ...json, authorization: 'Bearer staff' }))).toEqual([
    200,
    'BAD_USER_INPUT',
  ]);
});

test.each([
  ['application/json', 200],
  ['application/graphql-response+json', 400],
  ['application/graphql-response+json, application/json;q=0.9', 400],
])('for %s, an operation that is refused before it runs has status %i', async (accept, status) => {
  const headers = { ...json, accept, authorization: 'Bearer staff' };
  for (const query of ['{', '{ nothing }', 'query ($x: Int!) { trees(first: $x) { totalCount } }'])
    expect((await post(JSON.stringify({ query }), headers)).status).toBe(status);
  // A stranger's.
  for (const query of ['{', '{ __schema { description } }', 'query ($x: Int!) { __typename }'])
    expect((await post(JSON.stringify({ query }), { ...json, accept })).status).toBe(status);
  expect((await post('{ "query"', headers)).status).toBe(400);
});

test('a field that is refused is an answer like any other', async () => {
  const headers = { ...json, accept: 'application/graphql-response+json', authorization: 'Bearer staff' };
  expect(await outcome(post(JSON.stringify({ query: '{ ledger }' }), headers))).toEqual([200, 'FORBIDDEN']);
});

test('stored queries are not offered, so that no stranger fills a cache with theirs', async () => {
  const extensions = { persistedQuery: { version: 1, sha256Hash: '0'.repeat(64) } };
  expect(await outcome(post(JSON.stringify({ extensions })))).toEqual([200, 'PERSISTED_QUERY_NOT_SUPPORTED']);
});

test('answers are not to be kept, and no page is shown to browsers', async () => {
  const response = await get('{ tree { id } }', { accept: 'text/html' });
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(await response.text()).not.toMatch(/<html/i);
});

test('only the address itself answers', async () => {
  expect((await post(JSON.stringify(GREET), json, '/other')).status).toBe(404);
  expect((await fetch(orchard.url, { method: 'PUT', headers: json, body: '{}' })).status).toBe(405);
});
