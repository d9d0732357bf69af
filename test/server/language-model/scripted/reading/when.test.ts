import { expect, test } from 'vitest';
import { togetherWith, whenIn } from '../../../../../server/language-model/scripted/reading/when.ts';

test.each([
  ['tomorrow at 5', 'tomorrow at 5'],
  ['can I come Monday morning', 'Monday morning'],
  ['I want an appointment for 24th November at 10:30 am', '24th November at 10:30 am'],
  ['next Monday around 11', 'next Monday around 11'],
  ['Saturday 10 or 11 am', 'Saturday 10 or 11 am'],
  ['at half past 4 on Tuesday', 'half past 4 on Tuesday'],
  ['between 4 and 5 pm tomorrow', 'between 4 and 5 pm tomorrow'],
  ['this evening at six please', 'this evening at six'],
  ['5.30pm', '5.30 pm'],
  ['next week', 'next week'],
  ['good morning, an appointment for tomorrow evening please', 'tomorrow evening'],
  ['as soon as possible', 'as soon as possible'],
  ['kal subah 10 baje', "tomorrow morning 10 o'clock"],
  ['kal shaam ko paanch baje ka slot chahiye', "tomorrow evening 5 o'clock"],
  ['parso', 'the day after tomorrow'],
  ['the day after tomorrow in the morning', 'the day after tomorrow in the morning'],
  ['कल सुबह', 'tomorrow morning'],
  ['सोमवार शाम को', 'Monday evening'],
])('"%s" is %s', (words, when) => {
  expect(whenIn(words)).toBe(when);
});

test.each([
  'pain since morning',
  'subah se dard hai',
  'I am 38 weeks pregnant',
  'I have 2 children',
  'good morning',
  'my number is 9876543210',
  'a room for two people',
  'five',
  '',
])('"%s" names no time', (words) => {
  expect(whenIn(words)).toBeUndefined();
});

test('asked for a time, a number is one', () => {
  expect(whenIn('five', true)).toBe('five');
  expect(whenIn('11 or 12', true)).toBe('11 or 12');
});

test.each([
  ['Wednesday', 'morning', 'Wednesday morning'],
  ['tomorrow', '10', 'tomorrow at 10'],
  ['Wednesday', 'Friday', 'Friday'],
  ['Wednesday morning', 'evening', 'evening'],
  [undefined, 'Friday', 'Friday'],
  ['Friday', undefined, 'Friday'],
])('%s and then %s is %s', (before, more, both) => {
  expect(togetherWith(before, more)).toBe(both);
});
