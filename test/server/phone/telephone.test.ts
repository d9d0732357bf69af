import { describe, expect, test } from 'vitest';
import { aCallTo, echo, response, scriptedServer } from '../../phone/scripted-server.ts';

describe('a call', () => {
  test('is answered, listens, and is hung up', async () => {
    await using server = await scriptedServer(echo);
    const phone = aCallTo(server);

    expect(await phone.dial()).toMatchObject({ spoken: 'Hello.', state: 'listening' });
    expect(await phone.say('Are you open?')).toMatchObject({
      spoken: 'You said "Are you open?".',
      state: 'listening',
    });
    expect(await phone.hangUp({ durationSeconds: 42 })).toMatchObject({ spoken: '', state: 'over' });

    expect(server.received.map(({ url }) => url)).toEqual([
      '/api/vobiz/pragati/answer',
      '/api/vobiz/pragati/input',
      '/api/vobiz/pragati/hangup',
    ]);
    expect(phone.exchanges.map(({ webhook }) => webhook)).toEqual(['answer', 'input', 'hangup']);
    expect(phone.exchanges.flatMap(({ problems }) => problems)).toEqual([]);
  });

  test('posts the guide’s fields', async () => {
    await using server = await scriptedServer(echo);
    const phone = aCallTo(server);

    await phone.dial();
    await phone.say('Hello?');
    await phone.staySilent();
    await phone.hangUp({ durationSeconds: 42 });

    const call = { call_id: 'call-1', from: '919876543210', to: '917971543252' };
    expect(server.received.map(({ fields }) => fields)).toEqual([
      call,
      { ...call, speech_result: 'Hello?' },
      { ...call, speech_result: '' },
      { ...call, duration: '42' },
    ]);
  });

  test('posts VobizXML’s fields', async () => {
    await using server = await scriptedServer(({ url }, address) =>
      url.endsWith('/hangup')
        ? { body: '' }
        : response(`<Gather action="${address}/api/vobiz/pragati/input"><Speak>Yes?</Speak></Gather>`),
    );
    const phone = aCallTo(server, { dialect: 'vobizxml', extraFields: { ParentAuthID: 'MA1' } });

    await phone.dial();
    await phone.say('Hello?', { confidence: 0.8 });
    await phone.press('12');
    await phone.staySilent();
    await phone.hangUp({ durationSeconds: 42 });

    const call = {
      CallUUID: 'call-1',
      From: '919876543210',
      To: '917971543252',
      Direction: 'inbound',
      ParentAuthID: 'MA1',
    };
    expect(server.received.map(({ fields }) => fields)).toMatchObject([
      { ...call, Event: 'StartApp', CallStatus: 'ringing' },
      { ...call, Speech: 'Hello?', SpeechConfidenceScore: '0.8', InputType: 'speech', Digits: '' },
      { ...call, Speech: '', InputType: 'dtmf', Digits: '12' },
      { ...call, Speech: '', Digits: '' },
      {
        ...call,
        Event: 'Hangup',
        CallStatus: 'completed',
        Duration: '42',
        BillDuration: '42',
        HangupCause: 'NORMAL_CLEARING',
      },
    ]);
  });

  test('may be posted as JSON', async () => {
    await using server = await scriptedServer(echo);

    await aCallTo(server, { json: true }).dial();

    expect(server.received).toMatchObject([
      { headers: { 'content-type': 'application/json' }, fields: { call_id: 'call-1' } },
    ]);
  });

  test('asks the server for what its public address names', async () => {
    const publicUrl = 'https://kaivox.example';
    await using server = await scriptedServer(({ url }) => echo({ url, fields: {} }, publicUrl));
    const phone = aCallTo(server, { publicUrl });

    await phone.dial();
    const { exchanges } = await phone.say('Hello?');

    expect(exchanges).toMatchObject([
      { url: `${publicUrl}/api/vobiz/pragati/input`, status: 200, problems: [] },
    ]);
  });
});
