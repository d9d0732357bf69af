import type { CallDirection } from '../../../calls/call.entity.ts';
import type { CallEvent, CallerInput } from '../../../calls/call-event.ts';
import type { E164 } from '../../../infra/phone-number.ts';
import { type Dialect, RECORDING_KEY } from './dialect.ts';
import { confidence, count, cutTo, digits, oneOf, phoneNumber, seconds, upTo } from './field-forms.ts';
import { idNames, names, namesOf } from './field-names.ts';
import { Fields } from './fields.ts';

/** The three addresses that stand in customers' portals. */
export const WEBHOOKS = ['answer', 'input', 'hangup'] as const;
export type WebhookName = (typeof WEBHOOKS)[number];

/** A webhook as HTTP brought it. */
export type Delivered = {
  webhook: WebhookName;
  query: Readonly<Record<string, unknown>>;
  body: unknown;
};

/** A webhook in our own words, with the dialect in which it is to be answered. */
export type Webhook =
  | { kind: 'no id'; dialect: Dialect }
  | {
      kind: 'event';
      dialect: Dialect;
      callId: string;
      event: CallEvent;
      /** As the carrier names them: in an outbound call, `to` is the customer. */
      from: E164 | undefined;
      rawFrom: string | undefined;
      to: E164 | undefined;
      direction: CallDirection;
      /** Who was called first, or who calls, where a number forwards here. */
      forwardedFrom: E164 | undefined;
      /** The account whose recordings these are. */
      parentAuthId: string | undefined;
      recording: Recording | undefined;
      /** How a transfer went. */
      dialStatus: DialStatus | undefined;
    };

type Recording = {
  url: string | undefined;
  id: string | undefined;
  durationSeconds: number | undefined;
};

const DIAL_STATUSES = ['completed', 'busy', 'failed', 'cancel', 'timeout', 'no-answer'] as const;
type DialStatus = (typeof DIAL_STATUSES)[number];

/** No carrier's id is longer. One cut short could be another call's, so a longer one is none. */
const callIdOf = upTo(200);
/** More than is said in minutes without a pause. */
const wordsOf = cutTo(5_000);
const nameOf = cutTo(100);
const accountIdOf = upTo(100);

/** What a webhook says, from any sender: nothing is believed, and nothing makes it throw. */
export function parseWebhook({ webhook, query, body }: Delivered, forced: Dialect | 'auto'): Webhook {
  const fields = new Fields(body);
  const dialect = forced === 'auto' ? dialectOf(fields) : forced;
  const callId = fields.first(namesOf('callId', dialect), callIdOf);
  if (callId === undefined) return { kind: 'no id', dialect };
  const from = fields.first(namesOf('from', dialect), phoneNumber);
  return {
    kind: 'event',
    dialect,
    callId,
    event: eventOf(webhook, query, fields, dialect),
    from,
    rawFrom: from ? undefined : fields.first(namesOf('from', dialect), nameOf),
    to: fields.first(namesOf('to', dialect), phoneNumber),
    direction: fields.first(names.direction, isOutbound) ? 'OUTBOUND' : 'INBOUND',
    forwardedFrom: fields.first(names.forwardedFrom, phoneNumber),
    parentAuthId: fields.first(names.parentAuthId, accountIdOf),
    recording: recordingOf(fields),
    dialStatus: fields.first(names.dialStatus, oneOf(...DIAL_STATUSES)),
  };
}

const isOutbound = (direction: string) => /^outbound/i.test(direction);

/** Told by the call's id; where both dialects' are sent, the documented one. */
function dialectOf(fields: Fields): Dialect {
  return fields.first(idNames('vobizxml'), callIdOf) === undefined ? 'guide' : 'vobizxml';
}

function eventOf(
  webhook: WebhookName,
  query: Delivered['query'],
  fields: Fields,
  dialect: Dialect,
): CallEvent {
  const hungUp: CallEvent = {
    kind: 'hungUp',
    durationSeconds: fields.first(namesOf('seconds', dialect), seconds),
    cause: fields.first(names.hangupCause, nameOf),
    source: fields.first(names.hangupSource, nameOf),
  };
  switch (webhook) {
    case 'answer':
      // Where the portal names no hangup address, Vobiz reports the end to this one.
      return tellsTheEnd(fields) ? hungUp : { kind: 'answered' };
    case 'hangup':
      return hungUp;
    case 'input': {
      // Where our own `Record` of a whole call reports.
      if (query.recording === 'call') return { kind: 'recorded' };
      const turn = count(query.turn, 1);
      if (query.recording !== undefined && turn !== undefined)
        return recordedTurnOf(query, fields, dialect, turn);
      const part = count(query.part, 0);
      // Only our own redirects lead to a later segment of a reply. `Event` isn't asked: the guide's dialect has none.
      if (turn !== undefined && part !== undefined) return { kind: 'continued', turn, part };
      return inputOf(fields, dialect, turn);
    }
  }
}

function tellsTheEnd(fields: Fields): boolean {
  const isHangup = fields.first(names.event, oneOf('hangup')) !== undefined;
  return isHangup || fields.first(names.callStatus, oneOf('completed')) !== undefined;
}

function inputOf(fields: Fields, dialect: Dialect, turn: number | undefined): CallerInput {
  // The guide's first address carries no turn, so a repeat of that delivery is told by its body.
  const repeatsWithoutTurn = dialect === 'guide' && turn === undefined;
  const delivery = { turn, bodyHash: fields.hash(), repeatsWithoutTurn };
  const words = fields.first(namesOf('words', dialect), wordsOf);
  const keys = fields.first(names.digits, digits);
  const wasTyped = words === undefined || fields.first(names.inputType, oneOf('dtmf')) !== undefined;
  if (keys !== undefined && wasTyped) return { kind: 'pressed', digits: keys, ...delivery };
  if (words === undefined) return { kind: 'stayedSilent', ...delivery };
  return { kind: 'spoke', words, confidence: fields.first(names.confidence, confidence), ...delivery };
}

/**
 * What is reported of our own `Record` of a turn, by whichever of its three addresses (vobiz-xml.ts). The sound counts
 * at each of them.
 */
function recordedTurnOf(
  query: Delivered['query'],
  fields: Fields,
  dialect: Dialect,
  turn: number,
): CallEvent {
  const input: CallerInput = { ...recordedInputOf(fields, dialect, turn), wasRecorded: true };
  switch (query.recording) {
    case 'ended': {
      const hasHungUp = fields.first(names.recordingEndReason, oneOf('hungup')) !== undefined;
      return { kind: 'recordingEnded', turn, input, hasHungUp };
    }
    case 'awaited': {
      if (input.kind === 'spokeOnRecording') return input;
      const [waited = 0, most] = [count(query.waited, 0), count(query.most, 1)];
      return { kind: 'soundAwaited', turn, waited, most, bodyHash: input.bodyHash };
    }
    default:
      return tellsAnEnd(fields) ? input : { kind: 'recordingBegun', turn };
  }
}

/** Only older accounts report to `action` when the recording has ended; others tell its id there when it begins. */
function tellsAnEnd(fields: Fields): boolean {
  const { recordingUrl, recordingSeconds, recordingMs, recordingEndReason, digits } = names;
  const ofTheEnd = [...recordingUrl, ...recordingSeconds, ...recordingMs, ...recordingEndReason, ...digits];
  return fields.has([...ofTheEnd, ...namesOf('words', 'vobizxml')]);
}

/** What our own `Record` of a turn reports. Where the caller said nothing, it has no length or isn't there. */
function recordedInputOf(fields: Fields, dialect: Dialect, turn: number): CallerInput {
  const input = inputOf(fields, dialect, turn);
  const recording = recordingOf(fields);
  // The key that ends a recording is no answer where something was said before it.
  const saysNothingElse = input.kind === 'pressed' && input.digits === RECORDING_KEY;
  if (recording?.url === undefined || (input.kind !== 'stayedSilent' && !saysNothingElse)) return input;
  const isEmpty = fields.first([...names.recordingMs, ...names.recordingSeconds], seconds) === 0;
  if (isEmpty) return input;
  const { turn: number, bodyHash, repeatsWithoutTurn } = input;
  const accountId = fields.first(names.parentAuthId, accountIdOf);
  const delivery = { turn: number, bodyHash, repeatsWithoutTurn };
  return { kind: 'spokeOnRecording', recording: { url: recording.url, accountId }, ...delivery };
}

function recordingOf(fields: Fields): Recording | undefined {
  const url = fields.first(names.recordingUrl, upTo(2_000));
  const id = fields.first(names.recordingId, upTo(200));
  const durationSeconds = fields.first(names.recordingSeconds, seconds);
  return url === undefined && id === undefined ? undefined : { url, id, durationSeconds };
}
