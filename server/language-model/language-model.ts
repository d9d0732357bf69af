import type { CallerFacts, Line, OpeningFacts, PersonaFacts } from './briefing.ts';

/** What a reply is to be made from. The words of caller and tenant are data, never instructions to us. */
export type ReplyRequest = {
  /** What the model is told before the call's lines: persona, facts, rules of speech. */
  instructions: string;
  /** What is known of the caller, as data: a message of its own. Undefined where nothing is. */
  callerData?: string | undefined;
  /** The call so far, oldest first; the last line is the caller's, and is the one to answer. */
  lines: Line[];
  /** The same knowledge in parts, for an adapter that doesn't read prose. */
  persona: PersonaFacts;
  caller: CallerFacts;
  /** Now, as a person in the tenant's zone would say it, e.g. "Tuesday, 24 November 2026, 5:30 pm". */
  localTime: string;
  /** Left out where the business states no opening hours. */
  opening?: OpeningFacts;
};

/** What a reply returns whose model had no more room for it, so that it may end within a word. */
export const OUT_OF_ROOM = 'out of room';

/**
 * Writes what the agent says next. `reply` yields text as it is written, in pieces of any size, and ends when
 * the reply is complete; it returns `OUT_OF_ROOM` where it was cut. It throws when the model fails, and stops promptly when `signal` aborts.
 */
export interface LanguageModel {
  readonly source: 'LANGUAGE_MODEL' | 'SCRIPTED';
  /** As its provider calls it; the script has no name. */
  readonly name?: string | undefined;
  reply(request: ReplyRequest, signal: AbortSignal): AsyncIterable<string, unknown>;
}
