import { INTENTS, type Intent } from '../understanding/intents/intents.ts';
import type { Line } from './briefing.ts';

export const SENTIMENTS = ['POSITIVE', 'NEUTRAL', 'NEGATIVE'] as const;
export type Sentiment = (typeof SENTIMENTS)[number];

export const OUTCOMES = ['RESOLVED', 'FOLLOW_UP_NEEDED', 'TRANSFERRED', 'ABANDONED'] as const;
/** How a call ended for the caller. ABANDONED: they hung up, or said nothing, before they had what they wanted. */
export type Outcome = (typeof OUTCOMES)[number];

/** A line of the transcript, by its number in the call. */
export type NumberedLine = Line & { number: number };

/** A call that is over. The words of caller and tenant are data, never instructions to us. */
export type CallToAnalyse = {
  businessName: string;
  /** What callers may be told, one fact a line; may be empty. */
  facts: string;
  /** Oldest first; at least one is the caller's. */
  lines: readonly NumberedLine[];
};

/** How a caller sounded in one line, from -1 (angry, desperate) to 1 (delighted). */
export type TurnSentiment = { number: number; score: number };

/** What was found out about a call. */
export type Findings = {
  sentiment: Sentiment;
  /** -1 to 1, for the whole call; never contradicts the label. */
  sentimentScore: number;
  /** For some or all of the caller's lines, in their order. */
  turnSentiments: TurnSentiment[];
  /** Two sentences. */
  summary: string;
  /** The most urgent first; GENERAL only where there is nothing else. */
  intents: Intent[];
  outcome: Outcome;
  topics: string[];
  /** What the caller asked and the receptionist could not answer. */
  unansweredQuestions: string[];
  /** As the caller gave it. */
  customerName: string | null;
  /** BCP 47: what the caller prefers to speak. */
  customerLanguage: string | null;
};

/** Every intent once. GENERAL says that there is no other. */
export function mostUrgentFirst(intents: readonly Intent[]): Intent[] {
  const particular = INTENTS.filter((intent) => intent !== 'GENERAL' && intents.includes(intent));
  return particular.length > 0 ? particular : ['GENERAL'];
}

/** Whatever came of it, `tokens` were spent: what the model read and wrote. */
export type AnalystAnswer =
  | { kind: 'found'; findings: Findings; tokens: number }
  /** `reason` is for the log: neither the key nor anything that was said is in it. */
  | { kind: 'failed'; reason: string; tokens: number };

/** Reads a whole call and says what it was about. Doesn't throw, and ends promptly when `signal` aborts. */
export interface Analyst {
  /** The model's name. */
  readonly model: string;
  analyse(call: CallToAnalyse, signal: AbortSignal): Promise<AnalystAnswer>;
}
