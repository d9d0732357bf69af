import { getIntrospectionQuery } from 'graphql';
import { expect, test } from 'vitest';
import { anOrchard } from './a-graphql-server.ts';

const orchard = await anOrchard();
const PLANT = 'mutation { plant(input: { name: "Oak" }) }';

test.each([
  ['nobody', undefined, '{ greet(name: "x") }', undefined],
  ['nobody', undefined, '{ ledger }', 'UNAUTHENTICATED'],
  ['nobody', undefined, '{ address }', 'UNAUTHENTICATED'],
  ['nobody', undefined, PLANT, 'UNAUTHENTICATED'],
  ['somebody with a token that is none', 'forged', PLANT, 'UNAUTHENTICATED'],
  ['somebody with a token that is none', 'forged', '{ greet(name: "x") }', undefined],
  ['somebody with an endless token', 'x'.repeat(5_000), PLANT, 'UNAUTHENTICATED'],
  ['staff', 'staff', '{ ledger }', 'FORBIDDEN'],
  ['staff', 'staff', PLANT, undefined],
  ['an admin', 'admin', '{ ledger }', undefined],
])('%s (%s) who asks for %s gets %s', async (_, token, query, code) => {
  const { errors } = await orchard.ask(query, { token });
  expect(errors?.[0]?.extensions?.code).toBe(code);
});

test('the authorization header is read by its scheme, whatever its case', async () => {
  const codes = await Promise.all(
    ['Bearer staff', 'bearer staff', 'Bearer   staff', 'Basic staff', 'staff', 'Bearer staff staff'].map(
      async (authorization) => {
        const response = await fetch(orchard.url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization },
          body: JSON.stringify({ query: '{ address }' }),
        });
        return ((await response.json()) as { data: unknown }).data !== null;
      },
    ),
  );
  expect(codes).toEqual([true, true, true, false, false, false]);
});

test('the address is the one that a proxy on this machine tells', async () => {
  const response = await fetch(orchard.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: 'Bearer staff',
      'x-forwarded-for': '10.9.9.9, 203.0.113.7',
    },
    body: JSON.stringify({ query: '{ address }' }),
  });
  expect(await response.json()).toEqual({ data: { address: '203.0.113.7' } });
});

test.each([
  ['the usual query', getIntrospectionQuery()],
  ['a type by name', '{ __type(name: "Tree") { fields { name } } }'],
  ['a type behind a fragment', '{ ...F } fragment F on Query { found: __schema { types { name } } }'],
])('the schema is for whoever is signed in: %s', async (_, query) => {
  const refused = await orchard.ask(query);
  expect(refused).toEqual({ errors: [expect.objectContaining({ extensions: { code: 'UNAUTHENTICATED' } })] });
  const told = await orchard.ask(query, { token: 'staff' });
  expect(told.errors).toBeUndefined();
  expect(JSON.stringify(told.data)).toContain(query.includes('types') ? 'TreeConnection' : 'parent');
});

test('a document that was valid for staff who are signed in is refused to a stranger', async () => {
  const query = '{ __schema { queryType { name } } }';
  expect((await orchard.ask(query, { token: 'staff' })).errors).toBeUndefined();
  expect((await orchard.ask(query)).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
});

test('a type that is named by a variable is found out', async () => {
  const query = 'query ($n: String!) { __type(name: $n) { name } }';
  const asked = (name: string) => orchard.ask(query, { variables: { n: name } });
  expect(await asked('Nothing')).toEqual({ data: { __type: null } });
  expect((await asked('Tree')).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
});
