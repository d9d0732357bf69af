import { expect, test } from 'vitest';
import { type LatestExchange, turnNumber } from '../../../../server/calls/conversation/turn-number.ts';

const yes = Buffer.alloc(32, 1);
const no = Buffer.alloc(32, 2);
const now = new Date('2026-11-24T12:00:00Z');

/** A delivery in the dialect whose first address carries no turn. */
const delivery = { turn: undefined, bodyHash: yes, repeatsWithoutTurn: true };
const latest = (secondsAgo: number, number = 1): LatestExchange => ({
  number,
  bodyHash: yes,
  askedAt: new Date(now.getTime() - secondsAgo * 1_000),
});

test.each<[string, Parameters<typeof turnNumber>[0], LatestExchange | undefined, number]>([
  ['the first of a call', delivery, undefined, 1],
  ['the first of a call, in the other dialect', { ...delivery, repeatsWithoutTurn: false }, undefined, 1],
  ['what its address says', { ...delivery, turn: 3 }, latest(1), 3],
  ['what its address says, although it is long past', { ...delivery, turn: 1 }, latest(900, 7), 1],
  ['what its address says, although nothing came before', { ...delivery, turn: 4 }, undefined, 4],
  ['the same again, at once', delivery, latest(0), 1],
  ['the same again, at 3 s', delivery, latest(3), 1],
  ['the same again, at 5 s', delivery, latest(5), 1],
  ['the next, after 5 s', delivery, latest(5.001), 2],
  ['the next, with other words', { ...delivery, bodyHash: no }, latest(1), 2],
  [
    'the next, where every address carries its turn',
    { ...delivery, repeatsWithoutTurn: false },
    latest(1),
    2,
  ],
  ['the same again, of a later turn', delivery, latest(2, 6), 6],
  ['the next of many', { ...delivery, bodyHash: no }, latest(2, 6), 7],
  ['the same again, although another process’s clock is ahead', delivery, latest(-0.5), 1],
])('a delivery is %s', (_, input, previous, turn) => {
  expect(turnNumber(input, previous, now)).toBe(turn);
});
