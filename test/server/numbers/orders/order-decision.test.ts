import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OwnedNumber } from '../../../../server/numbers/number-provider.ts';
import { orderBudgets as budgets } from '../../../../server/numbers/orders/order-budgets.ts';
import {
  after,
  nextLook,
  nextStep,
  type OpenOrder,
  orderDecision,
} from '../../../../server/numbers/orders/order-decision.ts';
import { e164 } from '../situation.ts';

const T0 = new Date('2026-11-24T10:00:00Z');
const at = (seconds: number) => after(T0, seconds * 1_000);

const unsent: OpenOrder = {
  kind: 'PURCHASE',
  status: 'PENDING',
  requestedAt: T0,
  sentAt: null,
  mayActUntil: null,
};
const sent: OpenOrder = { ...unsent, sentAt: T0, mayActUntil: at(38) };
const uncertain: OpenOrder = { ...sent, status: 'UNCERTAIN' };

const owned: OwnedNumber = {
  e164: e164(1),
  applicationId: null,
  setupFee: null,
  monthlyFee: null,
  nextBillingAt: null,
  releasedAt: null,
};
const givenBack = { ...owned, releasedAt: T0 };

describe('what an open order needs', () => {
  test.each([
    ['its sender is at work', unsent, 3, { step: 'wait', until: at(10) }],
    ['its sender should have sent it', unsent, 10, { step: 'send' }],
    ['nobody waits for it any more', unsent, 120, { step: 'call off' }],
    ['its request is on the way', sent, 8, { step: 'wait', until: at(9) }],
    ['its sender must have died', sent, 9, { step: 'look' }],
    ['its answer was lost', uncertain, 1, { step: 'look' }],
  ])('%s', (_, order, seconds, step) => {
    expect(nextStep(order, at(seconds), budgets)).toEqual(step);
  });

  test('what may have been sent is never sent again', () => {
    const instants = fc.integer({ min: -1_000, max: 1_000_000 });
    fc.assert(
      fc.property(fc.constantFrom(sent, uncertain), instants, (order, seconds) => {
        expect(nextStep(order, at(seconds), budgets).step).not.toBe('send');
      }),
    );
  });
});

describe('what a look proves', () => {
  const purchase = uncertain;
  const release: OpenOrder = { ...uncertain, kind: 'RELEASE' };
  test.each([
    ['bought, as soon as it is listed', purchase, 1, owned, 'carried out'],
    ['nothing yet, while it may still be bought', purchase, 38, undefined, 'not known yet'],
    ['not bought, in a list from after that', purchase, 39, undefined, 'not carried out'],
    ['not bought, where it was given back long ago', purchase, 39, givenBack, 'not carried out'],
    ['released, when it is listed as such', release, 1, givenBack, 'carried out'],
    ['released, when it is gone', release, 1, undefined, 'carried out'],
    ['nothing yet, while it may still be released', release, 38, owned, 'not known yet'],
    ['not released, in a list from after that', release, 39, owned, 'not carried out'],
  ])('%s', (_, order, seconds, listed, proven) => {
    expect(orderDecision(order, { startedAt: at(seconds), owned: listed }, budgets)).toBe(proven);
  });
});

test('an order that Vobiz answers about is settled within 45 s, however often looks are put off', () => {
  const request = fc.integer({ min: 0, max: budgets.requestMs });
  fc.assert(
    fc.property(request, (gaveUpAfterMs) => {
      const gaveUp = after(T0, gaveUpAfterMs);
      const order: OpenOrder = { ...uncertain, mayActUntil: after(gaveUp, budgets.lateWorkMs) };
      let now = gaveUp;
      for (
        let looks = 0;
        orderDecision(order, { startedAt: now, owned: undefined }, budgets) === 'not known yet';
        looks++
      ) {
        expect(looks).toBeLessThan(100);
        const next = nextLook(order, now, budgets);
        expect(next.getTime()).toBeGreaterThan(now.getTime());
        now = next;
      }
      expect(now.getTime() - T0.getTime()).toBeLessThanOrEqual(41_000);
    }),
  );
});
