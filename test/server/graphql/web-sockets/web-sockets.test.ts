import { createClient, type FormattedExecutionResult } from 'graphql-ws';
import { afterAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { createLog } from '../../../../server/infra/log.ts';
import { Notifications } from '../../../../server/infra/notifications.ts';
import { aDatabase } from '../../../support/database.ts';
import { anOrchard } from '../a-graphql-server.ts';
import { aRawSocket } from '../a-raw-socket.ts';
import { ticking } from '../ticking.ts';

type Orchard = Awaited<ReturnType<typeof anOrchard>>;

const TICKS = { query: 'subscription { ticks { number } }' };

/** A connection of the usual client, which tells how it closed. */
function aClient(
  { webSocketUrl }: Orchard,
  connectionParams: Record<string, unknown> = { authorization: 'Bearer staff' },
) {
  let onClosed: (event: { code: number; reason: string }) => void;
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    onClosed = resolve;
  });
  const client = createClient({
    url: webSocketUrl,
    webSocketImpl: WebSocket,
    connectionParams,
    lazy: false,
    onNonLazyError: () => undefined,
    retryAttempts: 0,
    on: { closed: (event) => onClosed(event as { code: number; reason: string }) },
  });
  afterAll(() => client.dispose());
  return { client, closed };
}

/** The first result of an operation, or the errors that it was refused with. */
async function first(
  { client }: ReturnType<typeof aClient>,
  payload: { query: string; variables?: Record<string, unknown> },
) {
  const results = client.iterate(payload);
  const { value } = await results.next();
  await results.return?.();
  return value as FormattedExecutionResult;
}

test('a user who is signed in hears each event, until the subscription ends', async () => {
  const orchard = await anOrchard();
  const ticks = ticking();
  orchard.happening.ticks = () => ticks.events;
  const results = aClient(orchard).client.iterate(TICKS);
  const heard = [results.next(), results.next()];
  await ticks.subscribed;
  ticks.tick(1);
  ticks.tick(2);
  expect(await Promise.all(heard)).toEqual([
    { value: { data: { ticks: { number: 1 } } }, done: false },
    { value: { data: { ticks: { number: 2 } } }, done: false },
  ]);
  await results.return?.();
  await ticks.left;
});

test.each([
  ['no token', {}],
  ['a token that is none', { authorization: 'Bearer forged' }],
  ['a token without its scheme', { authorization: 'staff' }],
  ['a token that is no text', { authorization: { token: 'staff' } }],
])('with %s, the connection is refused', async (_, connectionParams) => {
  const orchard = await anOrchard();
  expect(await aClient(orchard, connectionParams).closed).toMatchObject({
    code: 4401,
    reason: 'Please sign in',
  });
});

test('operations by WebSocket see the same viewer, address, rules, limits and errors', async () => {
  const orchard = await anOrchard();
  const connection = aClient(orchard);
  const codeOf = async (query: string, variables = {}) => {
    const results = connection.client.iterate({ query, variables });
    const told = await results.next().then(
      ({ value }) => value?.errors,
      (errors: unknown) => errors,
    );
    return (told as { extensions: unknown }[] | undefined)?.map(({ extensions }) => extensions);
  };
  expect(await first(connection, { query: '{ address }' })).toEqual({ data: { address: '127.0.0.1' } });
  expect(await codeOf('{ ledger }')).toEqual([{ code: 'FORBIDDEN' }]);
  expect(await codeOf('{')).toEqual([{ code: 'GRAPHQL_PARSE_FAILED' }]);
  expect(await codeOf('{ tre }')).toEqual([{ code: 'GRAPHQL_VALIDATION_FAILED' }]);
  expect(await codeOf('query ($x: Int) { trees(first: $x) { totalCount } }', { x: 'many' })).toEqual([
    { code: 'BAD_USER_INPUT', field: 'first' },
  ]);
  expect(await codeOf('query ($x: String!) { greet(name: $x) }', { x: '\0' })).toEqual([
    { code: 'BAD_USER_INPUT', field: 'name' },
  ]);
  expect(await codeOf(`{ tree ${'{ parent '.repeat(40)}{ id }${' }'.repeat(40)} }`)).toEqual([
    { code: 'GRAPHQL_VALIDATION_FAILED' },
  ]);
  expect(await codeOf(`{ ${'__typename '.repeat(3_000)} }`)).toEqual([{ code: 'GRAPHQL_PARSE_FAILED' }]);
  orchard.happening.failure = new Error('select secret');
  expect(await codeOf('{ fails }')).toEqual([{ code: 'INTERNAL_SERVER_ERROR', errorId: expect.any(String) }]);
});

test('a subscription that breaks is told as an id', async () => {
  const orchard = await anOrchard();
  orchard.happening.ticks = () => {
    throw new Error('select secret');
  };
  const { errors } = await first(aClient(orchard), TICKS);
  expect(errors?.[0]?.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR', errorId: expect.any(String) });
  expect(JSON.stringify(errors)).not.toContain('secret');
});

test('a subscription that breaks on the way is told as an id', async () => {
  const orchard = await anOrchard();
  orchard.happening.ticks = async function* () {
    yield { number: 1, load: '' };
    throw new Error('select secret');
  };
  const results = aClient(orchard).client.iterate(TICKS);
  expect(await results.next()).toMatchObject({ value: { data: { ticks: { number: 1 } } } });
  const errors = await results.next().then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(errors).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
  expect(JSON.stringify(errors)).not.toContain('secret');
});

test('each event is dealt with in a context of its own', async () => {
  const orchard = await anOrchard();
  const ticks = ticking();
  orchard.happening.ticks = () => ticks.events;
  const results = aClient(orchard).client.iterate<{ contextsSeen: number }>({
    query: 'subscription { ticks { load contextsSeen } }',
  });
  const heard = [results.next(), results.next()];
  await ticks.subscribed;
  ticks.tick(1);
  ticks.tick(2);
  const seen = (await Promise.all(heard)).map(({ value }) => value?.data);
  expect(seen).toEqual([{ ticks: { load: '', contextsSeen: 1 } }, { ticks: { load: '', contextsSeen: 1 } }]);
});

test('a session that ends takes its connections with it, and only those', async () => {
  const orchard = await anOrchard();
  const [staff, admin] = [aClient(orchard), aClient(orchard, { authorization: 'Bearer admin' })];
  await Promise.all([first(staff, { query: '{ address }' }), first(admin, { query: '{ address }' })]);
  orchard.announce('session_ended', 'bb');
  expect(await staff.closed).toMatchObject({ code: 4401, reason: 'The session has ended' });
  expect(await first(admin, { query: '{ address }' })).toEqual({ data: { address: '127.0.0.1' } });
});

test('whose session has ended has no say, even before knowing it', async () => {
  const orchard = await anOrchard();
  const { closed, say } = await aRawSocket(orchard);
  orchard.announce('session_ended', 'bb');
  say({ type: 'subscribe', id: '1', payload: { query: '{ greet(name: "late") }' } });
  expect(await closed).toBe(4401);
  expect(orchard.happening.greeted).toEqual([]);
});

test('a database that is away for a moment throws no user out', async () => {
  const orchard = await anOrchard({ webSockets: { recheckMs: 20 } });
  const staff = aClient(orchard);
  await first(staff, { query: '{ address }' });
  const viewer = orchard.viewers.get('staff');
  orchard.viewers.get = () => {
    throw new Error('connect ECONNREFUSED');
  };
  const isWarned = () => orchard.logged().some(({ msg }) => msg === 'Sessions could not be looked at again');
  await expect.poll(isWarned).toBe(true);
  orchard.viewers.get = () => viewer;
  expect(await first(staff, { query: '{ address }' })).toEqual({ data: { address: '127.0.0.1' } });
});

test('PostgreSQL carries the end of a session here', async () => {
  const { url, database } = await aDatabase();
  const notifications = new Notifications(url, createLog('silent'));
  await notifications.start();
  afterAll(() => notifications.stop());
  const orchard = await anOrchard({ notifications });
  const staff = aClient(orchard);
  await first(staff, { query: '{ address }' });
  // Until PostgreSQL listens for it, what is announced is missed.
  await notifications.settled;
  await database.asPlatform((tx) => tx.notify('session_ended', 'bb'));
  expect(await staff.closed).toMatchObject({ code: 4401 });
});

test('what was announced while the server didn’t listen is found out on return', async () => {
  const orchard = await anOrchard();
  const staff = aClient(orchard);
  await first(staff, { query: '{ address }' });
  orchard.viewers.delete('staff');
  orchard.announce('reconnect');
  expect(await staff.closed).toMatchObject({ code: 4401 });
});

test('a session that expires, or whose role changes, is found out before long', async () => {
  const orchard = await anOrchard({ webSockets: { recheckMs: 20 } });
  const [staff, admin] = [aClient(orchard), aClient(orchard, { authorization: 'Bearer admin' })];
  await Promise.all([first(staff, { query: '{ address }' }), first(admin, { query: '{ address }' })]);
  const [viewer] = orchard.viewers.values();
  orchard.viewers.delete('staff');
  if (viewer) orchard.viewers.set('admin', { ...viewer, role: 'TENANT_STAFF' });
  expect(await staff.closed).toMatchObject({ code: 4401 });
  expect(await admin.closed).toMatchObject({ code: 4401 });
});
