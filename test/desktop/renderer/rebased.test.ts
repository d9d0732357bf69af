import { describe, expect, test } from 'vitest';
import { FIRST_HOURS } from '../../../desktop/renderer/features/persona/opening-hours/hours.ts';
import { changesOf, factsIn } from '../../../desktop/renderer/features/persona/persona-text.ts';
import { rebased } from '../../../desktop/renderer/features/persona/rebased.ts';

const before = {
  agentName: 'Asha',
  language: 'en-IN',
  greeting: 'Hello.',
  noSpeechMessage: 'Goodbye.',
  facts: 'Open daily.',
  instructions: 'Be kind.',
  hours: null,
  outsideHours: 'ANSWER' as const,
  closedGreeting: '',
};

describe('a draft on top of a colleague’s version', () => {
  const cases = [
    ['nothing touched: it becomes theirs', {}, { greeting: 'Theirs.' }, { greeting: 'Theirs.' }, false],
    [
      'another field touched: both stay',
      { facts: 'Mine.' },
      { greeting: 'Theirs.' },
      { facts: 'Mine.', greeting: 'Theirs.' },
      true,
    ],
    [
      'hours touched: theirs stay where they weren’t',
      { facts: 'Mine.' },
      { hours: FIRST_HOURS },
      { facts: 'Mine.', hours: FIRST_HOURS },
      true,
    ],
    [
      'the same hours stated by both: nothing to tell',
      { hours: { ...FIRST_HOURS } },
      { hours: FIRST_HOURS },
      { hours: FIRST_HOURS },
      false,
    ],
    [
      'the same field touched: mine stays, to be decided',
      { greeting: 'Mine.' },
      { greeting: 'Theirs.' },
      { greeting: 'Mine.' },
      true,
    ],
    [
      'the same done by both: nothing to tell',
      { greeting: 'Ours.' },
      { greeting: 'Ours.' },
      { greeting: 'Ours.' },
      false,
    ],
  ] as const;
  test.each(cases)('%s', (_, mine, theirs, text, isContested) => {
    expect(rebased(before, { ...before, ...mine }, { ...before, ...theirs })).toEqual({
      text: { ...before, ...text },
      isContested,
    });
  });
});

test('only what was changed is sent', () => {
  expect(changesOf(before, { ...before, greeting: 'Namaste.', facts: '' })).toEqual({
    greeting: 'Namaste.',
    facts: '',
  });
});

test('facts are lines with something in them', () => {
  expect(factsIn(' Open daily. \n\n  \nCash only.')).toEqual(['Open daily.', 'Cash only.']);
});
