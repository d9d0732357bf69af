import { describe, expect, test } from 'vitest';
import { parseWebhook } from '../../../../../server/telephony/vobiz/webhooks/vobiz-webhook.ts';

type Body = Record<string, string>;

const url = 'https://media.vobiz.ai/1.wav';
const sound = { RecordUrl: url, RecordingID: 'r1', RecordingDuration: '3', RecordingDurationMs: '2800' };
const ended = { ...sound, Event: 'RecordStop', RecordingEndReason: 'RecordingTimeout' };

const parse = (query: Body, body: Body) =>
  parseWebhook({ webhook: 'input', query, body: { CallUUID: 'c1', ...body } }, 'auto');
const reported = (recording: string, body: Body, query: Body = {}) =>
  parse({ turn: '2', recording, ...query }, body);

/** What a recording of a turn is, whichever address tells of it. */
const inputs: [string, Body, object][] = [
  [
    'is what was said',
    { ...sound, ParentAuthID: 'MA1' },
    { kind: 'spokeOnRecording', turn: 2, recording: { url, accountId: 'MA1' } },
  ],
  ['may name no account', sound, { kind: 'spokeOnRecording', recording: { url, accountId: undefined } }],
  ['may tell less', { RecordFile: url }, { kind: 'spokeOnRecording', recording: { url } }],
  ['may be short', { ...sound, RecordingDuration: '0' }, { kind: 'spokeOnRecording' }],
  ['without a length is silence', { RecordUrl: url, RecordingDuration: '0' }, { kind: 'stayedSilent' }],
  ['of no milliseconds as well', { ...sound, RecordingDurationMs: '0' }, { kind: 'stayedSilent' }],
  ['without an address as well', { RecordingID: 'r1', RecordingDuration: '3' }, { kind: 'stayedSilent' }],
  ['may be keys', { ...sound, Digits: '12' }, { kind: 'pressed', digits: '12', turn: 2 }],
  ['is what was said before the key that ended it', { ...sound, Digits: '*' }, { kind: 'spokeOnRecording' }],
  ['may be that key alone', { RecordingDuration: '0', Digits: '*' }, { kind: 'pressed', digits: '*' }],
  ['may be words', { ...sound, Speech: 'Haan' }, { kind: 'spoke', words: 'Haan', turn: 2 }],
];

test.each(['turn', 'ended'])('what comes to recording=%s is known for a recorded turn', (recording) => {
  for (const body of [{ ...sound }, { Digits: '1' }, { RecordingDuration: '0' }]) {
    const read = reported(recording, body);
    const event = read.kind === 'event' ? read.event : undefined;
    expect(event?.kind === 'recordingEnded' ? event.input : event).toMatchObject({ wasRecorded: true });
  }
});

describe('what an older account reports to a Record’s action, at the end,', () => {
  test.each(inputs)('%s', (_, body, event) => {
    expect(reported('turn', body)).toMatchObject({ event });
  });

  test.each<[string, Body]>([
    ['with nothing in it', { Speech: '', Digits: '' }],
    ['of the digits alone', { Digits: '' }],
    ['of why it ended', { RecordingID: 'r1', RecordingEndReason: 'RecordingTimeout' }],
    ['of an empty address', { RecordingID: 'r1', RecordUrl: '' }],
  ])('is silence, where it tells %s', (_, body) => {
    expect(reported('turn', body)).toMatchObject({ event: { kind: 'stayedSilent', turn: 2 } });
  });
});

test.each<[string, Body]>([
  ['the recording’s id alone', { RecordingID: 'r1' }],
  ['not even that', {}],
  ['what every webhook tells', { RecordingID: 'r1', From: '+919876543210', CallStatus: 'in-progress' }],
])('an action that tells %s says that the recording began', (_, body) => {
  expect(reported('turn', body)).toMatchObject({ event: { kind: 'recordingBegun', turn: 2 } });
});

describe('what a Record’s callback reports', () => {
  test.each(inputs)('%s', (_, body, input) => {
    const event = { kind: 'recordingEnded', turn: 2, input, hasHungUp: false };
    expect(reported('ended', { Event: 'RecordStop', ...body })).toMatchObject({ event });
  });

  test.each([
    ['RecordingTimeout', false],
    ['maxLength', false],
    ['FinishedOnKey', false],
    ['HungUp', true],
    ['hungup', true],
  ])('ended for the reason %s', (RecordingEndReason, hasHungUp) => {
    expect(reported('ended', { ...ended, RecordingEndReason })).toMatchObject({ event: { hasHungUp } });
  });
});

describe('a redirect that waits for a turn’s sound', () => {
  test.each<[string, Body, { waited: number; most: number | undefined }]>([
    ['for the first time', {}, { waited: 0, most: undefined }],
    ['again', { waited: '3' }, { waited: 3, most: undefined }],
    ['and knows how long', { waited: '3', most: '17' }, { waited: 3, most: 17 }],
    ['with nonsense in its address', { waited: '-1', most: 'x' }, { waited: 0, most: undefined }],
  ])('is read %s', (_, query, wait) => {
    const event = { kind: 'soundAwaited', turn: 2, ...wait };
    expect(reported('awaited', { Event: 'Redirect' }, query)).toMatchObject({ event });
  });

  test('may bring the sound itself', () => {
    expect(reported('awaited', { Event: 'Redirect', ...sound })).toMatchObject({
      event: { kind: 'spokeOnRecording', turn: 2 },
    });
  });
});

test('a recording is nothing to a Gather, which is answered as ever', () => {
  expect(parse({ turn: '2' }, sound)).toMatchObject({
    event: { kind: 'stayedSilent', turn: 2 },
    recording: { url },
  });
});

test('a recording of the whole call is noted, and no turn', () => {
  expect(parse({ recording: 'call' }, ended)).toMatchObject({
    event: { kind: 'recorded' },
    recording: { url },
  });
});
