import {
  buildSchema,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql';
import { expect, test } from 'vitest';
import { limitViolation } from '../../../server/graphql/limit-violation.ts';
import { type QueryComplexity, queryComplexity } from '../../../server/graphql/query-complexity.ts';

const schema = buildSchema(`
  type Query {
    me: User!
    calls(first: Int! = 25, after: String): CallConnection!
    phoneNumbers: [PhoneNumber!]!
    availableNumbers(page: Int! = 1, perPage: Int! = 25): AvailableNumberPage!
  }
  type User { id: ID! tenant: Tenant }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  type CallConnection { edges: [CallEdge!]! pageInfo: PageInfo! totalCount: Int! }
  type CallEdge { node: Call! cursor: String! }
  type Call { id: ID! tenant: Tenant! customer: Customer turns: [Turn!]! analysis: Analysis recordings: [Recording!]! }
  type Customer { id: ID! tags: [String!]! }
  type Turn { id: ID! text: String! }
  type Analysis { summary: String! intents: [String!]! }
  type Recording { id: ID! }
  type Tenant { id: ID! persona: Persona! webhookUrls: WebhookUrls! }
  type Persona { agentName: String! }
  type WebhookUrls { answer: String! }
  type PhoneNumber { id: ID! tenant: Tenant! }
  type AvailableNumberPage { items: [AvailableNumber!]! total: Int! }
  type AvailableNumber { e164: String! monthlyFee: Money! }
  type Money { currency: String! }
`);

function measured(query: string, variables = {}): QueryComplexity {
  const document = parse(query);
  expect(validate(schema, document)).toEqual([]);
  const operation = document.definitions.find(
    (each): each is OperationDefinitionNode => each.kind === 'OperationDefinition',
  );
  const fragments = document.definitions.filter(
    (each): each is FragmentDefinitionNode => each.kind === 'FragmentDefinition',
  );
  const root = schema.getQueryType();
  if (!operation || !root) return expect.unreachable('a document with a query');
  return queryComplexity(
    schema,
    new Map(fragments.map((each) => [each.name.value, each])),
    variables,
    operation.selectionSet,
    root,
  );
}

const EVERYTHING = `edges { cursor node { id
  tenant { id persona { agentName } webhookUrls { answer } }
  customer { id tags } turns { id text } analysis { summary intents } recordings { id } } }
  pageInfo { hasNextPage endCursor } totalCount`;

test.each([
  ['{ __typename }', { depth: 0, cost: 0 }],
  ['{ me { id } }', { depth: 2, cost: 1 }],
  ['{ me { tenant { persona { agentName } } } }', { depth: 4, cost: 3 }],
  ['{ calls { totalCount } }', { depth: 2, cost: 1 }],
  ['{ calls(first: 10) { edges { node { id } } } }', { depth: 4, cost: 1 + 10 * 2 }],
  ['{ calls { edges { node { id } } } }', { depth: 4, cost: 1 + 25 * 2 }],
  ['{ calls(first: 10) { edges { node { turns { id } } } } }', { depth: 5, cost: 1 + 10 * (2 + 20) }],
  ['{ phoneNumbers { id tenant { id } } }', { depth: 3, cost: 20 + 20 }],
  [
    '{ availableNumbers(perPage: 50) { items { e164 monthlyFee { currency } } } }',
    { depth: 4, cost: 1 + 50 * 2 },
  ],
  ['{ ...F ...F } fragment F on Query { me { ... on User { tenant { id } } } }', { depth: 3, cost: 4 }],
  ['{ a: me { b: id } ...F } fragment F on Query { c: me { id } }', { aliases: 3 }],
  ['{ me @skip(if: false) { id @include(if: true) ... @skip(if: false) { id } } }', { directives: 3 }],
])('%s measures %j', (query, expected) => {
  expect(measured(query)).toMatchObject(expected);
});

test.each([25, 100])('a page of %i calls with all that hangs on them is let through', (first) => {
  expect(
    limitViolation(measured(`query ($n: Int!) { calls(first: $n) { ${EVERYTHING} } }`, { n: first })),
  ).toBeUndefined();
});

test('three such pages of 100 at once are not', () => {
  const pages = ['a', 'b', 'c'].map((name) => `${name}: calls(first: 100) { ${EVERYTHING} }`);
  expect(limitViolation(measured(`{ ${pages.join(' ')} }`))).toMatch(/about 1\d{4} objects/);
});

test('no page is longer or shorter than a page may be', () => {
  const costs = [-5, 0, 1, 100, 2 ** 31 - 1].map(
    (n) => measured('query ($n: Int!) { calls(first: $n) { edges { node { id } } } }', { n }).cost,
  );
  expect(costs).toEqual([3, 3, 3, 201, 201]);
});
