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

describe('a caller who speaks of a goodbye, or of buying', () => {
  test.each([
    'how much to bye',
    'how much to bye a report holder',
    'what can I bye',
    'I want to bye',
    'where can I bye it',
    'I want to bye bye',
    'Bye Bye Pests',
    'I am calling Bye Bye Pests',
    'is this Bye Bye Pests',
    'is this bye bye',
    'I am calling for bye bye',
    'this is bye bye',
    'kiss waiting goodbye',
    'you can kiss your termites goodbye',
    'kiss it goodbye',
    'kiss my money goodbye',
    'I kissed my deposit goodbye',
    'we waved him goodbye',
    'I waved goodbye',
    'I had to say my goodbye',
    'are you Bye Bye',
    'hello is it bye bye',
    'hello bye bye',
    'do you have the goodbye',
    'which one should I bye',
    'I would like to bye',
    'did you say bye',
    'she said goodbye',
    'he told me bye',
    'can we bye',
    'I will not say bye',
    'what is the price of bye bye',
    'my name is bye',
    'name Goodbye',
    'the company is called bye bye',
    'I saw your ad for bye bye',
    'I want to book good bye',
    'standby',
    'on stand bye',
    'pass bye',
    'come bye',
    'drop bye',
    'lay bye',
    'how to bye',
    'ready to bye',
    'looking to bye',
    'going to bye',
    'from bye bye',
    'with bye bye',
    'number of bye bye',
    'do not hang up and do not say bye',
    'doctor had a good night',
    'it was a good night',
    'how was your good night',
    'I wish I had a good night',
    'bye kaise',
    'kitne ka bye',
    'kya main bye',
    'bye nahi bola',
    'bye mat bolo',
    'bye bolna',
    'usne bye bola',
    'usne bola bye',
    'maine bola bye',
    'bye bye wale',
    'kya yeh bye bye hai',
    'bye bye pest control',
    'bye bye se baat karni hai',
    'क्या मैं बाय',
    'उसने बाय बोला',
    'उसने बोला बाय',
    'बाय मत बोलो',
    'क्या यह बाय बाय है',
    'मेरा नाम बाय',
    'यह बाय बाय',
    'वो बोला बाय',
    'I need to bye',
    'two tickets to bye',
    'one more thing to bye',
    "hi I'm trying to reach Bye Bye",
    'I have a bye',
    'we got a bye',
    'let me bye',
    'helps me kiss pain goodbye',
    'wave your worries bye bye',
    'is it cheaper to bye',
  ])('stays on the line: %s', (words) => {
    expect(callerSaysGoodbye(words)).toBe(false);
  });
});

describe('a caller who takes leave after all sorts of words', () => {
  test.each([
    'ok I will bye',
    'how much is it ok thanks bye',
    'I have got it bye',
    'I want it tomorrow bye',
    'okay got the number bye',
    'thanks that helps bye',
    'I will bring it to you bye',
    "I'll come to you bye",
    'see you at the clinic bye',
    'the number is 98111 22233 bye',
    'ok my name is Ravi bye',
    'say hello to the doctor bye',
    'No thanks I will wait goodbye',
    'thank you for your help goodbye',
    'Right then. Goodbye',
    'okay bye from me',
    'I have to go now bye',
    'I need to go bye',
    'I must run bye',
    'ok so Monday at five goodbye',
    'kal aata hoon bye',
    'theek hai kal milte hain bye',
    'haan samajh gaya bye',
    'accha ji namaste bye',
    'bas itna hi tha bye',
    'ok bhaiya bye bye',
    'बाय बाय',
    'ठीक है कल आता हूं बाय',
    'जी समझ गया बाय',
    'अच्छा ठीक है बाय',
    'धन्यवाद अलविदा',
    'ok alvida',
    'main rakhti hoon bye',
    'chalo phir milte hain',
    'phone rakhta hoon bye',
    'ok got to go bye',
    'talk to you soon bye',
    'nothing else bye',
    'it is fine bye',
    'I will pay you bye',
  ])('ends the call: %s', (words) => {
    expect(callerSaysGoodbye(words)).toBe(true);
  });
});

describe('the agent of a business called Bye Bye Pests', () => {
  test.each<[string[], boolean]>([
    [['You have reached Bye Bye Pests.'], false],
    [['Thank you for calling Bye Bye Pests.'], false],
    [['Bye Bye Pests is open until six.'], false],
    [['We are Bye Bye Pests.', 'We open at nine.'], false],
    [['Thank you for calling Bye Bye Pests. Goodbye.'], true],
    [['Goodbye from Bye Bye Pests.'], true],
  ])('of %j', (sentences, isLeave) => {
    expect(agentSaysGoodbye(sentences, 'Bye Bye Pests')).toBe(isLeave);
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
