import type { Findings, NumberedLine } from '../../language-model/analyst.ts';
import { type RequestTaken, requestsTaken } from '../../language-model/message-taken.ts';
import { type Intent, recogniseIntents } from '../../understanding/intents/intents.ts';
import { boundedLines } from './bounded-lines.ts';
import { scriptedAnalysis } from './scripted-analysis.ts';

/** All that the script reads out of a call. */
export type ScriptedReading = {
  findings: Findings;
  /** What the caller left to be done, in the order in which it was said. */
  requests: readonly RequestTaken[];
  /** What each of the caller's lines asks for, in their order. */
  wants: readonly { number: number; intents: readonly Intent[] }[];
};

/** Reads a call, or as much of it as `boundedLines` leaves. Keeps a processor busy for up to some 100 ms. */
export function readByScript(lines: readonly NumberedLine[]): ScriptedReading {
  const bounded = boundedLines(lines);
  const requests = requestsTaken(bounded);
  return {
    findings: scriptedAnalysis(bounded, requests),
    requests,
    wants: bounded
      .filter(({ speaker }) => speaker === 'CALLER')
      .map(({ number, text }) => ({ number, intents: recogniseIntents(text) })),
  };
}

/** What is on record of a call that the script could not read: that, and nothing made up. */
export const notRead: ScriptedReading = {
  findings: {
    sentiment: 'NEUTRAL',
    sentimentScore: 0,
    turnSentiments: [],
    summary:
      'This call could not be read in the time there was. Somebody should look at what the caller said.',
    intents: ['GENERAL'],
    outcome: 'FOLLOW_UP_NEEDED',
    topics: [],
    unansweredQuestions: [],
    customerName: null,
    customerLanguage: null,
  },
  requests: [],
  wants: [],
};
