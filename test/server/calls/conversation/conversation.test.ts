import { describe, expect, test } from 'vitest';
import { MAX_TURNS } from '../../../../server/calls/budgets.ts';
import type { HeardInput } from '../../../../server/calls/call-event.ts';
import {
  type Conversation,
  type Decision,
  decide,
  lineOf,
} from '../../../../server/calls/conversation/conversation.ts';

const delivery = { turn: undefined, bodyHash: Buffer.alloc(32), repeatsWithoutTurn: false };
const saying = (words: string): HeardInput => ({ ...delivery, kind: 'spoke', words, confidence: 0.9 });
const pressing = (digits: string): HeardInput => ({ ...delivery, kind: 'pressed', digits });
const silence: HeardInput = { ...delivery, kind: 'stayedSilent' };

const going: Conversation = { silences: 0, isOver: false, isTurnedAway: false, isTooLong: false };
const reply = (to: string, isFarewell = false): Decision => ({ next: 'reply', to, isFarewell });

describe('a turn', () => {
  test.each<[string, Conversation, HeardInput, number, Decision]>([
    ['of words is replied to', going, saying('Are you open?'), 1, reply('Are you open?')],
    ['of parting gets a farewell', going, saying('ok thank you bye'), 1, reply('ok thank you bye', true)],
    ['of digits is replied to', going, pressing('12#'), 1, reply('[pressed 12#]')],
    ['of silence is asked again', going, silence, 1, { next: 'ask again' }],
    ['of silence is asked once more', { ...going, silences: 1 }, silence, 2, { next: 'ask again' }],
    ['of silence ends it the third time', { ...going, silences: 2 }, silence, 3, { next: 'give up' }],
    ['of silence ends it also past the third', { ...going, silences: 9 }, silence, 9, { next: 'give up' }],
    [
      'of words after silences is replied to',
      { ...going, silences: 2 },
      saying('Hello?'),
      3,
      reply('Hello?'),
    ],
    ['is replied to up to the last', going, saying('Well'), MAX_TURNS, reply('Well')],
    [
      'past the last ends the call',
      going,
      saying('Well'),
      MAX_TURNS + 1,
      { next: 'end a call that goes on forever' },
    ],
    [
      'of silence past the last does too',
      going,
      silence,
      MAX_TURNS + 1,
      { next: 'end a call that goes on forever' },
    ],
    [
      'in a call that is too long ends it',
      { ...going, isTooLong: true },
      saying('Well'),
      1,
      { next: 'end a call that goes on forever' },
    ],
    [
      'in a call that nobody takes is turned away',
      { ...going, isTurnedAway: true },
      saying('Well'),
      1,
      { next: 'turn away' },
    ],
    ['after the call is only noted', { ...going, isOver: true }, saying('Wait'), 1, { next: 'only note' }],
    ['of silence after the call is too', { ...going, isOver: true }, silence, 1, { next: 'only note' }],
    [
      'after a call that was too long is too',
      { silences: 3, isOver: true, isTurnedAway: true, isTooLong: true },
      pressing('1'),
      MAX_TURNS + 1,
      { next: 'only note' },
    ],
  ])('%s', (_, conversation, input, turn, decision) => {
    expect(decide(conversation, input, turn)).toEqual(decision);
  });
});

test.each([
  ['words', saying('Are you open?'), 'Are you open?'],
  ['digits', pressing('12'), '[pressed 12]'],
  ['silence', silence, undefined],
])('the transcript’s line for %s', (_, input, line) => {
  expect(lineOf(input)).toBe(line);
});
