import { expect, test } from 'vitest';
import type { Step } from '../../../../server/calls/call-reply.ts';
import { audible } from '../../../../server/calls/speech/audible.ts';

const WRITTEN = '**A & B** 😊: ₹1,50,000, or call 98111 22233.';
const HEARD = 'A & B: 1 lakh 50 thousand rupees, or call 9 8 1 1 1, 2 2 2 3 3.';

test.each<[Step, Step]>([
  [
    { step: 'say', text: WRITTEN },
    { step: 'say', text: HEARD },
  ],
  [
    { step: 'listen', saying: WRITTEN, turn: 2, afterGreeting: false },
    { step: 'listen', saying: HEARD, turn: 2, afterGreeting: false },
  ],
  [
    { step: 'recordCall', notice: WRITTEN },
    { step: 'recordCall', notice: HEARD },
  ],
  [
    { step: 'turnAway', saying: WRITTEN },
    { step: 'turnAway', saying: HEARD },
  ],
])('a caller hears the words of %j', (written, heard) => {
  expect(audible([written], 'en-IN')).toEqual([heard]);
});

test('a caller waits and is redirected as before', () => {
  const steps: Step[] = [
    { step: 'redirect', turn: 1, part: 1 },
    { step: 'awaitSound', turn: 1, waited: 0, most: undefined },
    { step: 'hangUp' },
  ];
  expect(audible(steps, 'en-IN')).toEqual(steps);
});
