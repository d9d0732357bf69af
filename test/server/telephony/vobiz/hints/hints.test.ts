import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { demoTenant } from '../../../../../server/database/demo-tenant.ts';
import { hintsFor, hintsOf } from '../../../../../server/telephony/vobiz/hints/hints.ts';
import { firstPersona } from '../../../../../server/tenants/personas/first-persona.ts';
import { anyText } from '../any-text.ts';

const hints = (facts: string, instructions = '') =>
  hintsFor({ name: 'Lotus', persona: { agentName: 'Asha', facts, instructions } }).slice(2);

test('the demo hospital’s callers may name it, its doctors, what it does and where it is', () => {
  expect(hintsFor(demoTenant)).toEqual([
    "Pragati Women's Hospital",
    'Asha',
    'Dr. Meera Kulkarni',
    'Dr. Anita Rao',
    'Dr. Sunita Joshi',
    'pregnancy',
    'childbirth',
    'gynaecology',
    'fertility',
    'consultation',
    'follow-up visit',
    'ultrasound scan',
    'normal delivery package',
    'OPD',
    'Lake Road',
    'Pune',
    'City Library',
    'English',
    'Hindi',
    'Marathi',
  ]);
});

describe('callers may name', () => {
  test.each<[string, string, string[]]>([
    [
      'people by their titles',
      'Ask for Dr. A. K. Sharma or Prof Vikram Seth.',
      ['Dr. A. K. Sharma', 'Prof Vikram Seth'],
    ],
    ['a person without one', 'Please ask for Ramesh at the desk.', ['Ramesh']],
    ['somebody’s clinic by its owner', "Dr Mehta's rooms are upstairs.", ['Dr Mehta']],
    ['places', 'We are on MG Road, next to Phoenix Mall.', ['MG Road', 'Phoenix Mall']],
    ['places with a number', 'Our office is in Sector 17, Noida.', ['Sector 17', 'Noida']],
    ['abbreviations', 'ICU beds and the MRI are upstairs.', ['ICU', 'MRI']],
    [
      'what is listed behind a label',
      'Services: cardiology, root canal (endodontics) & X-ray',
      ['cardiology', 'root canal', 'endodontics', 'X-ray'],
    ],
    ['branches', 'Our branches: Viman Nagar and Aundh.', ['Viman Nagar', 'Aundh']],
    ['bullets', '- Bridal make-up\n* Hair spa\n2. Threading', ['Bridal make-up', 'Hair spa', 'Threading']],
    [
      'a price list',
      '- Haircut for men: ₹300\nKeratin treatment – Rs. 4,500',
      ['Haircut for men', 'Keratin treatment'],
    ],
    [
      'what a sentence lists',
      'We offer yoga, deep tissue massage and steam.',
      ['yoga', 'deep tissue massage', 'steam'],
    ],
    ['what a sentence prices', 'A blood test costs 400 rupees.', ['blood test']],
    ['letters with accents, as English writes them', 'Ask for Mr. José Núñez.', ['Mr. Jose Nunez']],
  ])('%s', (_, facts, expected) => {
    expect(hints(facts)).toEqual(expected);
  });

  test('in instructions, what isn’t how to behave', () => {
    const instructions = [
      'Offer to take a message, and ask for the name, the number and the best time.',
      '- Never promise a time.',
      'Services: root canal, braces.',
      'Put calls for Dr. Asha Rao through.',
    ].join('\n');
    expect(hints('', instructions)).toEqual(['Dr. Asha Rao', 'root canal', 'braces']);
  });

  test.each([
    ['words that only begin a sentence', 'Parking may be difficult. Bring your card.'],
    ['days, months and times', 'We open on Monday at 9 AM, and close in December.'],
    ['Indian scripts, as recognition is English', 'डॉ. मीरा रोज़ आती हैं। சென்னை'],
    ['prices alone', '500, ₹1,200, Rs. 300'],
    ['nothing', ' \n\n '],
  ])('no %s', (_, facts) => {
    expect(hints(facts)).toEqual([]);
  });
});

test('a business whose name isn’t in English letters is named as far as it is', () => {
  const persona = { agentName: 'आशा', facts: '', instructions: '' };
  expect(hintsFor({ name: 'प्रगति', persona })).toEqual([]);
  expect(hintsFor({ name: 'Café Lumière & Sons, Pune', persona })).toEqual(['Cafe Lumiere and Sons Pune']);
});

describe('Vobiz’s bounds are kept', () => {
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  const name = (index: number) =>
    `Dr. Q${letters[Math.floor(index / 676) % 26]}${letters[Math.floor(index / 26) % 26]}${letters[index % 26]}`;

  test.each([
    [
      'as many names as a persona has room for',
      Array.from({ length: 2_000 }, (_, index) => name(index)).join(', '),
      500,
    ],
    [
      'long ones',
      `Services: ${Array.from({ length: 180 }, (_, index) => `${name(index)} ${'y'.repeat(85)}`).join(', ')}`,
      268,
    ],
    ['one that is too long', `Services: ${'y'.repeat(101)}`, 0],
  ])('with %s', (_, facts, count) => {
    const phrases = hintsFor({ name: '', persona: { agentName: '', facts, instructions: '' } });
    expect(phrases.length).toBe(count);
    expect(phrases.join(',').length).toBeLessThanOrEqual(10_000);
    expect(Math.max(0, ...phrases.map(({ length }) => length))).toBeLessThanOrEqual(100);
  });

  test('whatever is written', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (name, facts, instructions) => {
        const phrases = hintsFor({ name, persona: { agentName: name, facts, instructions } });
        for (const phrase of phrases) expect(phrase).toMatch(/^[A-Za-z0-9 .'’/-]{2,100}$/);
        expect(new Set(phrases.map((phrase) => phrase.toLowerCase())).size).toBe(phrases.length);
        expect(phrases.length).toBeLessThanOrEqual(500);
      }),
    );
  });

  test.each(['A ', 'Aa.', 'a,', '- ', 'offer ', 'costs ', 'a:', "'s", 'Dr. A ', 'x', '( '])(
    'in time that a caller doesn’t notice, of %j again and again',
    (piece) => {
      const text = piece.repeat(20_000 / piece.length);
      const began = performance.now();
      hintsFor({ name: text, persona: { agentName: text, facts: text, instructions: text } });
      expect(performance.now() - began).toBeLessThan(500);
    },
  );
});

test('they are read out of a version of the persona once, and again where the business has another name', () => {
  const persona = { ...firstPersona('Lotus'), version: 1, facts: 'Ask for Ramesh at the desk.' };
  const made = hintsOf({ name: 'Lotus', persona });
  persona.facts = 'Nobody reads this.';
  expect(hintsOf({ name: 'Lotus', persona })).toBe(made);
  expect(made).toBe('Lotus,Asha,Ramesh');
  expect(hintsOf({ name: 'Rose', persona })).toMatch(/^Rose,Asha/);
  expect(hintsOf({ name: 'Lotus', persona: { ...persona, version: 2 } })).not.toContain('Ramesh');
});
