import { describe, expect, test } from 'vitest';
import type { Line } from '../../../../server/language-model/briefing.ts';
import { readSaying } from '../../../../server/language-model/scripted/reading/saying.ts';
import { recentLines } from '../../../../server/language-model/scripted/recent-lines.ts';
import { callerSaysGoodbye } from '../../../../server/understanding/farewell.ts';
import { clausesOf } from '../../../../server/understanding/intents/words.ts';
import { feltClausesOf } from '../../../../server/understanding/sentiment/felt-clauses.ts';
import { plainText } from '../../../../server/understanding/text/spellings.ts';
import { hostileWords } from '../../../fixtures/hostile-words.ts';
import { aRequest, replyTo } from './receptionist.ts';

/** What the thread that answers calls does with each line: bounded by what it reads, whatever the machine. */
describe.each(Object.entries(hostileWords))('%s', (_, words) => {
  test('is read up to 700 characters, counted when they are normalised', () => {
    expect(words).toHaveLength(5_000);
    expect(plainText(words).length).toBeLessThanOrEqual(701);
    expect(plainText(words).normalize('NFKD').length).toBeLessThanOrEqual(3 * 701);
    expect(clausesOf(words).flat().length).toBeLessThanOrEqual(351);
  });

  test('is remembered by the receptionist up to 300 characters', () => {
    const { text, words: read } = readSaying(words);
    expect(text.length).toBeLessThanOrEqual(300);
    expect(read.length).toBeLessThanOrEqual(351);
  });

  test('is felt up to 2,000 characters', () => {
    const letters = feltClausesOf(words)
      .flatMap((clause) => clause.words)
      .join('');
    expect(letters.length).toBeLessThanOrEqual(6_000);
  });

  test('ends a call by its last 600 characters alone', () => {
    for (const ending of ['', ' that is all, goodbye'])
      expect(callerSaysGoodbye(`${words}${ending}`)).toBe(callerSaysGoodbye(`${words.repeat(20)}${ending}`));
  });

  test('in a hundred turns, costs a reply 2,000 words, and there is one', async () => {
    const lines = Array.from({ length: 100 }, (_, turn): Line[] => [
      { speaker: 'CALLER', text: `${turn} ${words}` },
      { speaker: 'AGENT', text: 'I am sorry, I did not understand that.' },
    ]).flat();
    const read = recentLines(lines).filter(({ speaker }) => speaker === 'CALLER');
    const count = read.reduce((sum, { text }) => sum + readSaying(text).words.length, 0);
    expect(count).toBeLessThanOrEqual(2_000);
    expect(read.length).toBeGreaterThanOrEqual(5);
    expect(await replyTo(aRequest(lines.slice(0, -1)))).not.toBe('');
  });
});

test('of a long call between people, every line is looked at', () => {
  const lines = Array.from(
    { length: 200 },
    (_, index): Line => ({
      speaker: index % 2 === 0 ? 'CALLER' : 'AGENT',
      text: `I would like to know about room ${index}, please, for my mother`,
    }),
  );
  expect(recentLines(lines)).toHaveLength(200);
});
