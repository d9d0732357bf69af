import { expect, test } from 'vitest';
import { anOrchard } from './a-graphql-server.ts';

const orchard = await anOrchard();
const staff = { token: 'staff' };

/** `{ tree { parent { … { id } } } }`, with `depth` fields below each other. */
const deep = (depth: number) => `{ tree ${'{ parent '.repeat(depth - 2)}{ id }${' }'.repeat(depth - 2)} }`;
const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

test.each([
  ['a depth of 10', deep(10)],
  ['30 aliases', `{ ${times(30, (n) => `a${n}: tree { id }`)} }`],
  ['50 directives', `{ ${times(50, () => 'tree @skip(if: false) { id }')} }`],
  [
    'three pages of 100 with lists below',
    `{ ${times(3, (n) => `a${n}: trees(first: 100) { edges { node { branches { id } } } }`)} }`,
  ],
  ['1,900 tokens', `mutation { plant(input: { name: "Oak", tags: [${times(1_880, () => '"old"')}] }) }`],
])('%s are let through', async (_, query) => {
  const { data, errors } = await orchard.ask(query, staff);
  expect(errors).toBeUndefined();
  expect(data).not.toBeNull();
});

test.each([
  ['a depth of 11', deep(11), /nested 10 deep; here they are 11/],
  ['a depth of 50', deep(50), /nested 10 deep; here they are 50/],
  ['31 aliases', `{ ${times(31, (n) => `a${n}: tree { id }`)} }`, /30 aliases/],
  [
    'aliases in a fragment, each time that it is spread',
    `{ ${times(4, () => 'tree { ...F }')} } fragment F on Tree { ${times(8, (n) => `a${n}: id`)} }`,
    /32/,
  ],
  ['51 directives', `{ ${times(51, () => 'tree @skip(if: false) { id }')} }`, /50 directives/],
  [
    'lists within lists',
    '{ tree { branches { branches { branches { branches { id } } } } } }',
    /about 168,?421 objects/,
  ],
  [
    '100 pages of 100',
    `{ ${times(20, (n) => `a${n}: trees(first: 100) { edges { node { branches { id } } } }`)} }`,
    /smaller pages/,
  ],
])('%s is refused', async (_, query, message) => {
  const { data, errors } = await orchard.ask(query, staff);
  expect(data).toBeUndefined();
  expect(errors).toMatchObject([
    { message: expect.stringMatching(message), extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
  ]);
});

test.each([
  ['1,000 aliases', `{ ${times(1_000, (n) => `a${n}: tree { id }`)} }`],
  ['10,000 fields', `{ ${times(10_000, () => '__typename')} }`],
])('%s are not even read to the end', async (_, query) => {
  const { errors } = await orchard.ask(query, staff);
  expect(errors).toMatchObject([
    { message: expect.stringContaining('2000 tokens'), extensions: { code: 'GRAPHQL_PARSE_FAILED' } },
  ]);
});

test('a page is priced by its variable as well, and by its default where there is none', async () => {
  const pages = times(20, (n) => `a${n}: trees(first: $n) { edges { node { branches { id } } } }`);
  const query = `query ($n: Int! = 25) { ${pages} }`;
  const answers = [10, 100, undefined].map((n) => orchard.ask(query, { variables: { n }, ...staff }));
  const priced = (await Promise.all(answers)).map(({ errors }) => errors?.[0]?.extensions?.code);
  expect(priced).toEqual([undefined, 'GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_VALIDATION_FAILED']);
});

test('a page that is longer than any may be is left to the resolver, which says what would do', async () => {
  const { errors } = await orchard.ask('{ trees(first: 2000000000) { totalCount } }', staff);
  expect(errors?.[0]).toMatchObject({
    message: expect.stringContaining('1 to 100'),
    extensions: { field: 'first' },
  });
});

test('fragments that double each other are counted without being walked each time', async () => {
  const fragments = times(
    60,
    (n) => `fragment F${n} on Tree { parent { ...F${n + 1} } branches { ...F${n + 1} } }`,
  );
  const { errors } = await orchard.ask(`{ tree { ...F0 } } ${fragments} fragment F60 on Tree { id }`, staff);
  expect(errors?.[0]?.extensions).toEqual({ code: 'GRAPHQL_VALIDATION_FAILED' });
});

test('the limits hold for a stranger who has not signed in, too', async () => {
  const { errors } = await orchard.ask(deep(11));
  expect(errors?.[0]?.extensions).toEqual({ code: 'GRAPHQL_VALIDATION_FAILED' });
});
