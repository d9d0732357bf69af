import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { pauseAfter, retry } from '../../../../server/infra/async/retry.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const backOff = { firstPauseMs: 100, longestPauseMs: 1_000 };

test.each([
  [1, 0, 50],
  [1, 0.5, 100],
  [1, 0.999, 149.9],
  [2, 0.5, 200],
  [4, 0.5, 800],
  [4, 0.999, 1_000],
  [5, 0, 500],
  [5, 0.5, 1_000],
  [5_000, 0.999, 1_000],
])('after attempt %i, with chance at %f, the pause is %f ms', (attempt, chance, ms) => {
  expect(pauseAfter(attempt, backOff, () => chance)).toBeCloseTo(ms);
});

/** Work that fails a few times, and when each attempt began, in milliseconds from the first. */
function failing(times: number) {
  const begun = performance.now();
  const attempts: number[] = [];
  const work = async (attempt: number) => {
    attempts.push(Math.round(performance.now() - begun));
    if (attempt <= times) throw new Error(`Failure ${attempt}`);
    return 'done';
  };
  return { attempts, work };
}

const evenly = { ...backOff, random: () => 0.5 };

async function outcomeOf(work: Promise<string>): Promise<unknown> {
  const settled = work.catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(10_000);
  return settled;
}

test.each([
  ['nothing fails', 0, 5_000, [0], 'done'],
  ['it fails twice', 2, 5_000, [0, 100, 300], 'done'],
  ['the database is away for a second', 4, 5_000, [0, 100, 300, 700, 1_500], 'done'],
  ['the budget ends', 9, 700, [0, 100, 300], new Error('Failure 3')],
  ['there is no budget', 9, 0, [0], new Error('Failure 1')],
])('where %s', async (_, failures, budgetMs, begun, outcome) => {
  const { attempts, work } = failing(failures);
  expect(await outcomeOf(retry(work, { ...evenly, budgetMs }))).toEqual(outcome);
  expect(attempts).toEqual(begun);
});

test('each failure is told, and that the last one is the last', async () => {
  const told: unknown[] = [];
  const onFailure = (error: unknown, attempt: number, goesOn: boolean) => told.push([error, attempt, goesOn]);
  await outcomeOf(retry(failing(9).work, { ...evenly, budgetMs: 250, onFailure }));
  expect(told).toEqual([
    [new Error('Failure 1'), 1, true],
    [new Error('Failure 2'), 2, false],
  ]);
});

test('what isn’t worth repeating isn’t repeated', async () => {
  const { attempts, work } = failing(9);
  const isWorthRepeating = (error: unknown) => !String(error).includes('Failure 2');
  expect(await outcomeOf(retry(work, { ...evenly, budgetMs: 5_000, isWorthRepeating }))).toEqual(
    new Error('Failure 2'),
  );
  expect(attempts).toEqual([0, 100]);
});

test('a caller who gives up ends the waiting at once', async () => {
  const stop = new AbortController();
  const { attempts, work } = failing(9);
  const settled = retry(work, { ...evenly, budgetMs: 5_000, signal: stop.signal }).catch(String);
  await vi.advanceTimersByTimeAsync(150);
  stop.abort();
  expect(await settled).toBe('Error: Failure 2');
  expect(attempts).toEqual([0, 100]);
  expect(vi.getTimerCount()).toBe(0);
});
