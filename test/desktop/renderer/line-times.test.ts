import { expect, test } from 'vitest';
import type { Line } from '../../../desktop/renderer/features/call/operations.ts';
import { lineAt, lineTimes } from '../../../desktop/renderer/features/call/transcript/line-times.ts';

const at = (seconds: number) => new Date(Date.parse('2026-11-24T10:00:00Z') + seconds * 1_000).toISOString();
const line = (speaker: Line['speaker'], seconds: number, text: string): Line => ({
  id: `${seconds}`,
  number: 1,
  speaker,
  text,
  at: at(seconds),
  confidence: null,
  source: null,
  replyMs: null,
});

test('what the agent says begins when it is noted, what a caller said began before it was understood', () => {
  const turns = [
    line('AGENT', 1, 'Welcome to Pragati.'),
    line('CALLER', 9, 'Are you open on Sunday mornings?'.padEnd(42, '.')),
    line('AGENT', 10, 'Yes, from nine to one.'),
  ];
  expect(lineTimes({ startedAt: at(0), turns })).toEqual([1, 5, 10]);
});

test('no line begins before the one above it, nor before the call', () => {
  const turns = [
    line('CALLER', 2, 'x'.repeat(500)),
    line('AGENT', 3, 'Yes?'),
    line('CALLER', 4, 'y'.repeat(500)),
  ];
  expect(lineTimes({ startedAt: at(0), turns })).toEqual([0, 3, 3]);
});

test.each([
  [0, undefined],
  [1, 0],
  [4.9, 0],
  [5, 1],
  [99, 2],
])('at %d s, line %s is heard', (seconds, index) => {
  expect(lineAt([1, 5, 10], seconds)).toBe(index);
});
