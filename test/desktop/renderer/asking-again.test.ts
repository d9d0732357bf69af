import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';
import { gql } from '@apollo/client/core';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { expect, test } from 'vitest';
import { askingAgain } from '../../../desktop/renderer/app/asking-again.ts';

const refused = {
  data: null,
  errors: [{ message: 'A code, please.', extensions: { reason: 'SECOND_FACTOR_NEEDED' } }],
};

/** A console in front of a server that refuses until a code is given, and a user who is asked for it. */
function aConsole() {
  let isOpen = false;
  const dialogs: ((isGiven: boolean) => void)[] = [];
  const server = new ApolloLink(
    () =>
      new Observable((observer) => {
        observer.next(isOpen ? { data: { done: true } } : refused);
        observer.complete();
      }),
  );
  const again = askingAgain(() => new Promise((resolve) => dialogs.push(resolve)));
  const client = new ApolloClient({ link: again.concat(server), cache: new InMemoryCache() });
  const act = () =>
    client.mutate({ mutation: gql`mutation Act { done }` }).then(
      ({ data }) => data,
      (error: unknown) => (CombinedGraphQLErrors.is(error) ? 'refused' : error),
    );
  const asked = (count: number) => expect.poll(() => dialogs.length).toBe(count);
  return {
    act,
    asked,
    answer: (isGiven: boolean) => {
      isOpen = isGiven;
      dialogs.at(-1)?.(isGiven);
    },
  };
}

test('a user whose two actions are refused at once is asked for one code, and both are done', async () => {
  const { act, asked, answer } = aConsole();
  const both = [act(), act()];
  await asked(1);
  answer(true);
  expect(await Promise.all(both)).toEqual([{ done: true }, { done: true }]);
});

test('a user who gives none hears that both were refused, and is asked again the next time', async () => {
  const { act, asked, answer } = aConsole();
  const both = [act(), act()];
  await asked(1);
  answer(false);
  expect(await Promise.all(both)).toEqual(['refused', 'refused']);
  const later = act();
  await asked(2);
  answer(true);
  expect(await later).toEqual({ done: true });
});
