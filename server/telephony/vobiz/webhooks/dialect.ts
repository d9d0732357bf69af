import {
  MAX_CALL_MINUTES,
  MAX_RECORDED_TURN_SECONDS,
  TURN_ENDING_SILENCE_SECONDS,
} from '../../../calls/budgets.ts';
import type { Step } from '../../../calls/call-reply.ts';
import type { Voice } from '../../../tenants/personas/persona.entity.ts';

/** The two forms in which Vobiz speaks and is answered. */
export type Dialect = 'guide' | 'vobizxml';

export type Attributes = Readonly<Record<string, string>>;

/** How one of Vobiz's two XML vocabularies says a thing. Attributes stand in the order in which they are printed. */
type Vocabulary = {
  speech: 'Say' | 'Speak';
  speaking(language: string, voice: Voice): Attributes;
  /** @param hints what recognition should expect, with commas between; may be empty */
  listening(action: string, language: string, hints: string): Attributes;
  /**
   * What records the caller's turn, where it isn't understood; undefined where nothing is documented. Accounts differ
   * in where they report the end: to `action`, or to `report`.
   */
  recordingTurn?(action: string, report: string): Attributes;
  /** What has the rest of the call recorded; undefined where nothing is documented. */
  recordingCall?(report: string): Attributes;
  /** What a call that isn't taken gets, unanswered and unbilled; undefined where nothing is documented. */
  turningAway?: Attributes;
  /** Whether the address to which the caller's turn is posted carries its number. */
  numbersTurn(step: Extract<Step, { step: 'listen' }>): boolean;
};

/**
 * The key that ends a recording. Vobiz takes any key where none is named, and no empty value; this is one that nobody
 * presses by habit.
 */
export const RECORDING_KEY = '*';

export const dialects: Readonly<Record<Dialect, Vocabulary>> = {
  /** The setup guide's sample document; its first address has no query. */
  guide: {
    speech: 'Say',
    speaking: () => ({}),
    listening: (action, language) => ({
      input: 'speech',
      action,
      method: 'POST',
      timeout: '5',
      speechTimeout: 'auto',
      language,
    }),
    numbersTurn: ({ afterGreeting }) => !afterGreeting,
  },
  /** docs.vobiz.ai, "VobizXML". Times are in seconds; README.md says why these. */
  vobizxml: {
    speech: 'Speak',
    speaking: (language, voice) => ({ voice, language }),
    listening: (action, language, hints) => ({
      action,
      method: 'POST',
      inputType: 'dtmf speech',
      executionTimeout: '10',
      digitEndTimeout: '3',
      speechEndTimeout: 'auto',
      language,
      speechModel: 'phone_call',
      ...(hints && { hints }),
      redirect: 'true',
    }),
    // docs.vobiz.ai, "Record": `action` is asked when it begins, and is told no more than its id.
    recordingTurn: (action, report) => ({
      action,
      method: 'POST',
      redirect: 'false',
      timeout: `${TURN_ENDING_SILENCE_SECONDS}`,
      maxLength: `${MAX_RECORDED_TURN_SECONDS}`,
      playBeep: 'false',
      finishOnKey: RECORDING_KEY,
      callbackUrl: report,
      callbackMethod: 'POST',
      fileFormat: 'wav',
    }),
    // docs.vobiz.ai, "Record": a session's recording runs beside the elements that follow, to the call's end.
    // By default a minute's silence ends it, and so does any key.
    recordingCall: (report) => ({
      recordSession: 'true',
      maxLength: `${MAX_CALL_MINUTES * 60}`,
      timeout: `${MAX_CALL_MINUTES * 60}`,
      finishOnKey: RECORDING_KEY,
      playBeep: 'false',
      callbackUrl: report,
      callbackMethod: 'POST',
      fileFormat: 'mp3',
    }),
    // docs.vobiz.ai, "Hangup": as the first element, it plays the busy tone.
    turningAway: { reason: 'busy' },
    numbersTurn: () => true,
  },
};
