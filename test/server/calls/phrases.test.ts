import { describe, expect, test } from 'vitest';
import {
  apology,
  BROKEN,
  farewell,
  filler,
  rePrompt,
  SUSPENDED,
  TOO_LONG,
} from '../../../server/calls/phrases.ts';
import { SentenceSplitter } from '../../../server/calls/sentences.ts';

const counts = [0, 1, 2, 3, 4, 5, 99];
const everything = [
  ...counts.flatMap((turn) => counts.map((index) => filler(turn, index))),
  ...counts.map(apology),
  ...counts.map(rePrompt),
  farewell('Pragati'),
  TOO_LONG,
  BROKEN,
  SUSPENDED,
];

test.each([...new Set(everything)])('%j is plain, and short enough to listen to', (phrase) => {
  const splitter = new SentenceSplitter();
  expect([...splitter.push(phrase), ...splitter.rest()].join(' ')).toBe(phrase);
  expect(phrase).toMatch(/^[A-Z].{5,118}[.?]$/);
  expect(phrase).not.toMatch(/machine|robot|server|model|error|timeout|AI\b/i);
});

test.each([farewell('Pragati'), TOO_LONG, SUSPENDED])('%j takes leave', (phrase) => {
  expect(phrase).toMatch(/Goodbye\.$/);
});

test.each([...counts.map(apology), ...counts.map(rePrompt), BROKEN])('%j takes no leave', (phrase) => {
  expect(phrase).not.toMatch(/bye/i);
});

describe('nobody hears the same twice running', () => {
  test('while a reply takes long', () => {
    const heard = [0, 1, 2, 3].map((index) => filler(1, index));
    expect(new Set(heard).size).toBe(4);
  });

  test('where turn after turn takes long', () => {
    for (const turn of [1, 2, 3]) {
      expect(filler(turn + 1, 0)).not.toBe(filler(turn, 0));
      expect(filler(turn + 1, 0)).not.toBe(filler(turn, 1));
    }
  });

  test('where turn after turn fails', () => {
    for (const turn of [1, 2, 3]) expect(apology(turn + 1)).not.toBe(apology(turn));
  });

  test('after silence upon silence', () => {
    expect(rePrompt(1)).not.toBe(rePrompt(0));
  });
});
