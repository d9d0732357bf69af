import { describe, expect, test } from 'vitest';
import {
  aCallTo,
  type Received,
  response,
  type ScriptedReply,
  scriptedServer,
} from '../../phone/scripted-server.ts';
import type { SoundComes, TelephoneOptions } from '../../phone/telephone.ts';

const input = (server: string, query: string) => `${server}/api/vobiz/pragati/input?${query}`;

/** A turn taken by recording, as documented since 2026, and the `Redirect` that waits for its sound. */
const recordingTurn = (server: string, attributes = 'redirect="false"') =>
  response(
    `<Speak>Yes?</Speak><Record action="${input(server, 'began=1')}" callbackUrl="${input(server, 'sound=1')}"
      ${attributes} maxLength="30" timeout="2" finishOnKey="*" playBeep="false"/>
    <Redirect>${input(server, 'wait=1')}</Redirect>`.replaceAll('&', '&amp;'),
  );

const EMPTY = '<Response></Response>';

/** A server that waits for a sound with three redirects, and gives up at the fourth. */
function waiting({ url, fields }: Received, server: string, heard: Set<string>): ScriptedReply {
  if (url.includes('/hangup')) return { body: '' };
  if (url.includes('/answer')) return recordingTurn(server);
  if (fields.Event === 'RecordStop') heard.add(fields.RecordUrl ?? '');
  if (url.includes('began=') || url.includes('sound=')) return EMPTY;
  if (heard.size > 0) return response(`<Speak>I heard ${[...heard]}.</Speak><Hangup/>`);
  const round = Number(new URL(url, server).searchParams.get('wait'));
  if (round >= 4) return response('<Speak>I heard nothing.</Speak><Hangup/>');
  return response(`<Wait length="1"/><Redirect>${input(server, `wait=${round + 1}`)}</Redirect>`);
}

async function aCallThatWaits(options: Partial<TelephoneOptions> = {}) {
  const heard = new Set<string>();
  const server = await scriptedServer((received, url) => waiting(received, url, heard));
  const recorder = (words: string) => ({
    url: `https://media.vobiz.ai/${words}`,
    id: 'r1',
    durationSeconds: 2,
  });
  const phone = aCallTo(server, { dialect: 'vobizxml', recorder, ...options });
  const told = () => server.received.map(({ url, fields }) => fields.Event ?? url.replace(/.*\?/, ''));
  return { server, phone, told, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

describe('a turn that is recorded', () => {
  test('is told near its start with the id alone, and waited for while the sound comes', async () => {
    await using call = await aCallThatWaits();
    const { phone, server } = call;

    expect(await phone.dial()).toMatchObject({ spoken: 'Yes?', state: 'listening' });
    expect(phone.waitsAt).toBe('record');
    const [, began] = server.received;
    expect(began?.fields).toMatchObject({ RecordingID: expect.any(String), CallUUID: 'call-1' });
    expect(
      Object.keys(began?.fields ?? {}).filter((name) => /Record(Url|File|ingDuration)/.test(name)),
    ).toEqual([]);

    await phone.say('namaste');
    const stop = server.received.find(({ fields }) => fields.Event === 'RecordStop');
    expect(stop?.url).toContain('sound=1');
    expect(stop?.fields).toMatchObject({
      RecordingID: began?.fields.RecordingID,
      RecordUrl: 'https://media.vobiz.ai/namaste',
      RecordingDuration: '2',
      RecordingDurationMs: '2000',
      RecordingEndReason: 'RecordingTimeout',
    });
    expect(phone.problems).toEqual([]);
  });

  test.each<[SoundComes, string, string[]]>([
    ['early', 'I heard https://media.vobiz.ai/namaste.', ['RecordStop', 'Redirect', 'Hangup']],
    ['never', 'I heard nothing.', ['Redirect', 'Redirect', 'Redirect', 'Redirect', 'Hangup']],
    [
      'after the hangup',
      'I heard nothing.',
      ['Redirect', 'Redirect', 'Redirect', 'Redirect', 'Hangup', 'RecordStop'],
    ],
  ])('may have its sound %s', async (sound, spoken, events) => {
    await using call = await aCallThatWaits();
    await call.phone.dial();
    expect((await call.phone.say('namaste', { sound })).spoken).toBe(spoken);
    expect(call.told().slice(2)).toEqual(events);
    expect(call.phone.problems).toEqual([]);
  });

  test.each<[SoundComes, number, number]>([
    // The requests are under way together, so the first wait may miss the sound.
    ['in time', 1, 2],
    ['late', 1, 3],
    [3, 1, 4],
    ['twice', 2, 2],
  ])('may have its sound %s, or with that redirect', async (sound, stops, mostWaits) => {
    await using call = await aCallThatWaits();
    await call.phone.dial();
    expect((await call.phone.say('namaste', { sound })).spoken).toBe(
      'I heard https://media.vobiz.ai/namaste.',
    );
    const events = call.told();
    expect(events.filter((event) => event === 'RecordStop')).toHaveLength(stops);
    const waits = events.filter((event) => event === 'Redirect').length;
    expect(waits).toBeLessThanOrEqual(mostWaits);
    expect(waits).toBeGreaterThanOrEqual(sound === 'late' ? 2 : sound === 3 ? 3 : 1);
  });

  test('ends by a key, by silence and by a hangup, and says so', async () => {
    for (const [act, reason] of [
      ['press', 'FinishedOnKey'],
      ['staySilent', 'RecordingTimeout'],
      ['hangUp', 'HungUp'],
    ] as const) {
      await using call = await aCallThatWaits();
      await call.phone.dial();
      if (act === 'press') await call.phone.press('*');
      else await call.phone[act]();
      const stop = call.server.received.find(({ fields }) => fields.Event === 'RecordStop');
      expect(stop?.fields).toMatchObject({ RecordingEndReason: reason });
    }
  });

  test('does not end by a key that isn’t named', async () => {
    await using call = await aCallThatWaits();
    await call.phone.dial();
    expect(await call.phone.press('5')).toMatchObject({ exchanges: [], state: 'listening' });
    expect(call.phone.waitsAt).toBe('record');
  });

  test('may be named by its file', async () => {
    const recorder = () => ({
      url: 'https://x/1',
      id: 'r',
      durationSeconds: 1,
      field: 'RecordFile' as const,
    });
    await using call = await aCallThatWaits({ recorder });
    await call.phone.dial();
    await call.phone.say('namaste', { sound: 'early' });
    const stop = call.server.received.find(({ fields }) => fields.Event === 'RecordStop');
    expect(stop?.fields).toMatchObject({ RecordFile: 'https://x/1' });
    expect(stop?.fields).not.toHaveProperty('RecordUrl');
  });

  test('gets its next document from action only where that redirects', async () => {
    await using server = await scriptedServer(({ url }, address) => {
      if (url.includes('/answer')) return recordingTurn(address, 'redirect="true"');
      return url.includes('began=') ? response('<Speak>Recording.</Speak><Hangup/>') : { body: '' };
    });
    const phone = aCallTo(server, { dialect: 'vobizxml', reportsHangup: false });
    expect(await phone.dial()).toMatchObject({ spoken: 'Yes? Recording.', state: 'over' });
    expect(phone.problems).toEqual([]);
  });

  test.each([
    ['action', 'began='],
    ['callbackUrl', 'sound='],
  ])('has a problem where the reply of its %s does something', async (_, query) => {
    await using server = await scriptedServer(({ url }, address) => {
      if (url.includes('/hangup')) return { body: '' };
      if (url.includes('/answer')) return recordingTurn(address);
      return url.includes(query) || url.includes('wait=') ? response('<Hangup/>') : EMPTY;
    });
    const phone = aCallTo(server, { dialect: 'vobizxml' });
    await phone.dial();
    await phone.record({ durationSeconds: 1 });
    expect(phone.problems).toEqual(['input: The answer controls nothing, so it must be an empty Response.']);
  });

  test('does not wait for its sound where nothing redirects: the call goes on, and ends', async () => {
    await using server = await scriptedServer(({ url }, address) =>
      url.includes('/answer')
        ? response(`<Record action="${address}/api/vobiz/pragati/input"/><Speak>Goodbye.</Speak><Hangup/>`)
        : response('<Hangup/>'),
    );
    const phone = aCallTo(server, { dialect: 'vobizxml' });
    expect(await phone.dial()).toMatchObject({ spoken: 'Goodbye.', state: 'over' });
    expect(phone.problems).toEqual([
      'answer: Record has no callbackUrl, so its sound reaches nobody.',
      'input: The answer controls nothing, so it must be an empty Response.',
    ]);
  });
});

describe('at an account of before 2026 a recorded turn', () => {
  test('is told to action once it is over, whose reply is the next document', async () => {
    await using server = await scriptedServer(({ url }, address) =>
      url.endsWith('/hangup')
        ? { body: '' }
        : response(`<Speak>Yes?</Speak><Record action="${address}/api/vobiz/pragati/input?turn=1"/>`),
    );
    const recorder = (words: string) => ({
      url: `https://media.vobiz.ai/${words}`,
      id: 'r1',
      durationSeconds: 2,
    });
    const phone = aCallTo(server, { dialect: 'vobizxml', record: 'older', recorder });
    await phone.dial();
    expect((await phone.say('hello')).spoken).toBe('Yes?');
    await phone.staySilent();
    expect(server.received.slice(1).map(({ fields }) => fields)).toMatchObject([
      { RecordUrl: 'https://media.vobiz.ai/hello', RecordingID: 'r1', RecordingDurationMs: '2000' },
      { Speech: '', Digits: '' },
    ]);
    expect(phone.problems).toEqual([]);
  });

  test.each<SoundComes>(['early', 'in time', 'late', 'twice'])(
    'goes on with the Redirect where action controls nothing; its sound comes %s',
    async (sound) => {
      await using call = await aCallThatWaits({ record: 'older' });
      await call.phone.dial();
      expect(call.told()).toEqual(['StartApp']);
      expect((await call.phone.say('namaste', { sound })).spoken).not.toBe('');
      const told = call.server.received.filter(({ fields }) => fields.RecordUrl);
      expect(told.map(({ url }) => url)).toEqual(
        Array.from({ length: sound === 'twice' ? 2 : 1 }, () => expect.stringContaining('began=1')),
      );
    },
  );

  test('leads nowhere for words without a recorder', async () => {
    await using server = await scriptedServer((_, address) =>
      response(`<Record action="${address}/api/vobiz/pragati/input?turn=1"/>`),
    );
    const phone = aCallTo(server, { dialect: 'vobizxml', record: 'older' });
    await phone.dial();
    await expect(phone.say('Namaste')).rejects.toThrow('The call waits at record, not at a gather.');
  });
});

describe('the recording of a session', () => {
  const aSession = async (attributes: string) => {
    const server = await scriptedServer(({ url }, address) => {
      if (url.includes('/hangup')) return { body: '' };
      if (url.includes('session=')) return EMPTY;
      const record = `<Record callbackUrl="${input(address, 'session=1')}" ${attributes}/>`;
      return response(
        `${url.includes('/answer') ? record : ''}<Gather action="${input(address, 'turn=1')}"><Speak>Yes?</Speak></Gather>`,
      );
    });
    const phone = aCallTo(server, { dialect: 'vobizxml' });
    await phone.dial();
    const reasons = () => server.received.flatMap(({ fields }) => fields.RecordingEndReason ?? []);
    return { phone, reasons, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
  };
  const NARROWED = 'timeout="14400" maxLength="14400" finishOnKey="*"';

  test('runs beside the call, and is told of after the hangup', async () => {
    await using session = await aSession(NARROWED);
    const { phone, reasons } = session;
    await phone.say('Are you open?');
    await phone.press('12');
    await phone.staySilent({ seconds: 600 });
    expect(reasons()).toEqual([]);
    await phone.hangUp({ durationSeconds: 900 });
    expect(reasons()).toEqual(['HungUp']);
    expect(phone.exchanges.slice(-2).map(({ webhook }) => webhook)).toEqual(['hangup', 'input']);
    expect(phone.problems).toEqual([]);
  });

  test('ends with any key where none is named, and is told of once', async () => {
    await using session = await aSession('timeout="14400" maxLength="14400"');
    await session.phone.press('1');
    expect(session.reasons()).toEqual(['FinishedOnKey']);
    await session.phone.hangUp();
    expect(session.reasons()).toEqual(['FinishedOnKey']);
  });

  test('ends with the key that is named', async () => {
    await using session = await aSession(NARROWED);
    await session.phone.press('1*');
    expect(session.reasons()).toEqual(['FinishedOnKey']);
  });

  test('ends with a minute’s silence, unless somebody speaks meanwhile', async () => {
    await using session = await aSession('maxLength="14400" finishOnKey="*"');
    const { phone, reasons } = session;
    await phone.staySilent({ seconds: 40 });
    await phone.say('I am still here.');
    await phone.staySilent({ seconds: 40 });
    expect(reasons()).toEqual([]);
    await phone.staySilent({ seconds: 20 });
    expect(reasons()).toEqual(['RecordingTimeout']);
  });

  test('has a minute, where its length isn’t told', async () => {
    await using session = await aSession('timeout="14400" finishOnKey="*"');
    await session.phone.hangUp({ durationSeconds: 61 });
    expect(session.reasons()).toEqual(['maxLength']);
  });
});
