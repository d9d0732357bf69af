import { expect, test } from 'vitest';
import {
  type CallReply,
  hangingUp,
  listening,
  type ReplySegment,
  segmentReply,
} from '../../../server/calls/call-reply.ts';

const NO_SPEECH = "I didn't hear anything. Goodbye.";
/** For carriers that run on after a silence. */
const toNobody: CallReply = [{ step: 'say', text: NO_SPEECH }, { step: 'hangUp' }];

test('listening after the greeting says so, since that address carries no turn in one dialect', () => {
  expect(listening('Hello!', 1, NO_SPEECH, true)).toEqual([
    { step: 'listen', saying: 'Hello!', turn: 1, afterGreeting: true },
    ...toNobody,
  ]);
  expect(listening('Yes?', 3, NO_SPEECH)).toEqual([
    { step: 'listen', saying: 'Yes?', turn: 3, afterGreeting: false },
    ...toNobody,
  ]);
});

test.each<[string | undefined, CallReply]>([
  ['Goodbye.', [{ step: 'say', text: 'Goodbye.' }, { step: 'hangUp' }]],
  ['', [{ step: 'hangUp' }]],
  [undefined, [{ step: 'hangUp' }]],
])('hanging up after %j', (text, steps) => {
  expect(hangingUp(text)).toEqual(steps);
});

test.each<[string, ReplySegment, CallReply]>([
  [
    'listens for the next turn',
    { say: ['A.', 'B.'], took: 2, next: 'listen' },
    [{ step: 'listen', saying: 'A. B.', turn: 5, afterGreeting: false }, ...toNobody],
  ],
  [
    'listens without a word where all was said',
    { say: [], took: 0, next: 'listen' },
    [{ step: 'listen', saying: '', turn: 5, afterGreeting: false }, ...toNobody],
  ],
  [
    'asks for the next part of the same turn',
    { say: ['A.'], took: 1, next: 'redirect' },
    [
      { step: 'say', text: 'A.' },
      { step: 'redirect', turn: 4, part: 3 },
    ],
  ],
  [
    'says the last words and hangs up',
    { say: ['Thank you.', 'Goodbye.'], took: 2, next: 'hang up' },
    [{ step: 'say', text: 'Thank you. Goodbye.' }, { step: 'hangUp' }],
  ],
  ['hangs up without a word', { say: [], took: 0, next: 'hang up' }, [{ step: 'hangUp' }]],
])('part 2 of the reply to turn 4 %s', (_, part, steps) => {
  expect(segmentReply(part, 4, 2, NO_SPEECH)).toEqual(steps);
});
