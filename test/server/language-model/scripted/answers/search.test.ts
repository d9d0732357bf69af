import { expect, test } from 'vitest';
import { factsOf } from '../../../../../server/language-model/scripted/answers/facts.ts';
import { findFacts } from '../../../../../server/language-model/scripted/answers/search.ts';
import { recogniseIntents } from '../../../../../server/understanding/intents/intents.ts';
import { pragati } from '../../../../fixtures/pragati.ts';

const facts = factsOf(pragati);
const found = (question: string) => findFacts(facts, question, recogniseIntents(question));

test.each([
  ['when are you open', /^The outpatient clinic/],
  ['when can relatives visit', /^Visiting hours/],
  ['is the pharmacy open at night', /^The pharmacy/],
  ['when is Dr Mira Kulkarny there', /^Dr\. Meera Kulkarni sees/],
  ['how much is a sonography', /^An ultrasound scan/],
  ['what are the fees', /^A consultation/],
  ['c section cost', /caesarean/],
  ['follow up charges', /^A consultation/],
  ['do you take mediclaim', /^Cashless insurance/],
  ['can I pay with gpay', /^Cash, cards and UPI/],
  ['which doctor for infertility', /^The doctors are/],
  ['can my husband stay during delivery', /^One relative/],
  ['blood test ki report kab milegi', /^Blood tests/],
  ['nearest metro', /metro station/],
  ['where is the hospital', /12 Lake Road/],
  ['does anyone speak Marathi', /Hindi and Marathi/],
])('"%s" finds %s', (question, fact) => {
  expect(found(question)?.facts[0]?.text).toMatch(fact);
  expect(found(question)?.fit).not.toBe('near');
});

test.each(['do you do MRI scans', 'is there a swimming pool', 'who won the match', 'asdf'])(
  '"%s" finds nothing',
  (question) => {
    expect(found(question)).toBeUndefined();
  },
);

test('of a price that the tenant didn’t write down, others are near', () => {
  expect(found('how much is an MRI')).toMatchObject({ fit: 'near' });
});

test('a list is read as sentences', () => {
  const read = factsOf({
    facts: '1. Fee: ₹500/-\n## Hours\n* **Open** 9 am\n\n   \nNote:',
    instructions: '',
  });
  expect(read.map(({ text }) => text)).toEqual(['Fee: ₹500.', 'Open 9 am.']);
});
