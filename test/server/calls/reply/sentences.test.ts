import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SentenceSplitter } from '../../../../server/calls/reply/sentences.ts';

/** What is spoken of a text that comes in these pieces. */
function sentencesOf(...pieces: string[]): string[] {
  const splitter = new SentenceSplitter();
  return [...pieces.flatMap((piece) => splitter.push(piece)), ...splitter.rest()];
}

describe('sentences', () => {
  test.each<[string, string[]]>([
    ['We are open. Do come.', ['We are open.', 'Do come.']],
    ['Really?! Yes! Good', ['Really?!', 'Yes!', 'Good']],
    ['no full stop at the end', ['no full stop at the end']],
    ['He said "Come in." Then he left.', ['He said "Come in."', 'Then he left.']],
    ['It is free (for patients.) Do come.', ['It is free (for patients.)', 'Do come.']],
    ['हम खुले हैं। आप आइए। धन्यवाद', ['हम खुले हैं।', 'आप आइए।', 'धन्यवाद']],
    ['ہم کھلے ہیں۔ آئیے۔', ['ہم کھلے ہیں۔', 'آئیے۔']],
    ['One.\nTwo\r\nThree', ['One.', 'Two', 'Three']],
    ['  One.   Two.  ', ['One.', 'Two.']],
    ['Hello.How are you?', ['Hello.How are you?']],
    ['', []],
    [' \n\t ', []],
    ['. ! ? …', []],
    ['—', []],
  ])('%j', (text, sentences) => {
    expect(sentencesOf(text)).toEqual(sentences);
  });
});

describe('full stops within a sentence', () => {
  test.each([
    'Dr. Meera Kulkarni is in.',
    'Please ask for Dr. A. P. J. Rao today.',
    'Mrs. Rao and Smt. Devi are here.',
    'It costs Rs. 500 a visit.',
    'It costs Rs.500 a visit.',
    'Come to room No. 12 please.',
    'Dial ext. 204 for the ward.',
    'We open at 9.30 a.m. on weekdays.',
    'It is 3.5 km from the station.',
    'Bring reports, e.g. blood tests, with you.',
    'Bring an identity card, i.e. Aadhaar or a passport.',
    'Bring reports, cards, etc. to a first visit.',
    'Our shop is Sharma & Sons Pvt. Ltd. in Pune.',
    'Well... we are closed on Sunday.',
    'Let me see… yes, we are open.',
    'See www.example.com for more.',
    'The visit is on Jan. 5 at ten.',
    'We are open from Mon. to Fri. only.',
  ])('%s', (sentence) => {
    expect(sentencesOf(`${sentence} Anything else?`)).toEqual([sentence, 'Anything else?']);
  });

  test.each<[string, string[]]>([
    ['No. We are closed.', ['No.', 'We are closed.']],
    ['We open at 9 a.m. Please come.', ['We open at 9 a.m.', 'Please come.']],
    ['Wait... We are open.', ['Wait...', 'We are open.']],
    ['How many? 12. Please wait.', ['How many?', '12.', 'Please wait.']],
    ['Reports, cards, etc.\nanything else?', ['Reports, cards, etc.', 'anything else?']],
    ['Ask for Dr.', ['Ask for Dr.']],
  ])('but %j is several', (text, sentences) => {
    expect(sentencesOf(text)).toEqual(sentences);
  });
});

describe('what only makes sense on paper', () => {
  test.each<[string, string[]]>([
    ['We are **open** on *Sunday*.', ['We are open on Sunday.']],
    ['**We are open.** Do come.', ['We are open.', 'Do come.']],
    ['__Open__ and _free_ and ~~closed~~.', ['Open and free and closed.']],
    ['Press `one`.', ['Press one.']],
    ['# Hours\nWe open at 9.', ['Hours.', 'We open at 9.']],
    ['Here:\n- Monday\n- Tuesday\n* Friday.', ['Here:', 'Monday.', 'Tuesday.', 'Friday.']],
    ['1. Monday\n2. Tuesday\n3) Friday', ['Monday.', 'Tuesday.', 'Friday.']],
    ['First.\n\n1. Monday\n   - morning', ['First.', 'Monday.', 'morning.']],
    ['> **Note** well', ['Note well.']],
    ['Our [price list](https://example.com/a.html) is online.', ['Our price list is online.']],
    ['![a map](map.png) Come by.', ['a map Come by.']],
    ['```json\n{"a": 1}\n```\nDone.', ['Done.']],
    ['| Day | Hours |\n|---|---|\n| Monday | 9 to 5 |', ['Day Hours', 'Monday 9 to 5']],
    ['Yes<br/>we <b>are</b>.', ['Yes we are.']],
    ['Wonderful 😊! See you 👩🏽‍⚕️ soon 🇮🇳.', ['Wonderful!', 'See you soon.']],
    ['Press 1️⃣ now.', ['Press 1 now.']],
    ['Flat #12, and about 5*3 of ~40.', ['Flat number 12, and about 5 times 3 of about 40.']],
    ['Write to front_desk@pragati.example today.', ['Write to front_desk@pragati.example today.']],
    ['Zero\u200bwidth and\u0000 control.', ['Zerowidth and control.']],
    ['क्‍ष and ക്‍ keep their joiners.', ['क्‍ष and ക്‍ keep their joiners.']],
    ['half \ud83d of a pair.', ['half of a pair.']],
    ['two \ud83d\u200b\udc69 halves.', ['two halves.']],
  ])('%j', (text, sentences) => {
    expect(sentencesOf(text)).toEqual(sentences);
  });

  test('a number that no list counted up to is an answer, not a marker', () => {
    expect(sentencesOf('5. That is all of them.')).toEqual(['5.', 'That is all of them.']);
    expect(sentencesOf('They are:\n7. That is all.')).toEqual(['They are:', '7.', 'That is all.']);
  });
});

describe('a sentence that goes on for too long', () => {
  test('breathes after a clause', () => {
    const [first, ...rest] = sentencesOf(`${'word '.repeat(45)}and so, ${'word '.repeat(40)}end.`);
    expect(first).toMatch(/and so,$/);
    expect(rest).toHaveLength(1);
  });

  test('or between words', () => {
    const spoken = sentencesOf('word '.repeat(1_000));
    expect(spoken.join(' ')).toBe('word '.repeat(1_000).trim());
    for (const sentence of spoken) expect(sentence).toMatch(/^(word )+word$/);
  });

  test('or anywhere, in a word without end', () => {
    const spoken = sentencesOf('x'.repeat(10_000));
    expect(spoken.join('')).toBe('x'.repeat(10_000));
    expect(spoken.map(({ length }) => length)).toEqual([...Array(33).fill(300), 100]);
  });

  test('but never between the halves of a character', () => {
    const text = `a${'𝒳'.repeat(1_000)}`;
    const spoken = sentencesOf(...Array.from({ length: text.length }, (_, index) => text.charAt(index)));
    expect(spoken.join('')).toBe(text);
    for (const sentence of spoken) expect(sentence.isWellFormed()).toBe(true);
  });

  test('also where signs become words', () => {
    for (const sentence of sentencesOf(`${'#1 '.repeat(99)}.`))
      expect(sentence.length).toBeLessThanOrEqual(300);
  });
});

describe('a stream that breaks off', () => {
  const left = (text: string) => {
    const splitter = new SentenceSplitter();
    splitter.push(text);
    return splitter.restIfComplete();
  };

  test.each([
    ['We are open.', ['We are open.']],
    ['We are open. ', []],
    ['- Monday is free! ', []],
    ['- Monday is free!', ['Monday is free!']],
    ['Are you', []],
    ['Please ask for Dr.', []],
    ['आप आइए।', ['आप आइए।']],
    ['', []],
  ])('has of %j left', (text, sentences) => {
    expect(left(text)).toEqual(sentences);
  });
});

/** Text made of what is hard to cut. */
const trickyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '. ',
          '.',
          '...',
          '… ',
          '? ',
          '!',
          '\n',
          '\r\n',
          ' ',
          '\t',
          ', ',
          '।',
          'Dr. ',
          'No. ',
          'a.m. ',
          'Rs. 5',
        ],
        ...[
          '1. ',
          '2. ',
          '3) ',
          '- ',
          '* ',
          '**',
          '# ',
          '#',
          '`',
          '```',
          '_',
          '~',
          '[a](b)',
          '[',
          '](',
          '<b>',
          '> ',
        ],
        ...[
          '😊',
          '👩🏽‍⚕️',
          '\ud83d',
          '\udc69',
          'क्‍ष',
          '3.5',
          'J. ',
          '"',
          ')',
          '\u2028',
          '\u200b',
          'x'.repeat(290),
        ],
      ),
      fc.string({ unit: 'binary', maxLength: 5 }),
      fc.lorem({ maxCount: 3 }),
    ),
    { maxLength: 120, size: 'max' },
  )
  .map((pieces) => pieces.join(''));

test('the sentences are the same in whatever pieces the text comes', () => {
  fc.assert(
    fc.property(trickyText, fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1 }), (text, sizes) => {
      const pieces: string[] = [];
      for (let start = 0; start < text.length; start += pieces.at(-1)?.length ?? 1)
        pieces.push(text.slice(start, start + (sizes[pieces.length % sizes.length] ?? 1)));
      const whole = sentencesOf(text);
      expect(sentencesOf(...pieces)).toEqual(whole);
      expect(sentencesOf(...Array.from({ length: text.length }, (_, index) => text.charAt(index)))).toEqual(
        whole,
      );
    }),
    { numRuns: 300 },
  );
});

test('half a character is no reason to end a sentence', () => {
  expect(sentencesOf('At 9 a.m. \ud835', '\udd1e.')).toEqual(['At 9 a.m. \ud835\udd1e.']);
});

test('every sentence can be spoken, stored and heard out', () => {
  fc.assert(
    fc.property(trickyText, (text) => {
      for (const sentence of sentencesOf(text)) {
        expect(sentence.length).toBeLessThanOrEqual(300);
        expect(sentence).toMatch(/[\p{L}\p{N}]/u);
        expect(sentence.isWellFormed()).toBe(true);
        expect(sentence).toBe(sentence.trim());
        expect(sentence).not.toMatch(/\p{Cc}|\s\s|[*`#[\]<>|]|\p{Extended_Pictographic}/u);
      }
    }),
    { numRuns: 300 },
  );
});

test('nothing is lost and nothing is spoken twice', () => {
  const word = fc.oneof(
    fc.stringMatching(/^[A-Za-z]{1,12}$/),
    fc.stringMatching(/^[a-z]{1,500}$/),
    fc.constantFrom(
      'Dr.',
      'No.',
      'Rs.',
      '12.',
      '3.5',
      '1,200',
      'आइए',
      'e.g.',
      'a.m.',
      'www.example.com',
      "can't",
      '"Yes"',
    ),
  );
  const after = fc.constantFrom(' ', '. ', '? ', '! ', ', ', '... ', '।\n', '; ', '\n', '.\n\n', ' - ');
  fc.assert(
    fc.property(fc.array(fc.tuple(word, after), { maxLength: 150, size: 'max' }), (words) => {
      // Starts with a word, since a number that starts a line may count a list.
      const text = words.map(([said, mark]) => `Yes ${said}${mark}`).join('');
      expect(letters(sentencesOf(text).join(' '))).toBe(letters(text));
    }),
  );
});

const letters = (text: string) => text.replace(/[^\p{L}\p{M}\p{N}]/gu, '');
