import { assertNever } from '../../../shared/assert-never.ts';
import { callerSaysGoodbye } from '../../understanding/farewell.ts';
import { MAX_TURNS } from '../budgets.ts';
import type { HeardInput } from '../call-event.ts';

/** What a call has come to so far. */
export type Conversation = {
  /** The caller's silences in a row, up to now. */
  silences: number;
  isOver: boolean;
  /** It came outside the opening hours of a business that takes none then. */
  isTurnedAway: boolean;
  /** It has gone on for longer than any conversation does. */
  isTooLong: boolean;
};

export type Decision =
  /** Ask the model; after a farewell, hang up whatever it says. */
  | { next: 'reply'; to: string; isFarewell: boolean }
  | { next: 'ask again' }
  /** The no-speech message, and the end. */
  | { next: 'give up' }
  /** The greeting outside opening hours, and the end. */
  | { next: 'turn away' }
  | { next: 'end a call that goes on forever' }
  /** The caller has hung up: keep the words, say nothing. */
  | { next: 'only note' };

/** A caller who says nothing is asked twice; the third silence ends the call. */
const RE_PROMPTS = 2;

/** How digits stand in the transcript. */
const pressed = (digits: string): string => `[pressed ${digits}]`;

/**
 * Whether a call has come to its end by the number of its turns, so that no turn more is kept: else a stranger who
 * numbers them as they like could store and have read as many as there are numbers. Turns that were skipped, as while
 * nothing could be stored, and those that come late are taken up to there. @param lastTurn the highest number so far
 */
export const hasHadAllTurns = (lastTurn: number): boolean => lastTurn > MAX_TURNS;

/** What the caller's turn number `turn` asks of us. Touches nothing. */
export function decide(conversation: Conversation, input: HeardInput, turn: number): Decision {
  if (conversation.isOver) return { next: 'only note' };
  if (conversation.isTurnedAway) return { next: 'turn away' };
  if (turn > MAX_TURNS || conversation.isTooLong) return { next: 'end a call that goes on forever' };
  switch (input.kind) {
    case 'spoke':
      return { next: 'reply', to: input.words, isFarewell: callerSaysGoodbye(input.words) };
    case 'pressed':
      return { next: 'reply', to: pressed(input.digits), isFarewell: false };
    case 'stayedSilent':
      return conversation.silences < RE_PROMPTS ? { next: 'ask again' } : { next: 'give up' };
    default:
      return assertNever(input);
  }
}

/** The caller's line in the transcript; none for a silence. */
export function lineOf(input: HeardInput): string | undefined {
  switch (input.kind) {
    case 'spoke':
      return input.words;
    case 'pressed':
      return pressed(input.digits);
    case 'stayedSilent':
      return undefined;
  }
}
