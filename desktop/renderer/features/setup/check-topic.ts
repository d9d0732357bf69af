/** What a check looks at; its code tells more closely what it found. */
export type Topic = (typeof TOPIC_OF)[keyof typeof TOPIC_OF];

/** The codes of `setupChecks` for which the catalogues have words. */
const TOPIC_OF = {
  PUBLIC_URL: 'address',
  PUBLIC_URL_LOCAL: 'address',
  PUBLIC_URL_NOT_HTTPS: 'address',
  PUBLIC_URL_REACHED: 'reach',
  PUBLIC_URL_UNREACHABLE: 'reach',
  PUBLIC_URL_ELSEWHERE: 'reach',
  TUNNEL_STALE: 'reach',
  TENANT: 'tenant',
  NUMBER: 'number',
  NUMBER_NONE: 'number',
  NUMBER_DEMO: 'number',
  NUMBER_NOT_ATTACHED: 'number',
  LINES: 'lines',
  LINES_BUSY: 'lines',
  LINES_UNKNOWN: 'lines',
  BALANCE: 'balance',
  BALANCE_LOW: 'balance',
  BALANCE_EMPTY: 'balance',
  BALANCE_UNKNOWN: 'balance',
  ANSWER_WEBHOOK: 'answer',
  SLUG: 'slug',
  NETWORKS: 'networks',
  WEBHOOK_ACCESS: 'access',
  WEBHOOK_ACCESS_OPEN: 'access',
  WEBHOOK_KEY_MISSING: 'access',
  SIGNED: 'signed',
  WHOLE_CALLS: 'wholeCalls',
  SIGNATURES: 'signatures',
  FLOOD: 'flood',
  INPUT_WEBHOOK: 'input',
  MODEL: 'model',
  MODEL_KEY_MISSING: 'model',
  MODEL_REFUSED: 'model',
  MODEL_OUT_OF_QUOTA: 'model',
  MODEL_SLOW_DOWN: 'model',
  MODEL_UNREACHABLE: 'model',
  MODEL_OTHER: 'model',
  MODEL_TURNS: 'modelTurns',
  RECORDINGS: 'recordings',
  HANGUP_WEBHOOK: 'hangup',
  CLOCK: 'clock',
} as const;

/** Undefined where the server knows a check that this console doesn't: it is shown in the server's own words. */
export const topicOf = (code: string): Topic | undefined => (isKnown(code) ? TOPIC_OF[code] : undefined);

type Code = keyof typeof TOPIC_OF;
const isKnown = (code: string): code is Code => Object.hasOwn(TOPIC_OF, code);

type Passing =
  | 'PUBLIC_URL'
  | 'PUBLIC_URL_REACHED'
  | 'NUMBER'
  | 'LINES'
  | 'BALANCE'
  | 'MODEL'
  | 'WEBHOOK_ACCESS';
/** These mean another thing as a warning than as a failure. */
type TwoSided = 'INPUT_WEBHOOK' | 'HANGUP_WEBHOOK' | 'SIGNATURES';
export type Trouble = Exclude<Code, Passing | TwoSided> | `${TwoSided}_${'WARN' | 'FAIL'}`;

/** Under which name the catalogues tell a trouble's cause and mend; undefined for one they don't know. */
export function troubleOf(code: string, status: 'WARN' | 'FAIL'): Trouble | undefined {
  if (!isKnown(code)) return undefined;
  switch (code) {
    case 'PUBLIC_URL':
    case 'PUBLIC_URL_REACHED':
    case 'NUMBER':
    case 'LINES':
    case 'BALANCE':
    case 'MODEL':
    case 'WEBHOOK_ACCESS':
      return undefined;
    case 'INPUT_WEBHOOK':
    case 'HANGUP_WEBHOOK':
    case 'SIGNATURES':
      return `${code}_${status}`;
    default:
      return code;
  }
}
