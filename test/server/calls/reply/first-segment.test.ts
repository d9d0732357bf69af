import { expect, test } from 'vitest';
import { phrasesIn } from '../../../../server/calls/conversation/phrases.ts';
import { firstSegment } from '../../../../server/calls/reply/first-segment.ts';

const budgets = { firstWordsMs: 700, holdMs: 2_200 };
const phrases = phrasesIn('en-IN');
const outcome = {
  sentences: ['We are open.', 'Until five.'],
  source: 'LANGUAGE_MODEL' as const,
  endsCall: false,
};
const of = (sentenceMs: number[], tookMs: number) =>
  firstSegment({ outcome, sentenceMs, tookMs, turn: 1 }, budgets, phrases);

test.each([
  ['is all, where it came at once', [100, 200], 300, { say: outcome.sentences, took: 2, next: 'listen' }],
  [
    'is what was there when words were due',
    [100, 900],
    1_000,
    { say: ['We are open.'], took: 1, next: 'redirect' },
  ],
  [
    'waits for its first sentence',
    [1_500, 1_900],
    2_000,
    { say: ['We are open.'], took: 1, next: 'redirect' },
  ],
  [
    'is all, where it came with its first sentence',
    [1_500, 1_500],
    1_500,
    { say: outcome.sentences, took: 2, next: 'listen' },
  ],
  [
    'is a filler, where nothing came in time',
    [2_500, 2_600],
    2_700,
    { say: [phrases.filler(1, 0)], took: 0, next: 'redirect' },
  ],
])('the first document %s', (_, sentenceMs, tookMs, part) => {
  expect(of(sentenceMs, tookMs)).toEqual(part);
});
