import { describe, expect, test } from 'vitest';
import { type Phrases, phrasesIn } from '../../../../server/calls/conversation/phrases.ts';
import { SentenceSplitter } from '../../../../server/calls/reply/sentences.ts';
import { agentSaysGoodbye } from '../../../../server/understanding/farewell.ts';

const counts = [0, 1, 2, 3, 4, 5, 99];
const goodbyes = ({ farewell, tooLong, retired, suspended }: Phrases) => [
  farewell('Pragati'),
  tooLong,
  retired,
  suspended,
];
const goingOn = ({ filler, apology, rePrompt, broken, brokenAtAnswer }: Phrases) => [
  ...counts.flatMap((turn) => counts.map((index) => filler(turn, index))),
  ...counts.map(apology),
  ...counts.map(rePrompt),
  broken,
  brokenAtAnswer,
];
const [english, hindi] = [phrasesIn('en-IN'), phrasesIn('hi-IN')];

test.each([...new Set([english, hindi].flatMap((each) => [...goodbyes(each), ...goingOn(each)]))])(
  '%j is plain, and short enough to listen to',
  (phrase) => {
    const splitter = new SentenceSplitter();
    expect([...splitter.push(phrase), ...splitter.rest()].join(' ')).toBe(phrase);
    expect(phrase).toMatch(/^[A-Z\p{Script=Devanagari}].{5,118}[.?।]$/u);
    expect(phrase).not.toMatch(/machine|robot|server|model|error|timeout|AI\b/i);
  },
);

test.each([...goodbyes(english), ...goodbyes(hindi)])('%j takes leave', (phrase) => {
  expect(agentSaysGoodbye([phrase])).toBe(true);
});

test.each([...new Set([...goingOn(english), ...goingOn(hindi)])])('%j takes no leave', (phrase) => {
  expect(agentSaysGoodbye([phrase])).toBe(false);
});

test.each([
  ['hi-IN', hindi],
  ['hi', hindi],
  ['HI_in', hindi],
  ['en-GB', english],
  // Not yet translated, and no language at all.
  ['ta-IN', english],
  ['', english],
])('%j has its phrases', (language, { broken }) => {
  expect(phrasesIn(language).broken).toBe(broken);
});

describe.each([english, hindi])('nobody hears the same twice running', ({ filler, apology, rePrompt }) => {
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
