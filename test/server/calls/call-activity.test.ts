import { expect, test } from 'vitest';
import { CallActivity, type CallNews } from '../../../server/calls/call-activity.ts';

/** What announces, in place of PostgreSQL. */
function aStation() {
  let announce: (payload: string) => void = () => expect.unreachable('nobody listens');
  const activity = new CallActivity({
    on: (_, listener) => {
      announce = listener;
      return () => undefined;
    },
  });
  return {
    activity,
    announce: (item: CallNews | string) => announce(typeof item === 'string' ? item : JSON.stringify(item)),
  };
}

const turn = (tenantId: string, number: number): CallNews => ({
  kind: 'TURN',
  tenantId,
  callId: 'c',
  number,
});

test('a subscriber hears of its own tenant, in order, whether it waits or comes later', async () => {
  const { activity, announce } = aStation();
  const mine = activity.subscribe('mine');
  const waiting = mine.next();
  announce(turn('other', 1));
  announce(turn('mine', 2));
  announce(turn('mine', 3));
  expect((await waiting).value).toEqual(turn('mine', 2));
  expect((await mine.next()).value).toEqual(turn('mine', 3));
});

test('what is no news of ours is nothing', async () => {
  const { activity, announce } = aStation();
  const mine = activity.subscribe('mine');
  for (const payload of ['', 'null', '{', '{"kind":"BOOM","tenantId":"mine","callId":"c"}'])
    announce(payload);
  announce(turn('mine', 1));
  expect((await mine.next()).value).toEqual(turn('mine', 1));
});

test('a subscriber that falls behind is told to come again, and holds no memory', async () => {
  const { activity, announce } = aStation();
  const slow = activity.subscribe('mine');
  for (let number = 0; number < 10_000; number++) announce(turn('mine', number));
  await expect(slow.next()).rejects.toMatchObject({ code: 'RATE_LIMITED' });
  expect(await slow.next()).toEqual({ value: undefined, done: true });
});

test('a subscriber that leaves ends its wait', async () => {
  const { activity } = aStation();
  const leaving = activity.subscribe('mine');
  const waiting = leaving.next();
  await leaving.return?.();
  expect(await waiting).toEqual({ value: undefined, done: true });
});
