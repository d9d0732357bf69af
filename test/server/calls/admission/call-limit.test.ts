import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CallLimit,
  isSlow,
  type Measured,
  NO_LIMIT,
  nextLimit,
} from '../../../../server/calls/admission/call-limit.ts';

const quick: Measured = { lagMs: 5, takingMs: 12, taken: 40, active: 300 };
const slow: Measured = { ...quick, takingMs: 400 };
const limited: CallLimit = { most: 250, slowLooks: 0, calmLooks: 0 };

describe('how many calls a process takes at once', () => {
  test.each<[string, CallLimit, Measured, number]>([
    ['is any number while it is quick', NO_LIMIT, quick, Number.POSITIVE_INFINITY],
    ['stays so for a single slow look', NO_LIMIT, slow, Number.POSITIVE_INFINITY],
    ['becomes less than it has once it is slow', { ...NO_LIMIT, slowLooks: 1 }, slow, 270],
    ['becomes less where timers come late', { ...NO_LIMIT, slowLooks: 1 }, { ...quick, lagMs: 121 }, 270],
    [
      'stays where few turns took long',
      { ...NO_LIMIT, slowLooks: 1 },
      { ...slow, taken: 4 },
      Number.POSITIVE_INFINITY,
    ],
    ['shrinks on while it stays slow', { ...limited, slowLooks: 2 }, slow, 225],
    ['never grows while it is slow', { ...limited, most: 40, slowLooks: 2 }, slow, 40],
    ['is never made less than 50', { ...NO_LIMIT, slowLooks: 5 }, { ...slow, active: 10 }, 50],
    ['grows while it is quick and all are in use', limited, { ...quick, active: 200 }, 263],
    ['stays where it has not been tried', limited, { ...quick, active: 199 }, 250],
    ['stays where turns take a little long', limited, { ...quick, takingMs: 180 }, 250],
    [
      'is none again after ten calm seconds',
      { ...limited, calmLooks: 39 },
      { ...quick, active: 10 },
      Number.POSITIVE_INFINITY,
    ],
  ])('%s', (_, limit, measured, most) => {
    expect(nextLimit(limit, measured).most).toBe(most);
  });

  test('only shrinks while it is slow, and only grows while it isn’t', () => {
    const measured = fc.record({
      lagMs: fc.integer({ min: 0, max: 5_000 }),
      takingMs: fc.integer({ min: 0, max: 5_000 }),
      taken: fc.nat(100),
      active: fc.nat(2_000),
    });
    const limit = fc.record({
      most: fc.oneof(fc.integer({ min: 1, max: 5_000 }), fc.constant(Number.POSITIVE_INFINITY)),
      slowLooks: fc.nat(5),
      calmLooks: fc.nat(50),
    });
    fc.assert(
      fc.property(limit, measured, (before, now) => {
        const { most } = nextLimit(before, now);
        if (isSlow(now)) expect(most).toBeLessThanOrEqual(before.most);
        else expect(most).toBeGreaterThanOrEqual(before.most);
      }),
    );
  });
});
