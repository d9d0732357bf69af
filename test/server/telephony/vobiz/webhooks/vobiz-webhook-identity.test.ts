import { describe, expect, test } from 'vitest';
import { guide, parse, vobizXml } from '../parse.ts';

describe('a call’s id', () => {
  test.each([
    [{ call_id: 'a' }, 'guide', 'a'],
    [{ uuid: 'b' }, 'guide', 'b'],
    [{ call_id: 'a', uuid: 'b' }, 'guide', 'a'],
    [{ call_id: ' ', uuid: 'b' }, 'guide', 'b'],
    [{ CallUUID: 'c' }, 'vobizxml', 'c'],
    [{ CallUUID: '', call_id: 'a' }, 'guide', 'a'],
    [{ CallUUID: 'c', call_id: 'a' }, 'vobizxml', 'c'],
    [{ calluuid: 'c' }, 'vobizxml', 'c'],
    [{ Call_ID: 'a' }, 'guide', 'a'],
    [{ call_id: 42 }, 'guide', '42'],
    [{ call_id: ['a', 'b'] }, 'guide', 'a'],
    [{ call_id: [null, '', 'b'] }, 'guide', 'b'],
    [{ call_id: ' a\u0000\ud800 ' }, 'guide', 'a'],
    [{ call_id: 'x'.repeat(200) }, 'guide', 'x'.repeat(200)],
  ])('of %j tells the dialect: %s', (body, dialect, callId) => {
    expect(parse('answer', body)).toMatchObject({ kind: 'event', dialect, callId });
  });

  test.each([
    [{}],
    [{ call_id: '', uuid: '  ', CallUUID: null }],
    [{ call_id: 'x'.repeat(201) }],
    [{ call_id: { id: 'a' } }],
    [{ call_id: [['a']] }],
    [{ From: '+919876543210', Speech: 'Hello?' }],
    [JSON.parse('{ "__proto__": { "call_id": "a" } }')],
    [undefined],
    [null],
    ['call_id=a'],
    [['call_id']],
    [42],
  ])('isn’t in %j', (body) => {
    expect(parse('answer', body)).toEqual({ kind: 'no id', dialect: 'guide' });
  });

  test('is found in either dialect’s fields where one is forced', () => {
    expect(parse('answer', { CallUUID: 'c' }, {}, 'guide')).toMatchObject({ dialect: 'guide', callId: 'c' });
    expect(parse('answer', { uuid: 'b' }, {}, 'vobizxml')).toMatchObject({
      dialect: 'vobizxml',
      callId: 'b',
    });
    expect(parse('answer', {}, {}, 'vobizxml')).toEqual({ kind: 'no id', dialect: 'vobizxml' });
  });
});

describe('a number', () => {
  test.each([
    ['+919876543210', '+919876543210'],
    ['919876543210', '+919876543210'],
    [' 919876543210', '+919876543210'],
    ['09876543210', '+919876543210'],
    ['9876543210', '+919876543210'],
    [' 98765 43210 ', '+919876543210'],
    ['+91 98765-43210', '+919876543210'],
    ['079 7154 3252', '+917971543252'],
    ['+14155552671', '+14155552671'],
    [' 14155552671', '+14155552671'],
    [919876543210, '+919876543210'],
    ['14155552671', '+14155552671'],
    ['442071838750', '+442071838750'],
    ['97143312345', '+97143312345'],
    ['00442071838750', '+442071838750'],
    ['917971543252', '+917971543252'],
    ['91 98765 43210', '+919876543210'],
    ['sip:+919876543210@10.0.0.1', '+919876543210'],
    ['sip:919876543210@10.0.0.1:5060', '+919876543210'],
    ['sip:9876543210@10.0.0.1;transport=udp', '+919876543210'],
    ['sip:09876543210@sbc-2.carrier.example:5061;transport=tls;user=phone', '+919876543210'],
    ['SIPS:+919876543210@[2001:db8::1]', '+919876543210'],
    ['<sip:+919876543210@10.0.0.1>', '+919876543210'],
    ['"Asha Rao" <sip:+919876543210@10.0.0.1;user=phone>', '+919876543210'],
    ['sip:+919876543210;phone-context=in@10.0.0.1', '+919876543210'],
    ['+919876543210@10.0.0.1', '+919876543210'],
    ['tel:+91-98765-43210', '+919876543210'],
  ])('%j is %s', (sent, number) => {
    expect(guide('answer', { from: sent, to: sent })).toMatchObject({ from: number, to: number });
    expect(vobizXml('answer', { From: sent, To: sent })).toMatchObject({ from: number, to: number });
    expect(guide('answer', { from: sent })).toMatchObject({ rawFrom: undefined });
  });

  test.each([
    ['anonymous', 'anonymous'],
    ['Restricted', 'Restricted'],
    ['unknown', 'unknown'],
    ['12', '12'],
    ['sip:anonymous@anonymous.invalid', 'sip:anonymous@anonymous.invalid'],
    ['sip:10.0.0.1', 'sip:10.0.0.1'],
    ['sip:1001@10.0.0.1', 'sip:1001@10.0.0.1'],
    ['sip:@10.0.0.1', 'sip:@10.0.0.1'],
    ['<<<<>>>>', '<<<<>>>>'],
    ['12345678901234567890', '12345678901234567890'],
    ['', undefined],
    ['  ', undefined],
    [undefined, undefined],
    [null, undefined],
    ['sip:\u0000desk\n@example.com', 'sip:desk @example.com'],
    ['x'.repeat(5_000), 'x'.repeat(100)],
  ])('%j is nobody’s', (sent, rawFrom) => {
    expect(vobizXml('answer', { From: sent, To: sent })).toMatchObject({
      from: undefined,
      rawFrom,
      to: undefined,
    });
  });

  test('of the caller may be called cli, and of the called did', () => {
    expect(guide('answer', { cli: '09876543210', did: '07971543252' })).toMatchObject({
      from: '+919876543210',
      to: '+917971543252',
    });
    expect(guide('answer', { from: '+919876543210', cli: '+919876543211' })).toMatchObject({
      from: '+919876543210',
    });
  });
});

test.each([
  ['inbound', 'INBOUND'],
  ['outbound', 'OUTBOUND'],
  ['Outbound-API', 'OUTBOUND'],
  ['sideways', 'INBOUND'],
  [undefined, 'INBOUND'],
])('a call that is %s: %s; its numbers stay as they were sent', (sent, direction) => {
  const numbers = { From: '+917971543252', To: '+919876543210' };
  expect(vobizXml('answer', { ...numbers, Direction: sent })).toMatchObject({
    direction,
    from: '+917971543252',
    to: '+919876543210',
  });
});
