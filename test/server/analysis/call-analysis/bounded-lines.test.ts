import { expect, test } from 'vitest';
import { boundedLines } from '../../../../server/analysis/call-analysis/bounded-lines.ts';
import { linesOf } from '../a-call.ts';

const callerLines = (count: number, words: string) =>
  linesOf(...Array.from({ length: count }, () => `caller: ${words}`));
const lettersIn = (lines: readonly { text: string }[]) =>
  lines.reduce((sum, { text }) => sum + text.normalize('NFKC').length, 0);

test('a call of usual length is read word for word', () => {
  const lines = linesOf('agent: Welcome.', 'caller: ﬁne, ½ an hour is enough ﷺ', 'agent: See you.');
  expect(boundedLines(lines)).toEqual(lines);
});

test('of a long call, the oldest and the newest words are read, and every line keeps its place', () => {
  const lines = callerLines(100, 'x'.repeat(1_000));
  const read = boundedLines(lines);
  expect(read.map(({ number }) => number)).toEqual(lines.map(({ number }) => number));
  expect(read.filter(({ text }) => text !== '').map(({ number }) => number)).toEqual([
    ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    ...[91, 92, 93, 94, 95, 96, 97, 98, 99, 100],
  ]);
});

test('what the oldest lines leave, the newest may take', () => {
  const read = boundedLines(callerLines(11, 'x'.repeat(1_800)));
  expect(read.every(({ text }) => text !== '')).toBe(true);
});

test.each(['ﷺ', 'ﷺ ', 'x', '½ ', '👨‍👩‍👧‍👦', '\ud83d', 'ä̂̃'])(
  'of 100 turns of 5,000 %j, no more than 20,000 characters are read, counted when they are normalised',
  (letter) => {
    const lines = callerLines(100, letter.repeat(5_000).slice(0, 5_000));
    const read = boundedLines(lines);
    expect(lettersIn(read)).toBeLessThanOrEqual(20_000);
    expect(lettersIn(read)).toBeGreaterThan(15_000);
    expect(Math.max(...read.map(({ text }) => text.normalize('NFKC').length))).toBeLessThanOrEqual(2_000);
    expect(read.every(({ text }) => text.isWellFormed())).toBe(true);
  },
);

test('the agent’s words stay beside the caller’s, each line bounded', () => {
  const read = boundedLines(linesOf('caller: Hello?', `agent: ${'x'.repeat(5_000)}`));
  expect(read.map(({ text }) => text.length)).toEqual([6, 2_000]);
});
