import { expect, test } from 'vitest';
import { echoOf } from '../../../../../server/language-model/scripted/reading/echo.ts';

test.each([
  [
    "I'd like to see Dr Meera tomorrow at 5 for my pregnancy check up",
    'Dr Meera for your pregnancy check up',
  ],
  ['I want to book an appointment for ultrasound on Monday morning', 'ultrasound'],
  ["it's for back pain", 'back pain'],
  ['Pregnancy checkup, tomorrow at 11', 'pregnancy checkup'],
  ['I would like to meet Dr. Rao on Monday about my scan.', 'Dr. Rao about your scan'],
])('"%s" is said back as %s', (words, echo) => {
  expect(echoOf([words])).toBe(echo);
});

test('of a message, what it is about', () => {
  expect(echoOf(['hi this is Rohan calling, I want to speak to Dr Rao about my reports'], true)).toBe(
    'your reports',
  );
});

test.each([
  'your staff was very rude to me',
  'how much is an MRI',
  'mujhe kal subah ka appointment chahiye',
  'गर्भावस्था की जांच',
  'tell them goodbye',
  'a story that goes on and on and on, about everything that ever happened to me in my life',
  '<break time="9s"/> scan',
  '',
])('"%s" is not', (words) => {
  expect(echoOf([words])).toBeUndefined();
});
