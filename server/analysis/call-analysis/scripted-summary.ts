import { assertNever } from '../../../shared/assert-never.ts';
import type { Outcome, Sentiment } from '../../language-model/analyst.ts';
import type { Intent } from '../../understanding/intents/intents.ts';

const WANTED: Record<Intent, string> = {
  EMERGENCY: 'told of an emergency',
  SPEAK_TO_HUMAN: 'asked for a person',
  COMPLAINT: 'complained',
  BOOK_APPOINTMENT: 'asked for an appointment',
  CANCEL_APPOINTMENT: 'asked to cancel or move an appointment',
  OPENING_HOURS: 'asked about opening hours',
  PRICING: 'asked about prices',
  LOCATION: 'asked for the way',
  GENERAL: 'called',
};
const LONGEST_QUOTE = 120;

export const NOTHING_SAID = 'The caller said nothing. What they wanted is not known.';

/** Two plain sentences, of nothing but what was said. @param words the caller's line that says most of it */
export function summaryOf(call: {
  intents: readonly Intent[];
  words: string;
  sentiment: Sentiment;
  outcome: Outcome;
}): string {
  const wanted = new Intl.ListFormat('en').format(call.intents.map((intent) => WANTED[intent]));
  return `The caller ${wanted}: ‘${quoted(call.words)}’. ${endingOf(call.sentiment, call.outcome)}`;
}

/** Without what would end the sentence around it. */
function quoted(words: string): string {
  const text = words
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/\b(dr|mrs?|ms|smt|no|rs)\./giu, '$1')
    .replace(/[‘’"“”]/gu, "'")
    .replace(/[.!?।…]+(?='?(\s|$))/gu, ',')
    .replace(/[\s,]+$/u, '')
    .trim();
  if (text.length <= LONGEST_QUOTE) return text.toWellFormed();
  const end = text.lastIndexOf(' ', LONGEST_QUOTE);
  return `${text.slice(0, end > 0 ? end : LONGEST_QUOTE).toWellFormed()} …`;
}

function endingOf(sentiment: Sentiment, outcome: Outcome): string {
  const left = whatIsLeft(outcome);
  switch (sentiment) {
    case 'NEGATIVE':
      return `They sounded unhappy, and ${left}.`;
    case 'POSITIVE':
      return `They sounded pleased, and ${left}.`;
    case 'NEUTRAL':
      return `${left.charAt(0).toUpperCase()}${left.slice(1)}.`;
  }
}

function whatIsLeft(outcome: Outcome): string {
  switch (outcome) {
    case 'RESOLVED':
      return 'they had their answer';
    case 'FOLLOW_UP_NEEDED':
      return 'somebody should get back to them';
    case 'TRANSFERRED':
      return 'a person took over';
    case 'ABANDONED':
      return 'they were gone before they had an answer';
    default:
      return assertNever(outcome);
  }
}
