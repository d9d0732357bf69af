import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agentSaysGoodbye, callerSaysGoodbye } from '../../../server/understanding/farewell.ts';

describe('a caller who ends the call', () => {
  test.each([
    'bye',
    'Bye.',
    'BYE!',
    'bye bye',
    'bye-bye',
    'Bye, bye, bye.',
    'goodbye',
    'good bye',
    'Good-bye!',
    'Goodbye for now.',
    `bye${' '.repeat(1_000)}`,
    'ok thank you bye',
    'Okay. Thank you. Bye.',
    'no thank you, goodbye',
    'ok bye sir',
    'thank you doctor bye bye',
    'bye, thank you so much',
    'ok bye take care',
    "Thanks, that's all",
    'thank you thats all',
    "No, that's all.",
    "That's all, thank you very much.",
    'That will be all, thank you.',
    "that'll be all thanks",
    "That's all for today, thank you.",
    "that's all I needed thank you",
    "That's all I wanted to know.",
    'no nothing else thank you',
    'Thank you, nothing more.',
    'ok ji dhanyavaad, bye',
    'chalo theek hai bye',
    'accha chalo bye',
    'haan ji theek hai shukriya bye',
    'rakhta hoon',
    'theek hai main phone rakhti hoon',
    'ok phone rakh raha hoon',
    'chalo rakhta hu bye',
    'phir milenge',
    'theek hai phir baat karte hain',
    'bas itna hi, dhanyavaad',
    'alvida',
    'good night',
    'okay good night sir',
    'thank you for your help good night',
    'see you',
    'ok see you tomorrow then',
    'thanks see you on Monday',
    "OK, I'll talk to you later.",
    'have a nice day',
    'thank you, you have a great day ahead',
    'you too, have a good evening',
    'I will come tomorrow at five, bye',
    'Yes, I told her. Bye.',
    'ok thank you I will call back later',
    'you can hang up now',
    'please cut the call',
    'अलविदा',
    'ठीक है, धन्यवाद, बाय।',
    'जी धन्यवाद बाय बाय',
    'अच्छा, मैं फ़ोन रखता हूँ।',
    'फिर मिलेंगे',
    'शुभ रात्रि',
    'बस इतना ही, शुक्रिया।',
    'गुडबाय',
  ])('%s', (words) => {
    expect(callerSaysGoodbye(words)).toBe(true);
  });
});

describe('a caller who stays on the line', () => {
  test.each([
    '',
    ' ',
    '...',
    'hello',
    'yes',
    'no',
    'ok',
    'thank you',
    'ok thank you',
    'thank you so much',
    'no thank you',
    'good morning',
    'good evening',
    'namaste',
    'theek hai',
    'ok ji dhanyavaad',
    'I want to say goodbye to my pain',
    'I would like to say goodbye',
    "don't say bye yet",
    "please don't say bye",
    'Can I buy a report holder',
    'what can I buy by Sunday',
    'by the way',
    'Bye the way are you open on Sunday?',
    'bye the way are you open on Sunday',
    'is bye-law number four on your website',
    'what do the bye-laws say',
    'goodbye party booking',
    'I want to book a hall for a goodbye',
    'can I stop bye',
    'may I come bye',
    'bye wait one more thing',
    'Goodbye. Oh, one more question: do you have parking?',
    "that's all I know",
    "that's all I have",
    "that's it",
    'nothing else',
    'nothing',
    'is that all',
    'Is that all?',
    'bye?',
    'Shall I say goodbye?',
    'can I see you tomorrow',
    'will I see you tomorrow',
    'when can I talk to you again',
    'I want to see you on Monday',
    'did you have a good night',
    'I did not have a good night',
    'I had a good night',
    'main apni report apne paas rakhta hoon',
    'doctor kab phir milenge',
    'I have to go',
    'I have to go to the hospital',
    'I will call back later',
    'bas',
    'have a look please',
    'my baby is sick',
    'kya aap Sunday ko khule hain',
    'क्या आप रविवार को खुले हैं',
    'धन्यवाद',
  ])('%s', (words) => {
    expect(callerSaysGoodbye(words)).toBe(false);
  });
});

test('a goodbye counts after any sentence', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 2_000 }), (before) => {
      expect(callerSaysGoodbye(`${before}. Bye.`)).toBe(true);
    }),
  );
});

test('words after a goodbye that are no courtesy take it back', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[b-df-hj-np-tv-z]{4,12}$/), (word) => {
      expect(callerSaysGoodbye(`ok bye ${word}`)).toBe(false);
    }),
  );
});

test('words of parting after a long speech are no goodbye: only their end was looked at', () => {
  expect(callerSaysGoodbye(`${'my report is late and '.repeat(40)}${'ok '.repeat(300)}that's all`)).toBe(
    false,
  );
});

test.each([
  ['ok ', false],
  ['bye ', true],
  ['that is ', false],
  ['say ', false],
  ['थैंक यू ', false],
  ["'-", false],
  ['bye-', false],
  ['good ', false],
  ['? ', false],
  ['\u0901\u093c', false],
  ['\ud83d', false],
])('a million characters of %j are judged as a few are', (piece, isGoodbye) => {
  expect(callerSaysGoodbye(piece.repeat(1_000_000 / piece.length))).toBe(isGoodbye);
});

describe('a reply that ends the call', () => {
  test.each<[string[]]>([
    [['Goodbye.']],
    [['Goodbye!']],
    [['Thank you for calling. ', 'Goodbye.']],
    [['Thank you for calling Pragati, goodbye.']],
    [['Goodbye, Ravi.']],
    [['Goodbye Mr. Sharma, and get well soon.']],
    [['Goodbye and take care.']],
    [['Goodbye for now.']],
    [['Goodbye from all of us at Pragati.']],
    [['Take care, goodbye, and see you on Monday at five.']],
    [['Goodbye.', 'Have a nice day!']],
    [['Goodbye.', 'Take care.', 'Get well soon.']],
    [['We open at nine tomorrow.', 'Bye bye.']],
    [['Dhanyavaad.', 'Good-bye.']],
    [['धन्यवाद।', 'अलविदा।']],
  ])('%j', (sentences) => {
    expect(agentSaysGoodbye(sentences)).toBe(true);
  });
});

describe('a reply that doesn’t', () => {
  test.each<[string[]]>([
    [[]],
    [['We are open on Sunday.']],
    [['We say goodbye to pain at our clinic.']],
    [['We say goodbye to pain at our clinic.', 'Shall I book a visit for you?']],
    [['Goodbye to pain is our motto.']],
    [['Goodbye pain is what we promise.']],
    [['Is there anything else, or shall I say goodbye?']],
    [['Just say goodbye.']],
    [['Goodbye.', 'Or would you like a call back?']],
    [['You can stop by.']],
    [['Please see our bye-laws.']],
    [['Our "Goodbye, Pain" course is on Monday.']],
    [['Goodbye.', 'One.', 'Two.', 'Three.']],
  ])('%j', (sentences) => {
    expect(agentSaysGoodbye(sentences)).toBe(false);
  });
});
