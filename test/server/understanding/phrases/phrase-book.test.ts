import { describe, expect, test } from 'vitest';
import { endOfMatch } from '../../../../server/understanding/phrases/match.ts';
import { readPhrase, type Said, type Usage } from '../../../../server/understanding/phrases/phrase.ts';
import { phraseBook, standsIn } from '../../../../server/understanding/phrases/phrase-book.ts';

const usage: Usage = {
  groups: { visit: 'appointment|slot' },
  written: (word) => word.toLowerCase().replace(/'/gu, ''),
  knowsDenials: true,
  gapEndsAt: new Set(['i']),
  isClosing: false,
};

/** A word with a "!" is denied; of "charges/charge" the second is the basic form. */
const said = (text: string): Said[] =>
  text.split(' ').map((word) => {
    const [spoken = '', lemma = spoken] = word.replace('!', '').split('/');
    return { text: spoken, lemma, isNegated: word.endsWith('!') };
  });
const ends = (phrase: string, text: string, at = 0, how = usage) =>
  endOfMatch(readPhrase(phrase, how), said(text), at);

test.each<[string, string, number | undefined]>([
  ['book|get', 'get it', 1],
  ['charge', 'charges/charge', 1],
  ['<visit>|table', 'slot', 1],
  ['refund*', 'refunded', 1],
  ['# minutes', '10 minutes', 2],
  ['# minutes', 'ten minutes', undefined],
  ['fed_up|angry', 'fed up', 2],
  ['a? good day', 'good day', 2],
  ['a? good day', 'a good day', 3],
  ['book … slot', 'book me the very first slot', 6],
  ['book … slot', 'book me one of the few slot', undefined],
  ['book … slot', 'book it i want slot', undefined],
  ['book … slot?', 'book one', 1],
  ['pain', 'pain!', undefined],
  ['~pain', 'pain!', 1],
  ['bye $', 'bye now', undefined],
  ['bye now? $', 'bye now', 2],
])('%s in "%s" ends at %s', (phrase, text, end) => {
  expect(ends(phrase, text)).toBe(end);
});

test('"^" is the beginning of the clause', () => {
  expect(ends('^ bye', 'ok bye', 1)).toBeUndefined();
  expect(ends('bye', 'ok bye', 1)).toBe(2);
});

test('where every phrase is a closing one, it ends what was said', () => {
  expect(ends('bye', 'bye now', 0, { ...usage, isClosing: true })).toBeUndefined();
});

test('phrases of several files are one book', () => {
  const book = phraseBook(
    [
      { file: 'en', phrases: ['book … <visit>'] },
      { file: 'hi', phrases: ['<visit> chahiye', 'lag*'] },
    ],
    usage,
  );
  expect(standsIn(book, said('ek slot chahiye'))).toBe(true);
  expect(standsIn(book, said('kal lagao'))).toBe(true);
  expect(standsIn(book, said('a slot'))).toBe(false);
});

test('a phrase with many gaps costs no more than its steps, however often its words are repeated', () => {
  const phrase = readPhrase(`${Array.from({ length: 40 }, () => 'a?').join(' … ')} … b`, usage);
  const words = said('a '.repeat(2_000).trim());
  expect(words.every((_, at) => endOfMatch(phrase, words, at) === undefined)).toBe(true);
});

describe('a phrase is refused, by file and phrase, that', () => {
  test.each<[string, string, RegExp]>([
    ['is empty', '', /is empty/],
    ['has two spaces', 'a  b', /two spaces/],
    ['has an empty choice', 'a||b', /has "", which is no word/],
    ['has an unknown sign', 'a&b', /has "a&b", which is no word/],
    ['has an option in the middle of a word', 'a?b', /which is no word/],
    ['asks for an unknown group', '<visits>', /asks for the group "visits", which there isn't/],
    ['asks for no group at all', '<constructor>', /which there isn't/],
    ['has a word twice', 'a|b|a', /has "a" twice/],
    ['has a word of its group besides', '<visit>|slot', /has "slot" twice/],
    ['has a word as it is never written', 'Bye', /has "Bye", which can never be found: it is written "bye"/],
    ['has a "^" within', 'a ^ b', /has "\^" within it/],
    ['has a "$" within', 'a $ b', /has "\$" within it/],
    ['begins with a gap', '… a', /a "…" that follows no word/],
    ['ends with a gap', 'a …', /a "…" that no word follows/],
    ['has two gaps in a row', 'a … … b', /a "…" that follows no word/],
    ['may be nothing', 'a? b?', /asks for no word/],
    ['is nothing but an end', '$', /within it/],
  ])('%s', (_, phrase, why) => {
    const read = () => phraseBook([{ file: 'phrases/xx/wishes.ts', phrases: ['fine', phrase] }], usage);
    expect(read).toThrow(`phrases/xx/wishes.ts: "${phrase}" `);
    expect(read).toThrow(why);
  });

  test('stands twice, in one file or in two', () => {
    expect(() =>
      phraseBook(
        [
          { file: 'en', phrases: ['a b'] },
          { file: 'hi', phrases: ['a b'] },
        ],
        usage,
      ),
    ).toThrow('hi: "a b" stands twice');
  });

  test('asks for what is denied where denials are unknown', () => {
    expect(() => readPhrase('~pain', { ...usage, knowsDenials: false })).toThrow('has a "~"');
  });
});
