import { describe, expect, test } from 'vitest';
import { gistOf } from '../../../../server/analysis/call-analysis/question-gist.ts';
import { unansweredIn } from '../../../../server/analysis/call-analysis/unanswered.ts';
import { linesOf } from '../a-call.ts';

const askedAnd = (answer: string, question = 'Do you have valet parking?') =>
  unansweredIn(linesOf(`caller: ${question}`, `agent: ${answer}`));

describe('a question is unanswered after', () => {
  test.each([
    'I am sorry, I do not know that.',
    "I don't have that information, but someone can call you back.",
    "I'm not sure about that. Shall I take a message?",
    'I am afraid I cannot tell you that.',
    'Good question! I’m afraid I don’t have any details on parking.',
    'Sorry, that I do not know. Shall I take a message, so that someone can call you back?',
    'We are open till five. I am unable to say whether there is parking.',
  ])('%s', (answer) => {
    expect(askedAnd(answer)).toEqual(['Do you have valet parking?']);
  });
});

describe('a question is not unanswered after', () => {
  test.each([
    'Yes, behind the building.',
    'I did not understand that. Could you say it again?',
    "I'm sorry, I couldn't catch what you said.",
    'Sure. Do you know where the gate is?',
    'We do not have parking, but there is a garage next door.',
    'I have noted that.',
  ])('%s', (answer) => {
    expect(askedAnd(answer)).toEqual([]);
  });
});

test.each([
  ['Hello. I am coming tomorrow. Is there parking at night? Thanks.', ['Is there parking at night?']],
  ['is there parking at night', ['is there parking at night']],
  ['yes please', []],
  ['', []],
])('of %j, the question is kept', (said, questions) => {
  expect(askedAnd('I do not know that.', said)).toEqual(questions);
});

test('the same question counts once a call', () => {
  const twice = linesOf(
    'caller: Is there parking?',
    'agent: I do not know.',
    'caller: Is there parking?',
    'agent: I do not know.',
  );
  expect(unansweredIn(twice)).toEqual(['Is there parking?']);
});

describe('questions that ask the same have one gist', () => {
  test.each([
    ['Do you have parking?', 'is there any parking'],
    ['Which insurances do you accept?', 'do you accept insurance'],
    ['Can I bring my dog?', 'May I bring a dog'],
  ])('%s %s', (one, other) => {
    expect(gistOf(one)).toBe(gistOf(other));
  });

  test.each([
    ['Do you have parking?', 'Do you have a lift?'],
    ['Is there a gym?', 'Is there a pool?'],
  ])('but not %s %s', (one, other) => {
    expect(gistOf(one)).not.toBe(gistOf(other));
  });

  test.each(['', 'is it', '???', 'x'.repeat(9_000)])('and any text has one: %j', (text) => {
    expect(gistOf(text).length).toBeLessThanOrEqual(200);
  });
});
