import { describe, expect, test } from 'vitest';
import { budgets } from '../../../../server/calls/budgets.ts';
import { mostWaits, soundWait } from '../../../../server/calls/conversation/sound-wait.ts';

const begun = new Date('2026-12-01T10:00:00Z');
const after = (ms: number) => new Date(begun.getTime() + ms);
const LONGEST = mostWaits(budgets);
const AFTER_THE_END = Math.ceil(budgets.soundMs / budgets.soundHoldMs);

/** A carrier that asks again as soon as it is answered: what it is told, until the wait is over. */
function waits(firstAskedMs: number, recordedSince: (asked: number) => Date | undefined, overheadMs = 0) {
  let [waited, most, askedMs]: [number, number | undefined, number] = [0, undefined, firstAskedMs];
  for (;;) {
    const wait = soundWait(
      { waited, most },
      { asked: after(askedMs), recordedSince: recordedSince(waited) },
      budgets,
    );
    askedMs += budgets.soundHoldMs + overheadMs;
    if (!wait.goesOn) return { times: waited + 1, ms: askedMs - firstAskedMs };
    waited += 1;
    most = wait.most;
  }
}

describe('a caller may still be speaking', () => {
  test.each([0, 40, 900])('where the carrier runs on %d ms after the recording began', (ms) => {
    for (const overheadMs of [0, 100, 300]) {
      const { times, ms: waitedMs } = waits(ms, () => begun, overheadMs);
      expect(times).toBe(LONGEST);
      expect(waitedMs).toBeGreaterThanOrEqual(36_000);
    }
  });

  test('where it runs on before it says that the recording began', () => {
    expect(waits(-200, (asked) => (asked === 0 ? undefined : begun)).times).toBe(LONGEST);
    expect(waits(-200, (asked) => (asked === 0 ? undefined : begun), 300).times).toBe(LONGEST);
  });
});

describe('the sound is there within seconds, or never', () => {
  test.each([2_000, 4_500, 30_000])('where the carrier asks %d ms after the recording began', (ms) => {
    const { times, ms: waitedMs } = waits(ms, () => begun);
    expect(times).toBe(AFTER_THE_END);
    expect(waitedMs).toBeGreaterThanOrEqual(budgets.soundMs);
    expect(waitedMs).toBeLessThan(8_000);
  });

  test('where it never says that a recording began', () => {
    expect(waits(0, () => undefined).times).toBe(AFTER_THE_END);
  });
});

test.each([19, 100, 99_999])('an address that claims %d waits gets no more than the longest', (most) => {
  const at = (waited: number) => soundWait({ waited, most }, { asked: begun, recordedSince: begun }, budgets);
  expect(at(0)).toEqual({ goesOn: true, most: LONGEST });
  expect(at(LONGEST - 2).goesOn).toBe(true);
  expect(at(LONGEST - 1).goesOn).toBe(false);
  expect(at(most).goesOn).toBe(false);
});
