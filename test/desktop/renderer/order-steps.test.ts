import { expect, test } from 'vitest';
import { stepsOf } from '../../../desktop/renderer/features/number-orders/order-steps.ts';

type Order = Parameters<typeof stepsOf>[0];

const aNumber = (
  status: 'ACTIVE' | 'PROVISIONING' | 'RELEASING',
  provisioningIssue: string | null = null,
) => ({
  id: 'n1',
  status,
  provisioningIssue,
  cooldownEndsAt: null,
});

const CASES: [string, Order, string[]][] = [
  [
    'a purchase under way',
    { kind: 'PURCHASE', status: 'PENDING', failure: null, phoneNumber: null },
    ['ordered: done', 'bought: running', 'connected: waiting'],
  ],
  [
    'a purchase whose answer was lost',
    { kind: 'PURCHASE', status: 'UNCERTAIN', failure: 'It is being found out.', phoneNumber: null },
    ['ordered: done', 'bought: uncertain (It is being found out.)', 'connected: waiting'],
  ],
  [
    'a purchase that failed',
    { kind: 'PURCHASE', status: 'FAILED', failure: 'The fee has changed.', phoneNumber: null },
    ['ordered: done', 'bought: failed (The fee has changed.)', 'connected: waiting'],
  ],
  [
    'a number that is just being connected',
    { kind: 'PURCHASE', status: 'SUCCEEDED', failure: null, phoneNumber: aNumber('PROVISIONING') },
    ['ordered: done', 'bought: done', 'connected: running'],
  ],
  [
    'a number that can’t be connected',
    { kind: 'PURCHASE', status: 'SUCCEEDED', failure: null, phoneNumber: aNumber('PROVISIONING', 'No way.') },
    ['ordered: done', 'bought: done', 'connected: failed (No way.)'],
  ],
  [
    'a number that answers',
    { kind: 'PURCHASE', status: 'SUCCEEDED', failure: null, phoneNumber: aNumber('ACTIVE') },
    ['ordered: done', 'bought: done', 'connected: done'],
  ],
  [
    'a release',
    { kind: 'RELEASE', status: 'SUCCEEDED', failure: null, phoneNumber: aNumber('RELEASING') },
    ['ordered: done', 'released: done'],
  ],
  [
    'a release that failed',
    { kind: 'RELEASE', status: 'FAILED', failure: 'It isn’t ours.', phoneNumber: aNumber('ACTIVE') },
    ['ordered: done', 'released: failed (It isn’t ours.)'],
  ],
];

test.each(CASES)('%s', (_, order, steps) => {
  expect(
    stepsOf(order).map(({ name, state, reason }) => `${name}: ${state}${reason ? ` (${reason})` : ''}`),
  ).toEqual(steps);
});
