import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { TooSlow, within } from '../../../../server/infra/async/time-limit.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const never = new Promise<never>(() => undefined);

test.each([
  ['is done in time', () => within(100, Promise.resolve('done')), 'done'],
  ['fails in time', () => within(100, Promise.reject(new Error('It broke'))), new Error('It broke')],
  ['takes too long', () => within(100, never), new TooSlow(100)],
  ['has no time left, done or not', () => within(0, Promise.resolve('done')), new TooSlow(0)],
  ['is late already', () => within(-5, never), new TooSlow(0)],
  [
    'isn’t wanted any more',
    () => within(100, never, AbortSignal.abort(new Error('Gone'))),
    new Error('Gone'),
  ],
])('work that %s', async (_, start, outcome) => {
  const settled = start().catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(100);
  expect(await settled).toEqual(outcome);
  expect(vi.getTimerCount()).toBe(0);
});

test('a caller who hangs up meanwhile ends the waiting with that reason; nothing is left behind', async () => {
  const stop = new AbortController();
  const waiting = within(100, never, stop.signal);
  stop.abort(new Error('The caller hung up'));
  await expect(waiting).rejects.toThrow('The caller hung up');
  const quiet = new AbortController();
  await within(100, Promise.resolve(), quiet.signal);
  expect(getEventListeners(quiet.signal, 'abort')).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});

test('what fails after it was given up is no unhandled rejection', async () => {
  const work = Promise.withResolvers<never>();
  await expect(within(0, work.promise)).rejects.toThrow(TooSlow);
  // Vitest fails a run in which a rejection goes unhandled.
  work.reject(new Error('Too late'));
  await vi.advanceTimersByTimeAsync(1);
});
