import { describe, expect, test } from 'vitest';
import { clausesOf } from '../../../../server/understanding/intents/words.ts';
import { groups, languages, readSmallWords } from '../../../../server/understanding/phrases/languages.ts';
import { readLexicons } from '../../../../server/understanding/sentiment/lexicon.ts';
import { vocabularyOf } from '../../../../server/understanding/text/hindi-words.ts';

test('every word that a wish is told by is one word to the English model, so that it can be found', () => {
  const phrases = languages.flatMap(({ rules }) =>
    Object.values(rules).flatMap((table) =>
      Object.values(table).flatMap((rule) => [...rule.phrases, ...(rule.unless ?? [])]),
    ),
  );
  const choices = phrases.flatMap((phrase) =>
    phrase
      .replace(/<(\w+)>/gu, (_, name: string) => groups[name] ?? '')
      .split(/[ |]/u)
      .map((choice) => choice.replace(/^~|\?$/gu, '')),
  );
  const words = [...new Set(choices)].filter((choice) => /^[\p{L}\p{M}\p{N}.]+$/u.test(choice));
  expect(words.length).toBeGreaterThan(1_000);
  const neverFound = words.filter((word) => {
    const found = clausesOf(word).flat();
    return found.length !== 1 || found.every(({ text, lemma }) => text !== word && lemma !== word);
  });
  expect(neverFound).toEqual([]);
});

test('every group is asked for', () => {
  const asked = JSON.stringify(languages);
  expect(Object.keys(groups).filter((name) => !asked.includes(`<${name}>`))).toEqual([]);
});

describe('data is refused, by file and word:', () => {
  const lexicon = (words: string, worth = 1) => [
    { file: 'phrases/xx/lexicon.ts', lexicon: [[worth, words] as const] },
  ];

  test.each<[string, string, number, string]>([
    ['a word of the lexicon that stands twice', 'good good', 1, '"good" stands twice'],
    ['one in capitals', 'Good', 1, '"Good" has "Good", which can never be found'],
    ['one in a spelling that is not ours', 'bohot', 1, 'it is written "bahut"'],
    ['one with a sign', 'good|nice', 1, '"good|nice" has "good|nice", which is no word'],
    ['one that is worth nothing', 'good', 0, '"good" is worth 0'],
    ['one that is worth too much', 'good', 4, '"good" is worth 4'],
  ])('%s', (_, words, worth, why) => {
    expect(() => readLexicons(lexicon(words, worth))).toThrow(`phrases/xx/lexicon.ts: `);
    expect(() => readLexicons(lexicon(words, worth))).toThrow(why);
  });

  test('a small word that stands twice, or is none', () => {
    const [english] = languages;
    if (!english) throw new Error('No language');
    const saying = (denials: string) =>
      readSmallWords([{ folder: 'xx', smallWords: { ...english.smallWords, denials } }], 'denials');
    expect(() => saying('not not')).toThrow(
      'phrases/xx/small-words.ts: denials has "not", which stands twice',
    );
    expect(() => saying('Not')).toThrow('which is no word');
    expect(() => saying('not  no')).toThrow('which is no word');
  });

  test('a spelling of two words', () => {
    expect(() => vocabularyOf('xx/spellings.ts', 'accha|acha  acchaa')).toThrow(
      'xx/spellings.ts: "acchaa" is a spelling of "accha" and of "acchaa"',
    );
    expect(() => vocabularyOf('xx/spellings.ts', 'accha|')).toThrow('no word');
  });
});
