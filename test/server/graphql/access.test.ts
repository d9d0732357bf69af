import { getIntrospectionQuery } from 'graphql';
import { describe, expect, test } from 'vitest';
import { anOrchard } from './a-graphql-server.ts';

const orchard = await anOrchard();
const PLEASE_SIGN_IN = {
  data: null,
  errors: [{ message: 'Please sign in.', extensions: { code: 'UNAUTHENTICATED' } }],
};
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
  ['a type behind a fragment', '{ ...F } fragment F on Query { found: __schema { types { name } } }'],
])('the schema is for whoever is signed in: %s', async (_, query) => {
  const refused = await orchard.ask(query);
  expect(refused).toEqual({ errors: PLEASE_SIGN_IN.errors });
  const told = await orchard.ask(query, { token: 'staff' });
  expect(told.errors).toBeUndefined();
  expect(JSON.stringify(told.data)).toContain(query.includes('types') ? 'TreeConnection' : 'parent');
});

test('a document that was valid for staff who are signed in is refused to a stranger', async () => {
  const query = '{ __schema { queryType { name } } }';
  expect((await orchard.ask(query, { token: 'staff' })).errors).toBeUndefined();
  expect((await orchard.ask(query)).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
});

test('a stranger who guesses a type hears the same whether there is such a one', async () => {
  const query = 'query ($n: String!) { __type(name: $n) { name } }';
  for (const n of ['Nothing', 'Tree', 'Orchard'])
    expect(await orchard.ask(query, { variables: { n } })).toEqual({ data: { __type: null } });
  expect((await orchard.ask(query, { variables: { n: 'Tree' }, token: 'staff' })).data).toEqual({
    __type: { name: 'Tree' },
  });
});

describe('to a stranger, whatever else is asked, the answer is to sign in, and names nothing', () => {
  test.each([
    ['a field', '{ ledger }'],
    ['a field that there isn’t', '{ ledgr }'],
    ['an argument that there isn’t', 'mutation { plant(inpt: 1) }'],
    ['an argument of another type', '{ trees(first: "x") { totalCount } }'],
    ['a field of a type', '{ ledger { nope } }'],
    ['a fragment on a type', '{ ledger { ... on Tre { id } } }'],
    ['a variable of a type', 'query ($x: PlantInput!) { ledger }'],
    ['a subscription', 'subscription { ticks { number } }'],
    ['two operations', 'query A { greet(name: "x") } query B { greet(name: "x") }'],
    ['an open field twice', '{ a: greet(name: "x") b: greet(name: "x") }'],
    ['an open field beside another', '{ greet(name: "x") ledger }'],
    [
      'an open field beside another in a fragment',
      '{ ...F } fragment F on Query { greet(name: "x") ledger }',
    ],
    [
      'an open field twice, in fragments',
      '{ ...F ... { greet(name: "x") } } fragment F on Query { b: greet(name: "x") }',
    ],
    ['a fragment that there isn’t', '{ greet(name: "x") ...F }'],
    ['two fields', '{ ledger address }'],
  ])('%s', async (_, query) => {
    expect(await orchard.ask(query)).toEqual(PLEASE_SIGN_IN);
  });

  test('an open field in a fragment on another type, whether there is such a one', async () => {
    for (const type of ['Tree', 'Tre'])
      expect(await orchard.ask(`{ ...F } fragment F on ${type} { greet(name: "x") }`)).toEqual({
        errors: PLEASE_SIGN_IN.errors,
      });
  });

  test.each(['application/json', 'application/graphql-response+json'])(
    'as a resolver would refuse, for a client that accepts %s, without a token and with one that has expired',
    async (accept) => {
      for (const authorization of [undefined, 'Bearer expired']) {
        const response = await fetch(orchard.url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', accept, ...(authorization && { authorization }) },
          body: JSON.stringify({ query: '{ ledger address }' }),
        });
        expect([response.status, await response.json()]).toEqual([200, PLEASE_SIGN_IN]);
      }
    },
  );

  test.each([
    ['an argument that there isn’t', '{ greet(nam: "x") }'],
    ['one that is missing', '{ greet }'],
    ['a field of what there isn’t', '{ greet(name: "x") { tree } }'],
    ['a fragment that isn’t used', '{ greet(name: "x") } fragment F on Tree { parent { id } }'],
    ['a variable that isn’t used', 'query ($x: PlantInput) { greet(name: "x") }'],
    ['an unknown directive', '{ greet(name: "x") @ripe }'],
  ])('also about an open field: %s', async (_, query) => {
    const { data, errors } = await orchard.ask(query);
    expect(data).toBeUndefined();
    for (const error of errors ?? [])
      expect(error).toEqual({
        message: 'Signing in is asked for in another way; docs/api.md has an example.',
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
      });
    expect(errors?.length).toBeGreaterThan(0);
  });

  test('but an input of the open field that is of another kind is named', async () => {
    const query = 'query ($name: String!) { greet(name: $name) }';
    expect(await orchard.ask(query, { variables: { name: 5 } })).toEqual({
      errors: [
        {
          message: 'What was given as name is not of its kind.',
          extensions: { code: 'BAD_USER_INPUT', field: 'name' },
        },
      ],
    });
  });
});

describe('a stranger whose client sends all its operations together', () => {
  const send = (query: string, operationName: string | undefined, method: 'GET' | 'POST') => {
    const asked = { query, ...(operationName && { operationName }) };
    return method === 'GET'
      ? fetch(`${orchard.url}?${new URLSearchParams(asked)}`, {
          headers: { 'apollo-require-preflight': 'true' },
        })
      : fetch(orchard.url, {
          method,
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(asked),
        });
  };
  const answered = async (...asked: Parameters<typeof send>) => (await send(...asked)).json();
  const GREET = 'query Greet { greet(name: "x") }';

  describe.each(['POST', 'GET'] as const)('by %s', (method) => {
    test.each([
      ['beside another', `${GREET} query Me { ledger }`],
      ['after another', `query Me { ledger } ${GREET}`],
      ['in a fragment', 'query Greet { ...F } query Me { ledger } fragment F on Query { greet(name: "x") }'],
      ['in a fragment without a type', 'query Greet { ... { greet(name: "x") } } query Me { ledger }'],
      ['beside a field that there isn’t', `${GREET} query Me { ledgr }`],
      ['beside a type that there isn’t', `${GREET} query Me { ...F } fragment F on Tre { id }`],
      ['beside a variable of no type', `${GREET} query Me($x: Nothing) { ledger }`],
      ['beside the schema', `${GREET} query Me { __schema { types { name } } }`],
    ])('is answered the one that is open: %s', async (_, query) => {
      expect(await answered(query, 'Greet', method)).toEqual({ data: { greet: 'Good morning, x.' } });
    });

    test.each([
      ['names the other one', 'Me'],
      ['names one that there isn’t', 'Mi'],
      ['names none', undefined],
    ])('is to sign in where it %s', async (_, name) => {
      expect(await answered(`${GREET} query Me { ledger }`, name, method)).toEqual(PLEASE_SIGN_IN);
    });
  });

  test('is answered one open field all the same', async () => {
    const two = 'query Greet { a: greet(name: "x") ...F } fragment F on Query { b: greet(name: "x") }';
    expect(await answered(`${two} query Me { ledger }`, 'Greet', 'POST')).toEqual(PLEASE_SIGN_IN);
  });
});
