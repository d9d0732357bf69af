import { describe, expect, test } from 'vitest';
import { aCallTo, response, scriptedServer } from '../../phone/scripted-server.ts';
import { aStream, type Ear, sound } from './a-stream.ts';

describe('a stream', () => {
  test('begins with its start, and then brings sound', async () => {
    await using stream = await aStream();
    const { ear, phone } = stream;
    expect(phone).toMatchObject({ state: 'listening', waitsAt: 'stream' });
    await ear.until('media', 3);
    expect(ear.frames[0]).toEqual({
      sequenceNumber: 1,
      event: 'start',
      start: {
        callId: 'call-1',
        streamId: expect.any(String),
        accountId: 'MA_PHONE',
        tracks: ['inbound'],
        mediaFormat: { encoding: 'audio/x-mulaw', sampleRate: 8_000 },
      },
    });
    expect(ear.of('media').slice(0, 3)).toEqual(
      [1, 2, 3].map((chunk) => ({
        sequenceNumber: chunk + 1,
        streamId: ear.streamId,
        event: 'media',
        media: {
          track: 'inbound',
          timestamp: `${(chunk - 1) * 20}`,
          chunk,
          payload: Buffer.alloc(160, 0xff).toString('base64'),
        },
      })),
    );
  });

  test('comes with none of our headers', async () => {
    const seen: string[] = [];
    await using server = await scriptedServer(
      (_, address) => response(`<Stream keepCallAlive="true">${address.replace('http', 'ws')}/s</Stream>`),
      (socket, headers) => {
        seen.push(...Object.keys(headers));
        socket.close();
      },
    );
    const phone = aCallTo(server, {
      dialect: 'vobizxml',
      authToken: 't',
      stream: { paceMs: 1 },
      reportsHangup: false,
    });
    await phone.dial();
    await phone.untilStreamEnds();
    expect(seen.filter((name) => /vobiz|auth|cookie/.test(name))).toEqual([]);
  });

  test('has the caller say what they say, and then silence', async () => {
    await using stream = await aStream();
    await stream.line.say(Buffer.alloc(400, 0x11));
    await stream.ear.until('media', stream.ear.of('media').length + 5);
    const said = Buffer.concat(
      stream.ear.of('media').map(({ media }) => Buffer.from(media?.payload ?? '', 'base64')),
    );
    const at = said.indexOf(0x11);
    expect(said.subarray(at, at + 400).every((byte) => byte === 0x11)).toBe(true);
    expect(at % 160).toBe(0);
    expect(said.subarray(at + 400, at + 480)).toEqual(Buffer.alloc(80, 0xff));
  });

  test.each([
    ['nested', { dtmf: { digit: '5' } }],
    ['flat', { digit: '5' }],
  ] as const)('tells a key in the %s form', async (dtmf, told) => {
    await using stream = await aStream({ options: { dtmf } });
    stream.line.press('5');
    expect(await stream.ear.until('dtmf')).toMatchObject(told);
  });

  test('plays what it is sent in order, and tells when a checkpoint is passed', async () => {
    await using stream = await aStream();
    const { ear, line, reports, phone } = stream;
    ear.play(60, 0x20);
    ear.send(sound(Buffer.alloc(480, 0x30)));
    ear.send({ event: 'checkpoint', name: 'greeting' });
    ear.play(20, 0x40);
    ear.send({ event: 'checkpoint', name: 'end' });
    expect(await ear.until('playedStream')).toEqual({ event: 'playedStream', name: 'greeting' });
    await ear.until('playedStream', 2);
    const heard = [...line.heard].filter((byte) => byte !== 0xff);
    expect(heard).toEqual([
      ...Buffer.alloc(480, 0x20),
      ...Buffer.alloc(480, 0x30),
      ...Buffer.alloc(160, 0x40),
    ]);
    expect(line.passed).toEqual(['greeting', 'end']);
    await phone.hangUp();
    expect(reports()).toEqual(['StartStream', 'PlayedStream', 'PlayedStream', 'StopStream']);
    expect(phone.problems).toEqual([]);
  });

  test('throws away what is queued where it is told to, with its checkpoints', async () => {
    await using stream = await aStream({ options: { paceMs: 5 } });
    const { ear, line, phone } = stream;
    ear.play(60_000);
    ear.send({ event: 'checkpoint', name: 'never' });
    ear.send({ event: 'clearAudio' });
    expect(await ear.until('clearedAudio')).toMatchObject({
      streamId: ear.streamId,
      sequenceNumber: expect.any(Number),
    });
    ear.send({ event: 'checkpoint', name: 'next' });
    expect(await ear.until('playedStream')).toMatchObject({ name: 'next' });
    expect(line.passed).toEqual(['next']);
    expect(phone.problems).toEqual([]);
  });

  test('throws away what comes before the clearing is acknowledged', async () => {
    await using stream = await aStream({ options: { paceMs: 100 } });
    const { ear, phone } = stream;
    ear.send({ event: 'clearAudio' });
    ear.send(sound(Buffer.alloc(160, 0x50)));
    await ear.until('clearedAudio');
    expect(stream.line.heard.includes(0x50)).toBe(false);
    expect(phone.problems).toEqual(['stream: playAudio came before clearedAudio, so it is thrown away.']);
  });

  test('ends where the server says so; what is queued is lost, and the next element runs', async () => {
    await using stream = await aStream();
    stream.ear.play(60_000);
    stream.ear.send({ event: 'stop' });
    expect(await stream.phone.untilStreamEnds()).toMatchObject({
      spoken: 'After the stream.',
      state: 'over',
    });
    expect(stream.line.heard.length).toBeLessThan(60_000 * 8);
    expect(stream.reports()).toEqual(['StartStream', 'StopStream']);
    expect(stream.phone.problems).toEqual([]);
  });

  test.each([
    ['server', (ear: Ear) => ear.socket.terminate()],
    ['network', (_: Ear, drop: () => void) => drop()],
  ])('that the %s drops is opened anew, as often as it may be', async (_, drop) => {
    await using stream = await aStream({ attributes: 'maxRetries="2"' });
    const { line, phone, nextEar } = stream;
    let { ear } = stream;
    for (let retry = 0; retry < 2; retry++) {
      const [next] = await Promise.all([nextEar(), drop(ear, () => line.drop())]);
      await next.until('start');
      expect(next.frames[0]?.start).toMatchObject({ callId: 'call-1' });
      expect(next.streamId).not.toBe(ear.streamId);
      ear = next;
    }
    drop(ear, () => line.drop());
    expect(await phone.untilStreamEnds()).toMatchObject({ spoken: 'After the stream.' });
    expect(stream.ears).toHaveLength(3);
    expect(line.streamIds).toEqual(stream.ears.map(({ streamId }) => streamId));
    expect(stream.reports().filter((event) => event === 'DroppedStream')).toHaveLength(3);
  });

  test.each([
    [false, 'closes'],
    [true, 'says stop and closes'],
  ])('of a call that is hung up %s (%s), before the hangup is told', async (saysStop) => {
    await using stream = await aStream({ options: { saysStop }, attributes: 'maxRetries="3"' });
    await stream.phone.hangUp();
    await stream.ear.closed;
    expect(stream.ear.of('stop')).toHaveLength(saysStop ? 1 : 0);
    expect(stream.ears).toHaveLength(1);
    expect(stream.server.received.at(-1)?.url).toContain('/hangup');
  });

  test('knows when the caller was answered, and when nobody answers', async () => {
    await using stream = await aStream();
    const { line, ear } = stream;
    ear.play(100);
    expect(await line.untilAnswered({ quietMs: 200 })).toBe(true);
    await line.say(Buffer.alloc(160, 0x11));
    expect(await line.untilAnswered({ quietMs: 200, patienceMs: 400 })).toBe(false);
  });
});

describe('a frame that Vobiz would not take', () => {
  const good = Buffer.alloc(160, 0x20);
  test.each<[string, object | string, RegExp]>([
    ['is no JSON', 'hello', /no JSON object/],
    ['is a list', '[]', /no JSON object/],
    ['is of no known kind', { event: 'sendAudio' }, /"sendAudio" is no event/],
    ['is of a kind that every object has', { event: 'constructor' }, /no event/],
    ['names another stream', { ...sound(good), streamId: 'other' }, /names the stream "other"/],
    ['names none', { ...sound(good), streamId: undefined }, /names the stream "undefined"/],
    ['has a word too many', { ...sound(good), track: 'outbound' }, /playAudio has no track/],
    ['has a word too many in its sound', sound(good, { chunk: 1 }), /media has no chunk/],
    ['is of another type', sound(good, { contentType: 'audio/x-l16' }), /contentType is "audio\/x-l16"/],
    ['names its rate in its type', sound(good, { contentType: 'audio/x-mulaw;rate=8000' }), /contentType/],
    ['is of another rate', sound(good, { sampleRate: 16_000 }), /sampleRate is 16000/],
    ['tells its rate as a text', sound(good, { sampleRate: '8000' }), /sampleRate/],
    ['is no base64', sound(good, { payload: '!!' }), /no base64/],
    ['has no sound', sound(good, { payload: undefined }), /no base64/],
    ['is shorter than 20 ms', sound(good.subarray(0, 159)), /159 bytes/],
    ['is longer than 60 ms', sound(Buffer.alloc(481, 0x20)), /481 bytes/],
    ['is a whole file', sound(Buffer.concat([Buffer.from('RIFF'), good])), /file's header/],
    ['is a checkpoint without a name', { event: 'checkpoint' }, /checkpoint has no name/],
    ['clears with more than that', { event: 'clearAudio', name: 'x' }, /clearAudio has no name/],
  ])('%s', async (_, frame, sentence) => {
    await using stream = await aStream();
    if (typeof frame === 'string') stream.ear.socket.send(frame);
    else stream.ear.send(frame);
    stream.ear.send({ event: 'stop' });
    await stream.phone.untilStreamEnds();
    expect(stream.phone.problems).toEqual([expect.stringMatching(sentence)]);
  });

  test('is binary, or comes after stop', async () => {
    await using stream = await aStream();
    stream.ear.socket.send(Buffer.from('{}'));
    stream.ear.send({ event: 'stop' });
    stream.ear.send(sound(good));
    await stream.phone.untilStreamEnds();
    expect(stream.phone.problems).toEqual([
      'stream: A frame is binary, not text.',
      expect.stringMatching(/^stream: A frame came after stop/),
    ]);
  });
});
