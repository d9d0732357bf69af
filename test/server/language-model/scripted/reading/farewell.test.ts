import { expect, test } from 'vitest';
import { takesLeave } from '../../../../../server/language-model/scripted/reading/farewell.ts';
import { callerSaysGoodbye } from '../../../../../server/understanding/farewell.ts';

test.each([
  'bye',
  'Thank you, bye.',
  'okay goodbye madam',
  'Okay, bye bye. Thank you.',
  'thank you so much, have a nice day',
  "no, that's all, thank you",
  'nothing else, thanks',
  'see you tomorrow',
  'take care',
  'phir milenge',
  'alvida',
  'अलविदा',
  'good night',
  'khuda hafiz',
  'phone rakhti hoon',
])('"%s" takes leave, here and where the line is closed', (words) => {
  expect(takesLeave(words)).toBe(true);
  expect(callerSaysGoodbye(words)).toBe(true);
});

test.each([
  'thank you',
  'no',
  'okay',
  'I want to see you tomorrow',
  'how do I say goodbye?',
  'please do not say goodbye',
  'what is the bypass fee',
  'do I have to stay the night',
  'is that all?',
])('"%s" does not', (words) => {
  expect(takesLeave(words)).toBe(false);
  expect(callerSaysGoodbye(words)).toBe(false);
});
