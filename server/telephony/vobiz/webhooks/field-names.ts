import type { Dialect } from './dialect.ts';

type Name = 'callId' | 'from' | 'to' | 'words' | 'seconds';

/** What each dialect calls a thing; where it has several names, the first that is filled counts (docs.vobiz.ai). */
const own: Readonly<Record<Dialect, Readonly<Record<Name, readonly string[]>>>> = {
  guide: {
    callId: ['call_id', 'uuid'],
    from: ['from', 'cli'],
    to: ['to', 'did'],
    words: ['speech_result', 'speech'],
    seconds: ['duration', 'call_duration'],
  },
  vobizxml: {
    callId: ['CallUUID'],
    from: ['From'],
    to: ['To'],
    words: ['Speech'],
    seconds: ['Duration', 'BillDuration'],
  },
};

/** The dialect's names for a thing, and after them the other's: senders mix them. */
export function namesOf(name: Name, dialect: Dialect): readonly string[] {
  const other = dialect === 'guide' ? 'vobizxml' : 'guide';
  return [...own[dialect][name], ...own[other][name]];
}

/** The names of the call's id in that dialect alone: they tell which one a webhook speaks. */
export const idNames = (dialect: Dialect): readonly string[] => own[dialect].callId;

/** What VobizXML alone names, and both may send. */
export const names = {
  confidence: ['SpeechConfidenceScore'],
  inputType: ['InputType'],
  digits: ['Digits'],
  direction: ['Direction'],
  forwardedFrom: ['ForwardedFrom', 'forwarded_from'],
  event: ['Event'],
  callStatus: ['CallStatus', 'call_status'],
  hangupCause: ['HangupCause', 'hangup_cause', 'HangupCauseName'],
  hangupSource: ['HangupSource'],
  parentAuthId: ['ParentAuthID'],
  recordingUrl: ['RecordUrl', 'RecordFile'],
  recordingId: ['RecordingID'],
  recordingSeconds: ['RecordingDuration'],
  recordingMs: ['RecordingDurationMs'],
  dialStatus: ['DialStatus'],
} as const satisfies Record<string, readonly string[]>;
