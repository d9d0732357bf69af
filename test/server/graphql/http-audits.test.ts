import { serverAudits } from 'graphql-http';
import { expect, test } from 'vitest';
import { anOrchard } from './a-graphql-server.ts';

const { url } = await anOrchard();

/** Asks without being signed in; GET says that it is no page of another origin, as our clients have to. */
const ask: typeof fetch = (target, options = {}) =>
  fetch(
    target,
    options.method === 'POST'
      ? options
      : { ...options, headers: { ...options.headers, 'apollo-require-preflight': 'true' } },
  );

test.each(serverAudits({ url, fetchFn: ask }))('$id: a server $name', async ({ fn }) => {
  expect(await fn()).toMatchObject({ status: 'ok' });
});
