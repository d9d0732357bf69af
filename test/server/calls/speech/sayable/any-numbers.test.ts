import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sayable } from '../../../../../server/calls/speech/sayable/sayable.ts';

describe('whatever the numbers', () => {
  test('a caller hears every digit of a telephone number, in its order, in groups of five at most', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[6-9]\d{9}$/),
        fc.constantFrom('', '+91 ', '+91', '0', '+91-'),
        (number, code) => {
          const said = sayable(`Call ${code}${number}.`, 'en-IN');
          expect(said.replace(/\D/g, '')).toBe(`${code}${number}`.replace(/\D/g, ''));
          expect(said).not.toMatch(/\d\d|(?:\d ){5}\d/);
        },
      ),
    );
  });

  test('a caller hears an amount that is worth what is written', () => {
    const worth: Record<string, number> = { crore: 10_000_000, lakh: 100_000, thousand: 1_000 };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), fc.boolean(), (amount, isGrouped) => {
        const written = isGrouped ? amount.toLocaleString('en-IN') : `${amount}`;
        const said = sayable(`₹${written}`, 'en-IN');
        const parts = [...said.matchAll(/(\d+)(?: (crore|lakh|thousand))?/g)];
        expect(parts.reduce((sum, [, count, name = '']) => sum + Number(count) * (worth[name] ?? 1), 0)).toBe(
          amount,
        );
        expect(said).toMatch(/rupees?$/);
      }),
    );
  });

  test('a caller hears the day, month and year of a date', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const written = date.toISOString().slice(0, 10);
        const said = sayable(`On ${written}.`, 'en-IN').slice(3, -1);
        expect(new Date(`${said} UTC`).toISOString().slice(0, 10)).toBe(written);
      }),
    );
  });

  test('a caller hears words without numbers and signs as they are written', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 30, mode: 'sentences' }), (text) => {
        expect(sayable(text, 'en-IN')).toBe(text);
      }),
    );
  });

  test('a caller hears whole characters', () => {
    const piece = fc.constantFrom(
      ...[
        '₹',
        '1',
        '50',
        ',',
        '000',
        ' ',
        '-',
        '–',
        ':',
        '30',
        'pm',
        'am',
        '.',
        '/',
        '98111',
        '22233',
        '+91',
        'Rs',
        '2026',
      ],
      ...[
        'www',
        'com',
        '@',
        'Mon',
        'Fri',
        'Nov',
        '24',
        'lakh',
        'बजे',
        'press',
        '*',
        '#',
        'call',
        '112',
        '(',
        ')',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const once = sayable(pieces.join(''), 'en-IN');
        expect(once.isWellFormed()).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

test.each([
  '9',
  '9-',
  '9:',
  '₹',
  '₹9,',
  '+9 ',
  'a.',
  'www.',
  'https://a',
  'a@',
  '98111 22233 ',
  '1/1/',
  '(0',
  'Mon-',
  '9 am-',
  '1 Nov ',
  ' ',
  '.',
  'Rs. ',
  'call 112 ',
  '९',
])('two hundred thousand characters of %j keep no caller waiting', (piece) => {
  const began = performance.now();
  sayable(piece.repeat(200_000 / piece.length), 'en-IN');
  expect(performance.now() - began).toBeLessThan(3_000);
});
