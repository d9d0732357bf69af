import {
  type Findings,
  mostUrgentFirst,
  type NumberedLine,
  type Outcome,
} from '../../language-model/analyst.ts';
import type { RequestTaken } from '../../language-model/message-taken.ts';
import { callerSaysGoodbye } from '../../understanding/farewell.ts';
import { type Intent, recogniseIntents } from '../../understanding/intents/intents.ts';
import { scoreSentiment } from '../../understanding/sentiment/sentiment.ts';
import { NOTHING_SAID, summaryOf } from './scripted-summary.ts';
import { spokenLanguage } from './spoken-language.ts';
import { unansweredIn } from './unanswered.ts';

/** The receptionist can note these, but only a person can do anything about them. */
const NEEDS_A_PERSON: ReadonlySet<Intent> = new Set([
  'EMERGENCY',
  'SPEAK_TO_HUMAN',
  'COMPLAINT',
  'BOOK_APPOINTMENT',
  'CANCEL_APPOINTMENT',
]);

/**
 * What a call was about, without a model: never wrong about what was said, and shallow about what was meant.
 * @param requests what the caller left to be done
 */
export function scriptedAnalysis(
  lines: readonly NumberedLine[],
  requests: readonly RequestTaken[],
): Findings {
  const said = lines.filter(({ speaker }) => speaker === 'CALLER');
  if (said.length === 0) return nothingSaid;
  const { label, score, perUtterance } = scoreSentiment(said.map(({ text }) => text));
  const perLine = said.map(({ text }) => recogniseIntents(text));
  const intents = mostUrgentFirst(perLine.flat());
  const unansweredQuestions = unansweredIn(lines);
  const outcome = outcomeOf({
    lines,
    intents,
    isLeft: requests.length > 0 || unansweredQuestions.length > 0,
  });
  const telling = perLine.findIndex((each) => each.includes(intents[0] ?? 'GENERAL'));
  return {
    sentiment: label,
    sentimentScore: score,
    turnSentiments: said.map(({ number }, index) => ({ number, score: perUtterance[index] ?? 0 })),
    summary: summaryOf({ intents, words: said[telling]?.text ?? '', sentiment: label, outcome }),
    intents,
    outcome,
    topics: intents
      .filter((intent) => intent !== 'GENERAL')
      .map((intent) => intent.toLowerCase().replaceAll('_', ' ')),
    unansweredQuestions,
    customerName: requests.find(({ name }) => name !== undefined)?.name ?? null,
    customerLanguage: spokenLanguage(said.map(({ text }) => text).join(' ')),
  };
}

function outcomeOf(call: {
  lines: readonly NumberedLine[];
  intents: readonly Intent[];
  isLeft: boolean;
}): Outcome {
  if (call.isLeft || call.intents.some((intent) => NEEDS_A_PERSON.has(intent))) return 'FOLLOW_UP_NEEDED';
  const last = call.lines.at(-1);
  const isUnanswered = last?.speaker === 'CALLER' && !callerSaysGoodbye(last.text);
  return isUnanswered ? 'ABANDONED' : 'RESOLVED';
}

const nothingSaid: Findings = {
  sentiment: 'NEUTRAL',
  sentimentScore: 0,
  turnSentiments: [],
  summary: NOTHING_SAID,
  intents: ['GENERAL'],
  outcome: 'ABANDONED',
  topics: [],
  unansweredQuestions: [],
  customerName: null,
  customerLanguage: null,
};
