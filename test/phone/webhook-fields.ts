import type { Dialect } from './dialect.ts';

/** The call that a webhook tells of. */
export type Call = { callId: string; from: string; to: string };

/** What made Vobiz post. Durations are in seconds. */
export type Occasion =
  | { event: 'answered' }
  | { event: 'redirected' }
  /** Somebody had the call sent elsewhere by the REST API. */
  | { event: 'sentElsewhere' }
  | { event: 'spoke'; words: string; confidence: number }
  | { event: 'pressed'; digits: string }
  | { event: 'stayedSilent' }
  /** A `Record` began: its `action` is asked near the start. */
  | { event: 'recordingBegan'; id: string }
  /** A `Record` ended: its `callbackUrl` is told. */
  | ({ event: 'recordingStopped'; reason: RecordingEnd } & Recording)
  /** A `Record` ended, at an account of before 2026: its `action` is told. */
  | ({ event: 'recorded' } & Recording)
  /** What goes on while a `Dial` lasts: its `callbackUrl` is told. */
  | { event: 'transferReport'; report: TransferReport; legB: string }
  | { event: 'transferred'; status: TransferStatus; legB?: string }
  | { event: 'streamReport'; report: StreamReport; streamId: string; name?: string }
  | ({ event: 'hungUp'; source: 'Caller' | 'Vobiz' } & Ending);

/** How a call ended. Nothing is billed for a call that was never answered. */
type Ending = { durationSeconds: number; billSeconds?: number; cause: string };

/** Where a recording can be had. `field` is where its address stands. */
export type Recording = {
  url: string;
  id: string;
  durationSeconds: number;
  field?: 'RecordUrl' | 'RecordFile';
};

export type RecordingEnd = 'RecordingTimeout' | 'maxLength' | 'FinishedOnKey' | 'HungUp';

export type TransferStatus = (typeof TRANSFER_STATUSES)[number];

export const TRANSFER_STATUSES = ['completed', 'busy', 'failed', 'cancel', 'timeout', 'no-answer'] as const;

export type TransferReport = 'DialAnswer' | 'DialConnected' | 'DialHangup';

export type StreamReport = 'StartStream' | 'PlayedStream' | 'ClearedAudio' | 'DroppedStream' | 'StopStream';

export type Fields = Record<string, string>;

/** The fields of a webhook's body in a dialect (docs.vobiz.ai, "Webhooks"). */
export function webhookFields(dialect: Dialect, call: Call, occasion: Occasion): Fields {
  return dialect === 'guide' ? guideFields(call, occasion) : vobizXmlFields(call, occasion);
}

/** Vobiz leaves the + of a number out. */
const stripped = (number: string) => number.replace(/^\+/, '');

function guideFields({ callId, from, to }: Call, occasion: Occasion): Fields {
  const call = { call_id: callId, from: stripped(from), to: stripped(to) };
  switch (occasion.event) {
    case 'answered':
    case 'redirected':
    case 'sentElsewhere':
      return call;
    case 'spoke':
      return { ...call, speech_result: occasion.words };
    case 'pressed':
      // The guide names no field for digits; this is the documented one of the other dialect.
      return { ...call, speech_result: '', Digits: occasion.digits };
    case 'stayedSilent':
      return { ...call, speech_result: '' };
    case 'hungUp':
      return { ...call, duration: `${occasion.durationSeconds}` };
    default:
      return { ...call, ...sharedFields(callId, occasion) };
  }
}

function vobizXmlFields({ callId, from, to }: Call, occasion: Occasion): Fields {
  const call = { CallUUID: callId, From: stripped(from), To: stripped(to), Direction: 'inbound' };
  const inProgress = { ...call, CallStatus: 'in-progress' };
  switch (occasion.event) {
    case 'answered':
      return { ...call, CallStatus: 'ringing', Event: 'StartApp' };
    case 'redirected':
      return { ...inProgress, Event: 'Redirect' };
    case 'sentElsewhere':
      return { ...inProgress, Event: 'Transfer' };
    case 'spoke':
      return {
        ...inProgress,
        InputType: 'speech',
        Speech: occasion.words,
        SpeechConfidenceScore: `${occasion.confidence}`,
        Digits: '',
      };
    case 'pressed':
      return { ...inProgress, InputType: 'dtmf', Speech: '', Digits: occasion.digits };
    case 'stayedSilent':
      return { ...inProgress, Speech: '', Digits: '' };
    case 'hungUp': {
      const { cause, source, durationSeconds, billSeconds = durationSeconds } = occasion;
      const [HangupCauseName, HangupCauseCode] = CAUSES[cause] ?? ['Unknown', '0'];
      const why = { HangupCause: cause, HangupCauseName, HangupCauseCode, HangupSource: source };
      const lengths = { Duration: `${durationSeconds}`, BillDuration: `${billSeconds}` };
      return { ...call, CallStatus: 'completed', Event: 'Hangup', ...why, ...lengths };
    }
    default:
      return { ...inProgress, ...sharedFields(callId, occasion) };
  }
}

/** Names and codes of why calls end. */
const CAUSES: Readonly<Record<string, readonly [name: string, code: string]>> = {
  NORMAL_CLEARING: ['Normal Hangup', '4000'],
  USER_BUSY: ['Busy Line', '3010'],
  CALL_REJECTED: ['Rejected', '3020'],
  NO_ANSWER: ['No Answer', '3030'],
  NORMAL_TEMPORARY_FAILURE: ['Invalid Answer XML', '8011'],
};

/** How the second leg of a `Dial` ended. */
const TRANSFER_CAUSES: Readonly<Record<TransferStatus, string>> = {
  completed: 'NORMAL_CLEARING',
  busy: 'USER_BUSY',
  failed: 'NORMAL_TEMPORARY_FAILURE',
  cancel: 'ORIGINATOR_CANCEL',
  timeout: 'NO_ANSWER',
  'no-answer': 'NO_ANSWER',
};

type Shared = Extract<
  Occasion,
  {
    event:
      | 'recordingBegan'
      | 'recordingStopped'
      | 'recorded'
      | 'transferReport'
      | 'transferred'
      | 'streamReport';
  }
>;

/** What `Record`, `Dial` and `Stream` post (docs.vobiz.ai, "VobizXML"). */
function sharedFields(callId: string, occasion: Shared): Fields {
  switch (occasion.event) {
    case 'recordingBegan':
      return { RecordingID: occasion.id };
    case 'recordingStopped':
      return { Event: 'RecordStop', ...recordingFields(occasion, occasion.reason) };
    case 'recorded':
      return recordingFields(occasion, 'RecordingTimeout');
    case 'transferReport':
      return { Event: occasion.report, DialALegUUID: callId, DialBLegUUID: occasion.legB };
    case 'transferred': {
      const { status, legB = '' } = occasion;
      const legs = { DialALegUUID: callId, DialBLegUUID: legB };
      return { DialStatus: status, DialHangupCause: TRANSFER_CAUSES[status], ...legs };
    }
    case 'streamReport': {
      const { report, streamId, name } = occasion;
      return { Event: report, StreamID: streamId, ...(name === undefined ? {} : { Name: name }) };
    }
  }
}

function recordingFields(
  { url, id, durationSeconds, field = 'RecordUrl' }: Recording,
  reason: RecordingEnd,
): Fields {
  return {
    [field]: url,
    RecordingID: id,
    RecordingDuration: `${Math.round(durationSeconds)}`,
    RecordingDurationMs: `${Math.round(durationSeconds * 1_000)}`,
    RecordingEndReason: reason,
  };
}
