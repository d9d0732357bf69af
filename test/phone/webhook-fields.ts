import type { Dialect } from './dialect.ts';

/** The call that a webhook tells of. */
export type Call = { callId: string; from: string; to: string };

/** What made Vobiz post. Durations are in seconds. */
export type Occasion =
  | { event: 'answered' }
  | { event: 'redirected' }
  | { event: 'spoke'; words: string; confidence: number }
  | { event: 'pressed'; digits: string }
  | { event: 'stayedSilent' }
  | ({ event: 'recorded' } & Recording)
  | { event: 'transferred'; status: TransferStatus }
  | { event: 'hungUp'; durationSeconds: number; cause: string; source: 'Caller' | 'Vobiz' };

export type Recording = { url: string; id: string; durationSeconds: number };

export type TransferStatus = 'completed' | 'busy' | 'failed' | 'cancel' | 'timeout' | 'no-answer';

export type Fields = Record<string, string>;

/** The fields of a webhook's body in a dialect (docs.vobiz.ai, "Webhooks"). */
export function webhookFields(dialect: Dialect, call: Call, occasion: Occasion): Fields {
  return dialect === 'guide' ? guideFields(call, occasion) : vobizXmlFields(call, occasion);
}

function guideFields({ callId, from, to }: Call, occasion: Occasion): Fields {
  const call = { call_id: callId, from, to };
  switch (occasion.event) {
    case 'answered':
    case 'redirected':
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
      return { ...call, ...sharedFields(occasion) };
  }
}

function vobizXmlFields({ callId, from, to }: Call, occasion: Occasion): Fields {
  const call = { CallUUID: callId, From: from, To: to, Direction: 'inbound' };
  const inProgress = { ...call, CallStatus: 'in-progress' };
  switch (occasion.event) {
    case 'answered':
      return { ...call, CallStatus: 'ringing', Event: 'StartApp' };
    case 'redirected':
      return { ...inProgress, Event: 'Redirect' };
    case 'spoke': {
      const { words, confidence } = occasion;
      return {
        ...inProgress,
        InputType: 'speech',
        Speech: words,
        SpeechConfidenceScore: `${confidence}`,
        Digits: '',
      };
    }
    case 'pressed':
      return { ...inProgress, InputType: 'dtmf', Speech: '', Digits: occasion.digits };
    case 'stayedSilent':
      return { ...inProgress, Speech: '', Digits: '' };
    case 'hungUp': {
      const duration = `${occasion.durationSeconds}`;
      const cause = {
        HangupCause: occasion.cause,
        HangupCauseName: 'Normal Hangup',
        HangupCauseCode: '4000',
      };
      const ending = { ...cause, HangupSource: occasion.source, Duration: duration, BillDuration: duration };
      return { ...call, CallStatus: 'completed', Event: 'Hangup', ...ending };
    }
    default:
      return { ...inProgress, ...sharedFields(occasion) };
  }
}

/** What `Record` and `Dial` post (docs.vobiz.ai, "VobizXML"). */
function sharedFields(occasion: Extract<Occasion, { event: 'recorded' | 'transferred' }>): Fields {
  if (occasion.event === 'transferred') {
    return {
      DialStatus: occasion.status,
      DialHangupCause: 'NORMAL_CLEARING',
      DialALegUUID: '',
      DialBLegUUID: '',
    };
  }
  const { url, id, durationSeconds } = occasion;
  const length = {
    RecordingDuration: `${durationSeconds}`,
    RecordingDurationMs: `${durationSeconds * 1_000}`,
  };
  return { RecordUrl: url, RecordingID: id, ...length, RecordingEndReason: 'silence' };
}
