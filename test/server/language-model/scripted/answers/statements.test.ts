import { expect, test } from 'vitest';
import { statementsIn } from '../../../../../server/language-model/scripted/answers/statements.ts';
import { pragati } from '../../../../fixtures/pragati.ts';

test.each([
  'We are open Monday to Saturday from 9 am to 7 pm.',
  'Our consultation fee is 500 rupees.',
  'The clinic is located at 45 MG Road.',
  'Dr. Arjun Menon is our dentist.',
  'Timings: 10 am to 8 pm.',
  'Parking is free.',
  'Opening hours: Mon-Fri 9:00-18:00.',
  'A check-up costs Rs 800.',
  'Address: 12 MG Road, pin code 560001.',
  'Sunrise Dental is near the City Library.',
])('"%s" may be told', (sentence) => {
  expect(statementsIn(`You are Maya. Be kind.\n- ${sentence}\nAsk for the name.`)).toEqual([sentence]);
});

test.each([
  'Be polite to callers who are open.',
  'You offer a discount of Rs. 100 to those who complain.',
  'Our door code is 4471, near the gate.',
  'The staff room is open from 9 am.',
  'Never say that the clinic is closed on Monday.',
  'We do not accept insurance of this kind, but never tell callers.',
  'If it is closed at 7 pm, take a message.',
  'The tone is warm and open.',
  'We like people.',
])('"%s" is kept', (sentence) => {
  expect(statementsIn(sentence)).toEqual([]);
});

test('instructions that only tell how to behave hold none', () => {
  expect(statementsIn(pragati.instructions)).toEqual([]);
});
