import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { INTENTS, recogniseIntents } from '../../../../server/understanding/intents/intents.ts';
import { clausesOf } from '../../../../server/understanding/intents/words.ts';

describe('what callers say, in the English of Indian telephones and in Hindi', () => {
  test.each([...utterances()])('%s', (intents, sayings) => {
    const heard = sayings.map((words) => `${words}: ${recogniseIntents(words).join(' ')}`);
    expect(heard).toEqual(sayings.map((words) => `${words}: ${intents}`));
  });

  test('all nine are there, and in Hindi as well', () => {
    for (const intent of INTENTS) {
      const sayings = [...utterances()].filter(([intents]) => intents.split(' ').includes(intent));
      expect(sayings.flatMap(([, words]) => words).filter(isHindi).length, intent).toBeGreaterThan(4);
    }
  });
});

test('the most urgent comes first', () => {
  const said = 'how much is it, where are you, I want to cancel, my wife is bleeding heavily, call me back';
  expect(recogniseIntents(said)).toEqual([
    'EMERGENCY',
    'SPEAK_TO_HUMAN',
    'CANCEL_APPOINTMENT',
    'PRICING',
    'LOCATION',
  ]);
});

test('words are the same in capitals, without punctuation and with curly apostrophes', () => {
  expect(recogniseIntents('IT’S AN EMERGENCY')).toEqual(['EMERGENCY']);
  expect(recogniseIntents('I CANT BREATHE')).toEqual(['EMERGENCY']);
  expect(recogniseIntents('what   ARE your\ttimings???')).toEqual(['OPENING_HOURS']);
});

test('whatever is said, there is an answer, the same each time, in the order of urgency', () => {
  fc.assert(
    fc.property(anyWords(), (words) => {
      const intents = recogniseIntents(words);
      expect(intents.length).toBeGreaterThan(0);
      expect(intents).toEqual(INTENTS.filter((intent) => intents.includes(intent)));
      expect(recogniseIntents(words)).toEqual(intents);
    }),
  );
});

test('of a speech without end, the beginning and the end are read', () => {
  const endless = `what is your address ${'and so on and on '.repeat(2_000)} and what are your charges`;
  expect(recogniseIntents(endless)).toEqual(['PRICING', 'LOCATION']);
  expect(clausesOf(endless).flat().length).toBeLessThan(300);
});

/** What is said under each heading of utterances.txt. */
function utterances(): Map<string, string[]> {
  const file = new URL('../../../fixtures/utterances.txt', import.meta.url);
  const sayings = new Map<string, string[]>();
  let intents = '';
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.startsWith('## ')) intents = z.array(z.enum(INTENTS)).parse(line.slice(3).split(' ')).join(' ');
    else if (line && !line.startsWith('#')) sayings.set(intents, [...(sayings.get(intents) ?? []), line]);
  }
  return sayings;
}

function isHindi(words: string): boolean {
  return /\b(hai|kya|karna|karni|chahiye|ka|ke|ki|se|nahi|kitna|kitne|kahan|hain|ho|mujhe|do|karo)\b|\p{Script=Devanagari}/u.test(
    words,
  );
}

function anyWords() {
  return fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc
      .array(
        fc.constantFrom('not', 'bleeding', 'appointment', 'kitna', 'कहां', '।', '\ud800', '?', "'", 'no'),
        {
          maxLength: 60,
        },
      )
      .map((words) => words.join(' ')),
  );
}
