import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSlow, type Measured, nextLimit } from '../../../../server/calls/admission/call-limit.ts';

const quick: Measured = { lagMs: 5, takingMs: 12, open: 250 };

describe('how many calls a process takes at once', () => {
  test.each<[string, number, Partial<Measured>, number]>([
    ['grows while it is quick and all are in use', 250, {}, 254],
    ['grows from four fifths on', 250, { open: 200 }, 254],
    ['stays where it has not been tried', 250, { open: 199 }, 250],
    ['stays where timers come a little late', 250, { lagMs: 60 }, 250],
    ['stays where turns take a little long', 250, { takingMs: 180 }, 250],
    ['shrinks where timers come late', 250, { lagMs: 101 }, 225],
    ['shrinks where turns take long', 250, { takingMs: 251 }, 225],
    ['shrinks from what is under way, not from what might be', 1_000, { lagMs: 500, open: 300 }, 270],
    ['never ends', 20, { lagMs: 5_000, open: 3 }, 20],
  ])('%s', (_, limit, measured, expected) => {
    expect(nextLimit(limit, { ...quick, ...measured })).toBe(expected);
  });

  test('only shrinks while it is slow, and never below 20', () => {
    const measured = fc.record({
      lagMs: fc.integer({ min: 0, max: 5_000 }),
      takingMs: fc.integer({ min: 0, max: 5_000 }),
      open: fc.nat(2_000),
    });
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 5_000 }), measured, (limit, now) => {
        const next = nextLimit(limit, now);
        expect(next).toBeGreaterThanOrEqual(20);
        if (isSlow(now)) expect(next).toBeLessThanOrEqual(limit);
        else expect(next).toBeGreaterThanOrEqual(limit);
      }),
    );
  });
});
