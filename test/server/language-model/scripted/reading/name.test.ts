import { expect, test } from 'vitest';
import { nameIn } from '../../../../../server/language-model/scripted/reading/name.ts';

test.each([
  ['my name is priya sharma and I want an appointment', 'Priya Sharma'],
  ['this is Rahul calling', 'Rahul'],
  ['hello this is Anita from Baner', 'Anita'],
  ['I am Priya', 'Priya'],
  ['mera naam Kavita hai', 'Kavita'],
  ['main Sunita bol rahi hoon', 'Sunita'],
  ['myself Anjali Verma', 'Anjali Verma'],
  ['मेरा नाम प्रिया है', 'प्रिया'],
  ["name is John D'Souza", "John D'Souza"],
  ['MY NAME IS FATIMA BEGUM', 'Fatima Begum'],
])('"%s" tells the name %s', (words, name) => {
  expect(nameIn(words)).toBe(name);
});

test.each([
  'I am pregnant',
  'this is an emergency',
  'This is Terrible',
  'I am calling about my report',
  'Priya',
  'what is your name',
  'my name',
])('"%s" tells none', (words) => {
  expect(nameIn(words)).toBeUndefined();
});

test.each([
  ['Priya Sharma', 'Priya Sharma'],
  ['i am priya', 'Priya'],
  ["it's Meera Nair madam", 'Meera Nair'],
  ['yes, it is Fatima Begum.', 'Fatima Begum'],
  ['Mrs. Kulkarni', 'Mrs Kulkarni'],
  ['Sharma ji', 'Sharma'],
  ['Priya, P R I Y A', 'Priya'],
  ['Rose', 'Rose'],
  ['प्रिया शर्मा', 'प्रिया शर्मा'],
  ['Priya, 98765 43210', 'Priya'],
])('asked for it, "%s" is %s', (words, name) => {
  expect(nameIn(words, true)).toBe(name);
});

test.each([
  'no',
  'Maybe',
  "I don't want to tell",
  'why do you need my name',
  'what is the fee',
  'Monday morning',
  '',
  '12',
  'Goodbye',
])('asked for it, "%s" is none', (words) => {
  expect(nameIn(words, true)).toBeUndefined();
});
