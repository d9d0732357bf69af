import { expect, test } from 'vitest';
import { type Place, Semaphore } from '../../../../server/infra/async/semaphore.ts';

/** Asks for a place, and says who got in, in which order. */
function aDoor(semaphore: Semaphore) {
  const entered: string[] = [];
  const places = new Map<string, Place | undefined>();
  const ask = (name: string, options: { key?: string; signal?: AbortSignal } = {}) =>
    semaphore.enter(options).then((place) => {
      if (place) entered.push(name);
      places.set(name, place);
      return place !== undefined;
    });
  return { entered, ask, leave: (name: string) => places.get(name)?.[Symbol.dispose]() };
}

test('a few go in at a time, the others in their order', async () => {
  const { entered, ask, leave } = aDoor(new Semaphore({ places: 2, longestQueue: 10 }));
  const asked = ['a', 'b', 'c', 'd'].map((name) => ask(name));
  await Promise.all(asked.slice(0, 2));
  expect(entered).toEqual(['a', 'b']);
  leave('b');
  expect(await asked[2]).toBe(true);
  expect(entered).toEqual(['a', 'b', 'c']);
  leave('a');
  expect(await asked[3]).toBe(true);
});

test('no task joins a queue that is full, and without one no task waits', async () => {
  const { ask, leave } = aDoor(new Semaphore({ places: 1, longestQueue: 1 }));
  const asked = [ask('first'), ask('second'), ask('third')];
  expect(await asked[2]).toBe(false);
  await asked[0];
  leave('first');
  expect(await asked[1]).toBe(true);
  const none = aDoor(new Semaphore({ places: 1 }));
  expect(await Promise.all([none.ask('a'), none.ask('b')])).toEqual([true, false]);
});

test('who gives up waiting leaves the queue, and takes no place', async () => {
  const { ask, leave } = aDoor(new Semaphore({ places: 1, longestQueue: 1 }));
  const impatience = new AbortController();
  await ask('first');
  const impatient = ask('impatient', { signal: impatience.signal });
  impatience.abort();
  expect(await impatient).toBe(false);
  const patient = ask('patient');
  leave('first');
  expect(await patient).toBe(true);
  expect(await ask('too late', { signal: impatience.signal })).toBe(false);
});

test('one key takes no more than its share; who waits behind it goes past it', async () => {
  const semaphore = new Semaphore({ places: 3, placesEach: 2, longestQueue: 10 });
  const { entered, ask, leave } = aDoor(semaphore);
  await Promise.all([ask('a1', { key: 'a' }), ask('a2', { key: 'a' })]);
  expect([semaphore.isFull('a'), semaphore.isFull('b'), semaphore.tryEnter('a')]).toEqual([
    true,
    false,
    undefined,
  ]);
  await ask('b1', { key: 'b' });
  const waiting = [ask('a3', { key: 'a' }), ask('b2', { key: 'b' })];
  leave('b1');
  expect(await waiting[1]).toBe(true);
  expect(entered).toEqual(['a1', 'a2', 'b1', 'b2']);
  leave('a1');
  expect(await waiting[0]).toBe(true);
});

test('a place is given back once, and by a block that fails too', async () => {
  const semaphore = new Semaphore({ places: 1 });
  const place = semaphore.tryEnter();
  place?.[Symbol.dispose]();
  place?.[Symbol.dispose]();
  const failing = async () => {
    using held = semaphore.tryEnter();
    throw new Error(held ? 'It broke inside' : 'There was no place');
  };
  await expect(failing()).rejects.toThrow('It broke inside');
  expect([semaphore.tryEnter() !== undefined, semaphore.tryEnter()]).toEqual([true, undefined]);
});
