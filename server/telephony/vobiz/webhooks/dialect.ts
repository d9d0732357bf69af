import { MAX_CALL_MINUTES } from '../../../calls/budgets.ts';
import type { Step } from '../../../calls/call-reply.ts';

/** The two forms in which Vobiz speaks and is answered. */
export type Dialect = 'guide' | 'vobizxml';

export type Attributes = Readonly<Record<string, string>>;

/** How one of Vobiz's two XML vocabularies says a thing. Attributes stand in the order in which they are printed. */
type Vocabulary = {
  speech: 'Say' | 'Speak';
  speaking(language: string): Attributes;
  listening(action: string, language: string): Attributes;
  /** What records the caller's turn, where it isn't understood; undefined where nothing is documented. */
  recordingTurn?(action: string): Attributes;
  /** What has the rest of the call recorded; undefined where nothing is documented. */
  recordingCall?(report: string): Attributes;
  /** What a call that isn't taken gets, unanswered and unbilled; undefined where nothing is documented. */
  turningAway?: Attributes;
  /** Whether the address to which the caller's turn is posted carries its number. */
  numbersTurn(step: Extract<Step, { step: 'listen' }>): boolean;
};

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
    speaking: (language) => ({ voice: 'WOMAN', language }),
    listening: (action, language) => ({
      action,
      method: 'POST',
      inputType: 'dtmf speech',
      executionTimeout: '10',
      digitEndTimeout: '3',
      speechEndTimeout: 'auto',
      language,
      redirect: 'true',
    }),
    recordingTurn: (action) => ({
      action,
      method: 'POST',
      timeout: '2',
      maxLength: '30',
      playBeep: 'false',
      // No key ends it: what is pressed can't be told from what is said.
      finishOnKey: '',
      fileFormat: 'wav',
    }),
    // docs.vobiz.ai, "Record": a session's recording runs beside the elements that follow, to the call's end.
    recordingCall: (report) => ({
      action: report,
      method: 'POST',
      recordSession: 'true',
      maxLength: `${MAX_CALL_MINUTES * 60}`,
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
