import { expect, test } from 'vitest';
import { takesLateWords } from '../../../../server/calls/conversation/late-words.ts';

const endedAt = new Date('2026-11-24T10:00:00Z');
const after = (seconds: number) => new Date(endedAt.getTime() + seconds * 1_000);

test.each([
  ['COMPLETED', 0, 0, true],
  ['COMPLETED', 4, 2, true],
  ['COMPLETED', 4, 60, true],
  ['COMPLETED', 0, 60.001, false],
  ['COMPLETED', 5, 0, false],
  ['COMPLETED', 5_000, 1, false],
  // No hangup came: the call was given up because nothing came for long.
  ['LOST', 0, 7_200, true],
  ['LOST', 4, 7_200, true],
  ['LOST', 5, 7_200, false],
] as const)(
  'to a %s call that has taken %d, words that come %d s after its end: %s',
  (status, taken, seconds, kept) => {
    expect(takesLateWords({ status, endedAt, taken }, after(seconds))).toBe(kept);
  },
);
