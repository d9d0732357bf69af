import { expect, test } from 'vitest';
import { anOrchard } from './a-graphql-server.ts';

const orchard = await anOrchard();
const PLANT = 'mutation ($in: PlantInput!) { plant(input: $in) }';
const staff = { token: 'staff' };

test.each([
  ['a field of the input', PLANT, { in: { name: 1 } }, 'name'],
  ['a field that is missing', PLANT, { in: {} }, 'name'],
  ['a field that there is not', PLANT, { in: { name: 'Oak', colour: 'red' } }, 'colour'],
  ['an item of a list', PLANT, { in: { name: 'Oak', tags: ['old', 7] } }, 'tags.1'],
  ['a field within a list', PLANT, { in: { name: 'Oak', labels: [{ text: 'x' }, {}] } }, 'labels.1.text'],
  ['an enum', PLANT, { in: { name: 'Oak', ripeness: 'RIP' } }, 'ripeness'],
  ['a number that is too large', PLANT, { in: { name: 'Oak', age: 2 ** 31 } }, 'age'],
  ['a phone number', PLANT, { in: { name: 'Oak', gardener: '12' } }, 'gardener'],
  ['an instant', PLANT, { in: { name: 'Oak', plantedAt: 'yesterday' } }, 'plantedAt'],
  ['the whole input', PLANT, {}, 'input'],
  ['the whole input, null', PLANT, { in: null }, 'input'],
  ['an argument under another name', 'query ($who: String!) { greet(name: $who) }', { who: {} }, 'name'],
  ['a variable within an input', 'mutation ($n: String!) { plant(input: { name: $n }) }', {}, 'name'],
  [
    'a variable that feeds nothing',
    'query ($x: Int) { __typename @skip(if: false) tree { id } trees(first: $x) { totalCount } }',
    { x: 'many' },
    'first',
  ],
  [
    'null where a default would have stood',
    'query ($x: Int) { trees(first: $x) { totalCount } }',
    { x: null },
    'first',
  ],
])('a wrong variable names the input: %s', async (_, query, variables, field) => {
  const { data, errors } = await orchard.ask(query, { variables, ...staff });
  expect(data).toBeUndefined();
  expect(errors).toHaveLength(1);
  expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', field });
  expect(JSON.stringify(errors)).not.toMatch(/did you mean/i);
});

test("the sentence is the scalar's own", async () => {
  const variables = { in: { name: 'Oak', plantedAt: 'yesterday' } };
  const { errors } = await orchard.ask(PLANT, { variables, ...staff });
  expect(errors?.[0]?.message).toBe('DateTime must be an RFC 3339 instant, such as 2026-11-24T09:30:00Z.');
});

test('a wrong input is not repeated as a whole: it may hold a password', async () => {
  const { errors } = await orchard.ask(PLANT, { variables: { in: { tags: ['hunter2'] } }, ...staff });
  expect(JSON.stringify(errors)).not.toContain('hunter2');
});

test.each([
  ['mutation { plant(input: { name: "Oak", plantedAt: "yesterday" }) }', 'plantedAt'],
  ['mutation { plant(input: { name: "Oak", gardener: 12 }) }', 'gardener'],
  ['{ trees(plantedAfter: "soon") { totalCount } }', 'plantedAfter'],
])('a scalar that refuses a literal names the input as well: %s', async (query, field) => {
  const { errors } = await orchard.ask(query, staff);
  expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'BAD_USER_INPUT', field }]);
});

test('what a resolver refuses keeps the field that it named', async () => {
  const { errors } = await orchard.ask('{ trees(first: 101) { totalCount } }', staff);
  expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', field: 'first' });
});

test.each([
  ['NUL in an argument', 'query ($x: String!) { greet(name: $x) }', { x: 'a\0b' }, 'name'],
  ['half a character', 'query ($x: String!) { greet(name: $x) }', { x: 'a\ud83d' }, 'name'],
  ['the other half', 'query ($x: String!) { greet(name: $x) }', { x: '\ude00' }, 'name'],
  ['NUL in a literal', '{ greet(name: "a\\u0000b") }', {}, 'name'],
  ['NUL in a list within an input', PLANT, { in: { name: 'Oak', tags: ['a', '\0'] } }, 'tags.1'],
  ['NUL deeper still', PLANT, { in: { name: 'Oak', labels: [{ text: '\0' }] } }, 'labels.0.text'],
  ['NUL below the first level', 'query ($x: String!) { tree { matching(text: $x) } }', { x: '\0' }, 'text'],
])('%s is refused before any resolver', async (_, query, variables, field) => {
  const { errors } = await orchard.ask(query, { variables, ...staff });
  expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'BAD_USER_INPUT', field }]);
  expect(orchard.happening.greeted).toEqual([]);
});

test('every other text passes whole', async () => {
  const text = 'नमस्ते \u0001 \u2028 🏃 "\\';
  const quiet = await anOrchard();
  await quiet.ask('query ($x: String!) { greet(name: $x) }', { variables: { x: text } });
  expect(quiet.happening.greeted).toEqual([text]);
});
