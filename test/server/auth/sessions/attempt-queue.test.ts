import { expect, test } from 'vitest';
import { AttemptLimits, accountOfNobody } from '../../../../server/auth/sessions/attempt-limits.ts';
import { AttemptWatch } from '../../../../server/auth/sessions/attempt-watch.ts';
import { RecentRefusals } from '../../../../server/auth/sessions/recent-refusals.ts';
import { AppError } from '../../../../server/infra/app-error.ts';
import { Semaphore } from '../../../../server/infra/async/semaphore.ts';
import { createLog } from '../../../../server/infra/log.ts';
import { aDatabase } from '../../../support/database.ts';
import { failure } from '../../fakes/listen.ts';

const own = await aDatabase();
const watch = new AttemptWatch(own.database, createLog('silent'));

let lastAddress = 0;
/** An address that no attempt has come from. */
const aFreshAddress = () => `198.51.100.${++lastAddress}`;

test('who comes while too many are signing in is told to try again, and is not counted', async () => {
  const limits = new AttemptLimits(own.database, watch, new Semaphore({ places: 1, longestQueue: 1 }));
  const signIn = Promise.withResolvers<'right'>();
  const claimant = { accounts: [accountOfNobody('crowd@lotus.example')], address: '203.0.113.200' };
  const attempt = () =>
    limits.attempt(claimant, async () => ({ outcome: await signIn.promise, value: 'in' }));
  const [first, second] = [attempt(), attempt()];
  await expect(attempt()).rejects.toMatchObject({ code: 'RATE_LIMITED', details: { retryAfterSeconds: 5 } });
  signIn.resolve('right');
  expect(await Promise.all([first, second])).toEqual(['in', 'in']);
});

test.each([
  ['whose network is', (n: number) => `${n}@lotus.example`, 50],
  ['whose network is at this account', () => 'owner@lotus.example', 10],
])('strangers over the limit, %s, take no place in the queue from the owner', async (_, emailOf, most) => {
  const limits = new AttemptLimits(own.database, watch, new Semaphore({ places: 1, longestQueue: 1 }));
  const address = aFreshAddress();
  const guess = (n: number) =>
    limits.attempt({ accounts: [accountOfNobody(emailOf(n))], address }, async () => ({
      ...{ outcome: 'wrong', what: 'PASSWORD', refusal: new AppError('UNAUTHENTICATED', 'Wrong.') },
    }));
  for (let n = 0; n < most; n += 1)
    expect(await failure(guess(n))).toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(await failure(guess(0))).toMatchObject({ code: 'RATE_LIMITED' });

  const signIn = Promise.withResolvers<'right'>();
  const owner = () =>
    limits.attempt(
      { accounts: [accountOfNobody('owner@lotus.example')], address: '203.0.113.201' },
      async () => ({
        ...{ outcome: await signIn.promise, value: 'in' },
      }),
    );
  const first = owner();
  // All at once, while the only place is taken.
  const strangers = Array.from({ length: 20 }, () => failure(guess(0)));
  const second = owner();
  signIn.resolve('right');
  expect(await Promise.all([first, second])).toEqual(['in', 'in']);
  for (const refused of await Promise.all(strangers)) {
    expect(refused).toMatchObject({ code: 'RATE_LIMITED' });
    expect((refused as AppError).details.retryAfterSeconds).toBeGreaterThan(14 * 60);
  }
});

test('refusals are remembered of ten thousand, and for half a minute', () => {
  let now = 0;
  const refusals = new RecentRefusals(() => now);
  for (let n = 0; n < 10_002; n += 1) refusals.add(`stranger ${n}`, 900);
  expect(refusals.size).toBe(10_000);
  expect(refusals.waitOf('stranger 1')).toBeUndefined();
  expect(refusals.waitOf('stranger 2')).toBe(900);
  now = 29_000;
  expect(refusals.waitOf('stranger 2')).toBe(871);
  now = 30_000;
  expect(refusals.waitOf('stranger 2')).toBeUndefined();
});
