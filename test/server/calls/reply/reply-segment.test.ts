import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReplySegment } from '../../../../server/calls/call-reply.ts';
import { phrasesIn } from '../../../../server/calls/conversation/phrases.ts';
import {
  deliveredCount,
  nextSegment as nextPartIn,
  type Progress,
} from '../../../../server/calls/reply/reply-segment.ts';

const progress = (part: Partial<Progress>): Progress => ({
  number: 1,
  sentences: [],
  isWritten: false,
  endsCall: false,
  segments: [],
  ...part,
});
const nextSegment = (progress: Progress) => nextPartIn(progress, phrasesIn('en-IN'));
const part = (took: number): ReplySegment => ({
  say: Array<string>(took).fill('Said.'),
  took,
  next: 'redirect',
});

describe('the next document', () => {
  test.each<[string, Partial<Progress>, ReplySegment]>([
    [
      'listens after a whole reply',
      { sentences: ['A.', 'B.'], isWritten: true },
      { say: ['A.', 'B.'], took: 2, next: 'listen' },
    ],
    [
      'hangs up after a farewell',
      { sentences: ['Goodbye.'], isWritten: true, endsCall: true },
      { say: ['Goodbye.'], took: 1, next: 'hang up' },
    ],
    [
      'says what there is, and comes back for more',
      { sentences: ['A.'] },
      { say: ['A.'], took: 1, next: 'redirect' },
    ],
    [
      'says what is new only',
      { sentences: ['A.', 'B.', 'C.'], segments: [part(1), part(1)] },
      { say: ['C.'], took: 1, next: 'redirect' },
    ],
    [
      'listens in silence where all was said before the reply turned out to be complete',
      { sentences: ['A.'], isWritten: true, segments: [part(1)] },
      { say: [], took: 0, next: 'listen' },
    ],
    [
      'hangs up in silence where all was said before',
      { sentences: ['A.'], isWritten: true, endsCall: true, segments: [part(1)] },
      { say: [], took: 0, next: 'hang up' },
    ],
    [
      'hangs up where there is nothing to say',
      { isWritten: true, endsCall: true },
      { say: [], took: 0, next: 'hang up' },
    ],
  ])('%s', (_, written, expected) => {
    expect(nextSegment(progress(written))).toEqual(expected);
  });

  test('bridges the wait where nothing is new, in other words each time', () => {
    const first = nextSegment(progress({}));
    const second = nextSegment(progress({ segments: [first] }));
    for (const filler of [first, second])
      expect(filler).toEqual({ say: [expect.stringMatching(/\w/)], took: 0, next: 'redirect' });
    expect(second.say).not.toEqual(first.say);
    expect(nextSegment(progress({ number: 2 })).say).not.toEqual(first.say);
  });
});

test('every sentence is handed out once, in order, however the reply grows between documents', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 4 }), { maxLength: 12 }), fc.boolean(), (growth, endsCall) => {
      const segments: ReplySegment[] = [];
      const sentences: string[] = [];
      for (const more of growth) {
        for (let count = 0; count < more; count++) sentences.push(`Number ${sentences.length}.`);
        segments.push(nextSegment(progress({ sentences, segments })));
        expect(segments.at(-1)?.next).toBe('redirect');
        expect(segments.at(-1)?.say).not.toEqual([]);
      }
      segments.push(nextSegment(progress({ sentences, segments, isWritten: true, endsCall })));
      expect(segments.at(-1)?.next).toBe(endsCall ? 'hang up' : 'listen');
      expect(segments.filter(({ took }) => took > 0).flatMap(({ say }) => say)).toEqual(sentences);
      expect(deliveredCount(segments)).toBe(sentences.length);
    }),
  );
});
