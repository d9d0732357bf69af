import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { CallActivity, type CallNews } from '../../../server/calls/call-activity.ts';
import { newTenantId, type TenantId } from '../../../server/infra/ids.ts';
import { asCallId } from '../../support/ids.ts';

const CALL = asCallId(randomUUID());
const [MINE, OTHER] = [newTenantId(), newTenantId()];

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

const turn = (tenantId: TenantId, number: number): CallNews => ({
  kind: 'TURN',
  tenantId,
  callId: CALL,
  number,
});

test('a subscriber hears of its own tenant, in order, whether it waits or comes later', async () => {
  const { activity, announce } = aStation();
  const mine = activity.subscribe(MINE);
  const waiting = mine.next();
  announce(turn(OTHER, 1));
  announce(turn(MINE, 2));
  announce(turn(MINE, 3));
  expect((await waiting).value).toEqual(turn(MINE, 2));
  expect((await mine.next()).value).toEqual(turn(MINE, 3));
});

test('what is no news of ours is nothing', async () => {
  const { activity, announce } = aStation();
  const mine = activity.subscribe(MINE);
  for (const payload of ['', 'null', '{', `{"kind":"BOOM","tenantId":"${MINE}","callId":"${CALL}"}`])
    announce(payload);
  announce(turn(MINE, 1));
  expect((await mine.next()).value).toEqual(turn(MINE, 1));
});

test('a subscriber that falls behind is told to come again, and holds no memory', async () => {
  const { activity, announce } = aStation();
  const slow = activity.subscribe(MINE);
  for (let number = 0; number < 10_000; number++) announce(turn(MINE, number));
  await expect(slow.next()).rejects.toMatchObject({ code: 'RATE_LIMITED' });
  expect(await slow.next()).toEqual({ value: undefined, done: true });
});

test('a subscriber that leaves ends its wait', async () => {
  const { activity } = aStation();
  const leaving = activity.subscribe(MINE);
  const waiting = leaving.next();
  await leaving.return?.();
  expect(await waiting).toEqual({ value: undefined, done: true });
});
