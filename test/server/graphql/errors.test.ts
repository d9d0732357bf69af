import { expect, test } from 'vitest';
import { AppError, badInput, notFound } from '../../../server/infra/app-error.ts';
import { anOrchard } from './a-graphql-server.ts';

const orchard = await anOrchard();

/** What a client is told of a resolver that fails. */
async function answerTo(failure: unknown) {
  orchard.happening.failure = failure;
  const { data, errors } = await orchard.ask('{ fails }');
  expect(data).toEqual({ fails: null });
  expect(errors).toHaveLength(1);
  return errors?.[0];
}

test.each([
  [notFound('call'), 'There is no such call.', { code: 'NOT_FOUND' }],
  [badInput('slug', 'Too short.'), 'Too short.', { code: 'BAD_USER_INPUT', field: 'slug' }],
  [new AppError('CONFLICT', 'Taken.'), 'Taken.', { code: 'CONFLICT' }],
  [
    new AppError('RATE_LIMITED', 'Wait.', { retryAfterSeconds: 30 }),
    'Wait.',
    { code: 'RATE_LIMITED', retryAfterSeconds: 30 },
  ],
  [
    new AppError('PROVIDER_UNAVAILABLE', 'Vobiz is away.'),
    'Vobiz is away.',
    { code: 'PROVIDER_UNAVAILABLE' },
  ],
])('a refusal is told as it is: %s', async (refusal, message, extensions) => {
  expect(await answerTo(refusal)).toEqual({
    message,
    extensions,
    path: ['fails'],
    locations: [{ line: 1, column: 3 }],
  });
});

const SECRET = 'select password_hash from users';

test.each([
  ['an error', new Error(SECRET)],
  [
    'an error with extensions of its own',
    Object.assign(new Error(SECRET), { extensions: { code: 'NOT_FOUND', sql: SECRET } }),
  ],
  [
    'an error of a database driver',
    Object.assign(new Error(SECRET), { code: '42601', query: SECRET, detail: SECRET }),
  ],
  ['what is no error at all', SECRET],
  ['nothing', undefined],
])('%s is told as an id, under which the log has the rest', async (_, failure) => {
  const answer = await answerTo(failure);
  expect(answer?.extensions).toEqual({
    code: 'INTERNAL_SERVER_ERROR',
    errorId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  expect(JSON.stringify(answer)).not.toMatch(/select|password|at .*\.ts/);
  const logged = orchard.logged().filter(({ errorId }) => errorId === answer?.extensions?.errorId);
  expect(logged).toMatchObject([
    { level: 'error', path: 'fails', err: expect.objectContaining({ message: expect.any(String) }) },
  ]);
});

test('each failure has an id of its own', async () => {
  const [one, other] = [await answerTo(new Error('x')), await answerTo(new Error('x'))];
  expect(one?.extensions?.errorId).not.toBe(other?.extensions?.errorId);
});

test('a statement that PostgreSQL stopped for its length is told as such', async () => {
  const answer = await answerTo(
    Object.assign(new Error('canceling statement due to statement timeout'), { code: '57014' }),
  );
  expect(answer).toMatchObject({
    message: 'This took too long and was stopped. Please ask for less at once.',
    extensions: { code: 'INTERNAL_SERVER_ERROR', errorId: expect.any(String) },
  });
});

test.each([
  ['a document that is none', '{', 'GRAPHQL_PARSE_FAILED'],
  ['an unknown field', '{ gret(name: "x") }', 'GRAPHQL_VALIDATION_FAILED'],
  ['an unknown argument', '{ greet(nam: "x", name: "x") }', 'GRAPHQL_VALIDATION_FAILED'],
  ['an unknown type', '{ tree { ... on Tre { id } } }', 'GRAPHQL_VALIDATION_FAILED'],
  [
    'an unknown enum value',
    'mutation { plant(input: { name: "x", ripeness: RIP }) }',
    'GRAPHQL_VALIDATION_FAILED',
  ],
  ['a literal of another type', '{ greet(name: 1) }', 'GRAPHQL_VALIDATION_FAILED'],
])('%s has its code, without suggestions or anything internal', async (_, query, code) => {
  const { data, errors } = await orchard.ask(query, { token: 'staff' });
  expect(data).toBeUndefined();
  for (const error of errors ?? []) expect(error.extensions).toEqual({ code });
  expect(JSON.stringify(errors)).not.toMatch(/did you mean|node_modules/i);
});

test('sessions that cannot be read are our fault, and told as an id', async () => {
  const away = await anOrchard({
    sessions: { viewerFor: () => Promise.reject(new Error('connect ECONNREFUSED 10.0.0.3:5432')) },
  });
  const { errors } = await away.ask('{ address }', { token: 'staff' });
  expect(errors?.[0]?.extensions).toMatchObject({
    code: 'INTERNAL_SERVER_ERROR',
    errorId: expect.any(String),
  });
  expect(JSON.stringify(errors)).not.toContain('10.0.0.3');
});
