import { expect, test } from 'vitest';
import { Turnstile } from '../../../server/auth/turnstile.ts';

/** Work that begins, and ends when it is told to. */
function aJob(log: string[], name: string) {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const work = () => {
    log.push(name);
    return promise;
  };
  return { work, end: () => resolve(name), fail: () => reject(new Error(name)) };
}

test('a few go through at a time, the others in their order', async () => {
  const begun: string[] = [];
  const turnstile = new Turnstile(2, 10);
  const jobs = ['a', 'b', 'c', 'd'].map((name) => aJob(begun, name));
  const passed = jobs.map(({ work }) => turnstile.pass(work));
  expect(begun).toEqual(['a', 'b']);

  jobs[1]?.end();
  await passed[1];
  expect(begun).toEqual(['a', 'b', 'c']);

  for (const { end } of jobs) end();
  expect(await Promise.all(passed)).toEqual(['a', 'b', 'c', 'd']);
});

test('who fails makes room like anybody else', async () => {
  const begun: string[] = [];
  const turnstile = new Turnstile(1, 10);
  const [failing, next] = [aJob(begun, 'failing'), aJob(begun, 'next')];
  const passed = [turnstile.pass(failing.work), turnstile.pass(next.work)];
  failing.fail();
  next.end();
  expect(await Promise.allSettled(passed)).toMatchObject([{ status: 'rejected' }, { value: 'next' }]);
  expect(await turnstile.pass(async () => 'later')).toBe('later');
});

test('nobody joins a queue that is full', async () => {
  const begun: string[] = [];
  const turnstile = new Turnstile(1, 1);
  const [first, second] = [aJob(begun, 'first'), aJob(begun, 'second')];
  const passed = [turnstile.pass(first.work), turnstile.pass(second.work)];
  await expect(turnstile.pass(async () => 'third')).rejects.toMatchObject({
    code: 'RATE_LIMITED',
    details: { retryAfterSeconds: 5 },
  });
  first.end();
  second.end();
  expect(await Promise.all(passed)).toEqual(['first', 'second']);
});
