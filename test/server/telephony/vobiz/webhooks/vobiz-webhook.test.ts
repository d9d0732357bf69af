import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { WEBHOOKS, type WebhookName } from '../../../../../server/telephony/vobiz/webhooks/vobiz-webhook.ts';
import { type Occasion, webhookFields } from '../../../../phone/webhook-fields.ts';
import { anyText } from '../any-text.ts';
import { type Body, guide, parse, vobizXml } from '../parse.ts';

describe('what was said', () => {
  test.each([
    [{ speech_result: 'Hello?' }, 'Hello?'],
    [{ speech: 'Hello?' }, 'Hello?'],
    [{ speech_result: '', speech: 'Hello?' }, 'Hello?'],
    [{ speech_result: 'One', speech: 'Two' }, 'One'],
    [{ speech_result: ' नमस्ते\t😀\n' }, 'नमस्ते 😀'],
    [{ speech_result: 'a\u0000b\ud83dc\u001b[31md' }, 'abc [31md'],
    [{ speech_result: ['Hello?', 'Again?'] }, 'Hello?'],
    [{ speech_result: 7 }, '7'],
    [{ speech_result: 'x'.repeat(9_000) }, 'x'.repeat(5_000)],
    [{ speech_result: `${'x'.repeat(4_999)}😀` }, 'x'.repeat(4_999)],
  ])('in the guide’s %j', (body, words) => {
    expect(guide('input', body)).toMatchObject({ event: { kind: 'spoke', words, confidence: undefined } });
  });

  test.each([
    ['0.92', 0.92],
    ['0', 0],
    ['1.7', 1],
    ['-0.2', 0],
    [0.5, 0.5],
    ['9e-1', 0.9],
    ['', undefined],
    ['high', undefined],
    ['NaN', undefined],
    ['1e999', undefined],
    ['0x1', undefined],
  ])('is as sure as VobizXML’s score %j says', (score, confidence) => {
    const event = { kind: 'spoke', words: 'Hello?', confidence };
    const body = { Speech: 'Hello?', SpeechConfidenceScore: score, InputType: 'speech', Digits: '' };
    expect(vobizXml('input', body)).toMatchObject({ event });
  });

  test.each([
    [{ speech_result: '' }],
    [{ speech_result: ' \u0000\n' }],
    [{}],
    [{ Speech: '', Digits: '' }],
    [{ Digits: 'no digits' }],
    [{ speech_result: null, Digits: [] }],
    [{ speech_result: { deep: 'Hello?' } }],
  ])('is nothing in %j', (body) => {
    expect(guide('input', body)).toMatchObject({ event: { kind: 'stayedSilent' } });
  });
});

test.each([
  [{ InputType: 'dtmf', Digits: '12#', Speech: '' }, '12#'],
  [{ Digits: '1 2 a *' }, '12A*'],
  [{ Digits: 5 }, '5'],
  [{ digits: '5' }, '5'],
  [{ InputType: 'DTMF', Digits: '1', Speech: 'one' }, '1'],
  [{ Digits: '1'.repeat(99) }, '1'.repeat(32)],
])('keys pressed in %j', (body, digits) => {
  expect(vobizXml('input', body)).toMatchObject({ event: { kind: 'pressed', digits } });
});

test('words go before keys, unless it was typing', () => {
  const both = { Speech: 'one', Digits: '1' };
  expect(vobizXml('input', both)).toMatchObject({ event: { kind: 'spoke' } });
  expect(vobizXml('input', { ...both, InputType: 'speech' })).toMatchObject({ event: { kind: 'spoke' } });
  expect(vobizXml('input', { Speech: 'one', InputType: 'dtmf' })).toMatchObject({ event: { kind: 'spoke' } });
});

describe('the end of a call', () => {
  test.each([
    ['guide', { call_id: 'c', duration: '42' }, 42],
    ['guide', { call_id: 'c', call_duration: '42' }, 42],
    ['guide', { call_id: 'c', duration: '', call_duration: 42 }, 42],
    ['guide', { call_id: 'c', duration: '7', call_duration: '42' }, 7],
    ['VobizXML', { CallUUID: 'c', Duration: '42', BillDuration: '60' }, 42],
    ['VobizXML', { CallUUID: 'c', BillDuration: '60' }, 60],
    ['any', { call_id: 'c', duration: '0' }, 0],
    ['any', { call_id: 'c', duration: '41.6' }, 42],
    ['any', { call_id: 'c', duration: '99999999999999999999' }, 2_147_483_647],
    ['any', { call_id: 'c', duration: '-1' }, undefined],
    ['any', { call_id: 'c', duration: 'a minute' }, undefined],
    ['any', { call_id: 'c', duration: 'a minute', call_duration: '60' }, 60],
    ['any', { call_id: 'c' }, undefined],
  ])('in the %s dialect, %j lasted %s s', (_, body, durationSeconds) => {
    expect(parse('hangup', body)).toMatchObject({ event: { kind: 'hungUp', durationSeconds } });
  });

  test.each([
    [{ HangupCause: 'NORMAL_CLEARING', HangupCauseName: 'Normal Hangup' }, 'NORMAL_CLEARING'],
    [{ HangupCause: '', HangupCauseName: 'Normal Hangup' }, 'Normal Hangup'],
    [{ hangup_cause: 'USER_BUSY' }, 'USER_BUSY'],
    [{ HangupCause: 'x'.repeat(500) }, 'x'.repeat(100)],
    [{}, undefined],
  ])('has its cause in %j', (body, cause) => {
    expect(vobizXml('hangup', body)).toMatchObject({ event: { kind: 'hungUp', cause } });
  });

  test.each([
    [{ HangupSource: 'Callee' }, 'Callee'],
    [{ HangupSource: 'x'.repeat(500) }, 'x'.repeat(100)],
    [{ HangupSource: '' }, undefined],
    [{ HangupSource: ['Caller', 'Vobiz'] }, 'Caller'],
    [{}, undefined],
  ])('was brought about by whom %j says', (body, source) => {
    expect(vobizXml('hangup', body)).toMatchObject({ event: { kind: 'hungUp', source } });
  });

  test.each([
    [{ Event: 'Hangup', Duration: '42' }, 'hungUp'],
    [{ Event: 'hangup' }, 'hungUp'],
    [{ CallStatus: 'completed' }, 'hungUp'],
    [{ Event: 'StartApp', CallStatus: 'completed' }, 'hungUp'],
    [{ Event: 'StartApp', CallStatus: 'ringing' }, 'answered'],
    [{ Event: 'StartApp', CallStatus: 'in-progress', Duration: '0' }, 'answered'],
    [{}, 'answered'],
  ])('may come to the answer’s address: %j is %s', (body, kind) => {
    expect(vobizXml('answer', body)).toMatchObject({ event: { kind } });
    expect(guide('answer', body)).toMatchObject({ event: { kind } });
  });
});

describe('an address', () => {
  const asked = { Event: 'Redirect' };

  test.each([
    [
      { turn: '3', part: '1' },
      { kind: 'continued', turn: 3, part: 1 },
    ],
    [
      { turn: '3', part: '0' },
      { kind: 'continued', turn: 3, part: 0 },
    ],
    [{ turn: '3' }, { kind: 'stayedSilent', turn: 3 }],
    [
      { turn: '3', part: 'x' },
      { kind: 'stayedSilent', turn: 3 },
    ],
    [{ part: '1' }, { kind: 'stayedSilent', turn: undefined }],
    [{ turn: '99999' }, { kind: 'stayedSilent', turn: 99_999 }],
  ])('with the query %j', (query, event) => {
    expect(vobizXml('input', asked, query)).toMatchObject({ event });
  });

  test.each(['0', '-1', '1.5', '03', ' 3', '1e3', '100000', '', [['3', '4']], { a: '3' }])(
    'with the turn %j has none',
    (turn) => {
      const event = { kind: 'stayedSilent', turn: undefined };
      expect(vobizXml('input', asked, { turn })).toMatchObject({ event });
    },
  );

  test('of the rest of a reply is that, whatever the body repeats', () => {
    const query = { turn: '3', part: '1' };
    expect(vobizXml('input', { Speech: 'Hello?' }, query)).toMatchObject({ event: { kind: 'continued' } });
    expect(guide('input', {}, query)).toMatchObject({ event: { kind: 'continued' } });
  });

  test('of a turn takes what was said, even where it comes as a Redirect', () => {
    expect(vobizXml('input', { Speech: 'Hello?', ...asked }, { turn: '3' })).toMatchObject({
      event: { kind: 'spoke', turn: 3 },
    });
  });

  test('tells repeats, or else the guide’s body does', () => {
    const repeatsWithoutTurn = (parsed: ReturnType<typeof parse>) =>
      parsed.kind === 'event' && 'repeatsWithoutTurn' in parsed.event && parsed.event.repeatsWithoutTurn;
    expect(repeatsWithoutTurn(guide('input', { speech: 'Hello?' }))).toBe(true);
    expect(repeatsWithoutTurn(guide('input', { speech: 'Hello?' }, { turn: '2' }))).toBe(false);
    expect(repeatsWithoutTurn(vobizXml('input', { Speech: 'Hello?' }))).toBe(false);
  });
});

describe('a body’s hash', () => {
  const hash = (body: Body) => {
    const parsed = guide('input', body);
    return parsed.kind === 'event' && 'bodyHash' in parsed.event ? parsed.event.bodyHash.toString('hex') : '';
  };

  test('is the same in any order, and of a form as of JSON', () => {
    expect(hash({ a: '1', speech: 'Hello?' })).toBe(hash({ speech: 'Hello?', a: 1 }));
    expect(hash({})).toMatch(/^[0-9a-f]{64}$/);
  });

  test('is another one for anything else', () => {
    const bodies = [{ a: '1' }, { a: '2' }, { b: '1' }, { a: '1', b: '' }, { a: '1b' }, {}];
    expect(new Set(bodies.map(hash)).size).toBe(bodies.length);
  });
});

test.each([
  [{ RecordUrl: 'https://media.vobiz.ai/1.mp3' }, { url: 'https://media.vobiz.ai/1.mp3' }],
  [{ RecordFile: 'https://media.vobiz.ai/1.mp3' }, { url: 'https://media.vobiz.ai/1.mp3' }],
  [
    { RecordUrl: 'https://media.vobiz.ai/1.mp3', RecordingID: 'r1', RecordingDuration: '12' },
    { url: 'https://media.vobiz.ai/1.mp3', id: 'r1', durationSeconds: 12 },
  ],
  [{ RecordingID: 'r1' }, { url: undefined, id: 'r1' }],
])('a recording may come with any webhook: %j', (body, recording) => {
  for (const webhook of WEBHOOKS) expect(vobizXml(webhook, body)).toMatchObject({ recording });
});

test('what else Vobiz tells', () => {
  expect(vobizXml('input', { ParentAuthID: 'MA_1', DialStatus: 'No-Answer' })).toMatchObject({
    parentAuthId: 'MA_1',
    dialStatus: 'no-answer',
    recording: undefined,
  });
  expect(vobizXml('input', { DialStatus: 'exploded' })).toMatchObject({
    parentAuthId: undefined,
    dialStatus: undefined,
  });
});

test.each(['guide', 'vobizxml'] as const)('all that the telephone posts in %s is understood', (dialect) => {
  const call = { callId: 'c1', from: '+919876543210', to: '+917971543252' };
  const hungUp = {
    event: 'hungUp',
    durationSeconds: 42,
    cause: 'NORMAL_CLEARING',
    source: 'Caller',
  } as const;
  const occasions: [WebhookName, Occasion, string][] = [
    ['answer', { event: 'answered' }, 'answered'],
    ['input', { event: 'spoke', words: 'Hello?', confidence: 0.9 }, 'spoke'],
    ['input', { event: 'pressed', digits: '12' }, 'pressed'],
    ['input', { event: 'stayedSilent' }, 'stayedSilent'],
    ['hangup', hungUp, 'hungUp'],
  ];
  for (const [webhook, occasion, kind] of occasions) {
    expect(parse(webhook, webhookFields(dialect, call, occasion))).toMatchObject({
      dialect,
      ...call,
      event: { kind },
    });
  }
});

test('nothing makes it throw, and nothing it gives is refused by a database', () => {
  const names = [
    'call_id',
    'CallUUID',
    'from',
    'To',
    'speech_result',
    'Speech',
    'Digits',
    'duration',
    'Event',
  ];
  const value = fc.oneof(anyText, fc.jsonValue(), fc.array(anyText, { maxLength: 3 }));
  const body = fc.oneof(fc.jsonValue(), fc.dictionary(fc.oneof(fc.constantFrom(...names), anyText), value));
  const query = fc.dictionary(
    fc.constantFrom('turn', 'part'),
    fc.oneof(fc.nat().map(String), fc.jsonValue()),
  );
  fc.assert(
    fc.property(fc.constantFrom(...WEBHOOKS), query, body, (webhook, addressed, sent) => {
      const told = JSON.stringify(parse(webhook, sent, addressed));
      expect(told).not.toMatch(/\\u0000|\\ud[89a-f]/);
    }),
  );
});
