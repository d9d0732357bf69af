import { describe, expect, test } from 'vitest';
import type {
  CallerInput,
  CallIdentity,
  RecordingEnded,
  SoundAwaited,
} from '../../../../server/calls/call-event.ts';
import type { CallReply } from '../../../../server/calls/call-reply.ts';
import type { PendingTranscription } from '../../../../server/calls/transcription/pending-transcription.store.ts';
import type { LanguageModel } from '../../../../server/language-model/language-model.ts';
import { aDatabase } from '../../../support/database.ts';
import { aCall, aCallService, aTenantToCall, spoke } from '../calls.ts';

const own = await aDatabase();

const parrot: LanguageModel = {
  source: 'LANGUAGE_MODEL',
  async *reply({ lines }) {
    yield `You said ${lines.at(-1)?.text}.`;
  },
};

/** A recording's address is what is said on it. */
const heard: string[] = [];
const speech = {
  wordsOf: async ({ recording }: PendingTranscription) => {
    heard.push(recording.url);
    return recording.url;
  },
};
const here = await aCallService(own, parrot, { speech });
const elsewhere = await aCallService(own, parrot, { speech });
const { calls } = here;
const tenant = await aTenantToCall(own, here.directory);

const delivery = (turn: number) =>
  ({ turn, bodyHash: Buffer.from('x'), repeatsWithoutTurn: false, wasRecorded: true }) as const;
const onRecording = (url: string, turn: number): CallerInput => ({
  kind: 'spokeOnRecording',
  recording: { url, accountId: 'MA1' },
  ...delivery(turn),
});
const silence = (turn: number): CallerInput => ({ kind: 'stayedSilent', ...delivery(turn) });
const ended = (input: CallerInput, hasHungUp = false): RecordingEnded => ({
  kind: 'recordingEnded',
  turn: input.turn ?? 1,
  input,
  hasHungUp,
});
const awaited = (turn: number, wait: Partial<SoundAwaited> = {}): SoundAwaited => ({
  kind: 'soundAwaited',
  turn,
  waited: 0,
  most: undefined,
  bodyHash: Buffer.from('redirect'),
  ...wait,
});
/** The last time that the sound is waited for. */
const forTheLastTime = { waited: 2, most: 3 };
const hungUp = { kind: 'hungUp', durationSeconds: 5, cause: undefined, source: undefined } as const;

const words = (reply: CallReply) =>
  reply.flatMap((step) =>
    step.step === 'listen' ? [step.saying] : step.step === 'say' ? [step.text] : [],
  )[0];
const saidIn = async (call: CallIdentity) => {
  const rows = await own.admin<{ line: string }>(
    `select t.speaker || ' ' || t.text as line from turns t join calls c on c.id = t.call_id
      where c.provider_call_id = $1 order by number`,
    [call.providerCallId],
  );
  return rows.slice(1).map(({ line }) => line);
};
const settled = async () => {
  for (const { transcriber, generator } of [here, elsewhere]) {
    await transcriber.drain();
    await generator.drain();
  }
};
const aCallThatRecords = async () => {
  const call = aCall(tenant);
  await calls.answer(call);
  return call;
};

describe('the sound of a turn', () => {
  test('comes while it is waited for, and is answered there', async () => {
    const call = await aCallThatRecords();
    await calls.recordingBegan(call, { kind: 'recordingBegun', turn: 1 });
    const waiting = calls.awaitSound(call, awaited(1));
    expect(await elsewhere.calls.recordingEnded(call, ended(onRecording('one', 1)))).toBeUndefined();
    expect(words(await waiting)).toBe('You said one.');
    expect(await saidIn(call)).toEqual(['CALLER one', 'AGENT You said one.']);
  });

  test('comes before it is waited for', async () => {
    const call = await aCallThatRecords();
    await calls.recordingEnded(call, ended(onRecording('two', 1)));
    await settled();
    expect(words(await calls.awaitSound(call, awaited(1)))).toBe('You said two.');
    expect(words(await elsewhere.calls.awaitSound(call, awaited(1)))).toBe('You said two.');
    expect(await saidIn(call)).toEqual(['CALLER two', 'AGENT You said two.']);
  });

  test('counts once, however many requests bring it, in whatever order', async () => {
    const call = await aCallThatRecords();
    const sound = onRecording('once', 1);
    await Promise.all([
      calls.recordingEnded(call, ended(sound)),
      elsewhere.calls.recordingEnded(call, ended(sound)),
      calls.input(call, sound),
      calls.awaitSound(call, awaited(1)),
    ]);
    await calls.recordingBegan(call, { kind: 'recordingBegun', turn: 1 });
    await calls.recordingEnded(call, ended(sound));
    expect(words(await calls.input(call, sound))).toBe('You said once.');
    expect(words(await calls.awaitSound(call, awaited(1)))).toBe('You said once.');
    await settled();
    expect(heard.filter((url) => url === 'once')).toHaveLength(1);
    expect(await saidIn(call)).toEqual(['CALLER once', 'AGENT You said once.']);
  });

  test('isn’t there yet: the caller hears nothing, and Vobiz asks again within its time', async () => {
    const call = await aCallThatRecords();
    await calls.recordingBegan(call, { kind: 'recordingBegun', turn: 1 });
    const began = performance.now();
    const [step, ...more] = await calls.awaitSound(call, awaited(1));
    expect(performance.now() - began).toBeLessThan(2_500);
    expect(step).toMatchObject({ step: 'awaitSound', turn: 1, waited: 1, most: expect.any(Number) });
    expect(more).toEqual([]);
    expect(await saidIn(call)).toEqual([]);
  });

  test('that the carrier began long ago must be there soon', async () => {
    const call = await aCallThatRecords();
    await calls.recordingBegan(call, { kind: 'recordingBegun', turn: 1 });
    await own.admin(
      `update calls set recorded_since = recorded_since - interval '5 s' where provider_call_id = $1`,
      [call.providerCallId],
    );
    expect(await calls.awaitSound(call, awaited(1))).toMatchObject([{ waited: 1, most: 3 }]);
  });

  test('never comes: it is asked for twice, and the third silence ends the call', async () => {
    const call = await aCallThatRecords();
    expect(await calls.awaitSound(call, awaited(1, forTheLastTime))).toMatchObject([
      { step: 'listen', saying: expect.stringMatching(/didn't hear/), turn: 2 },
      {},
      {},
    ]);
    await calls.awaitSound(call, awaited(2, forTheLastTime));
    const last = await calls.awaitSound(call, awaited(3, forTheLastTime));
    expect(last).toMatchObject([{ step: 'say', text: tenant.persona.noSpeechMessage }, { step: 'hangUp' }]);
    expect((await saidIn(call)).every((line) => line.startsWith('AGENT'))).toBe(true);
  }, 15_000);

  test('comes when the caller was asked again: its words are kept, once, and the caller isn’t answered twice', async () => {
    const call = await aCallThatRecords();
    const again = words(await calls.awaitSound(call, awaited(1, forTheLastTime)));
    for (const service of [calls, elsewhere.calls, calls])
      await service.recordingEnded(call, ended(onRecording('late', 1)));
    await settled();
    expect(heard.filter((url) => url === 'late')).toHaveLength(1);
    expect(await saidIn(call)).toEqual([`AGENT ${again}`, 'CALLER late']);
    const [{ silences } = {}] = await own.admin<{ silences: number }>(
      'select silences from calls where provider_call_id = $1',
      [call.providerCallId],
    );
    expect(silences).toBe(0);
    expect(words(await calls.input(call, spoke('again', 2)))).toBe('You said again.');
  });

  test.each<[string, (call: CallIdentity) => Promise<unknown>]>([
    ['the recording’s callback', (call) => calls.recordingEnded(call, ended(silence(1)))],
    ['an older account’s action', (call) => calls.input(call, silence(1))],
  ])('comes after %s told of a silence: its words are kept, once', async (_, tell) => {
    const call = await aCallThatRecords();
    await tell(call);
    const again = words(await calls.awaitSound(call, awaited(1)));
    for (const service of [calls, elsewhere.calls])
      await service.recordingEnded(call, ended(onRecording('after all', 1)));
    await settled();
    expect(await saidIn(call)).toEqual([`AGENT ${again}`, 'CALLER after all']);
  });

  test.each<[string, CallerInput]>([
    ['a sound', onRecording('by action', 1)],
    ['keys', { kind: 'pressed', digits: '1', ...delivery(1) }],
    ['a silence', silence(1)],
  ])('wakes at once the request that waits, where an older account’s action brings %s', async (_, input) => {
    const call = await aCallThatRecords();
    const began = performance.now();
    const waiting = calls
      .awaitSound(call, awaited(1))
      .then((reply) => ({ reply, ms: performance.now() - began }));
    const answer = await elsewhere.calls.input(call, input);
    const { reply, ms } = await waiting;
    expect(words(reply)).toBe(words(answer));
    expect(ms).toBeLessThan(1_500);
  });

  test('comes after the hangup: its words are kept, once', async () => {
    const call = await aCallThatRecords();
    await calls.hangUp(call, hungUp);
    await calls.recordingEnded(call, ended(onRecording('gone', 1), true));
    await calls.recordingEnded(call, ended(onRecording('gone', 1), true));
    await settled();
    expect(await saidIn(call)).toEqual(['CALLER gone']);
    expect(await calls.awaitSound(call, awaited(1))).toEqual([{ step: 'hangUp' }]);
  });

  test('comes with the news that the caller hung up, before the hangup does', async () => {
    const call = await aCallThatRecords();
    await calls.recordingEnded(call, ended(onRecording('bye now', 1), true));
    await calls.hangUp(call, hungUp);
    await settled();
    expect(await saidIn(call)).toEqual(['CALLER bye now']);
  });

  test('comes for a turn that was apologised for meanwhile', async () => {
    const call = await aCallThatRecords();
    // The request that waited failed, and its apology listens for the next turn.
    expect(words(await calls.input(call, spoke('once more', 2)))).toBe('You said once more.');
    await calls.recordingEnded(call, ended(onRecording('before', 1)));
    await settled();
    expect(await saidIn(call)).toEqual(['CALLER once more', 'AGENT You said once more.', 'CALLER before']);
  });
});

describe('a turn without a sound', () => {
  test('that is reported is asked about where it is waited for', async () => {
    const call = await aCallThatRecords();
    const waiting = calls.awaitSound(call, awaited(1));
    await elsewhere.calls.recordingEnded(call, ended(silence(1)));
    expect(await waiting).toMatchObject([{ step: 'listen', turn: 2 }, {}, {}]);
    expect(await saidIn(call)).toHaveLength(1);
  });

  test('is nothing where the caller hung up, who is asked no more', async () => {
    const call = await aCallThatRecords();
    await calls.recordingEnded(call, ended(silence(1), true));
    await calls.hangUp(call, hungUp);
    expect(await saidIn(call)).toEqual([]);
  });
});

test('a request that waits when the caller hangs up waits no more', async () => {
  const call = await aCallThatRecords();
  const waiting = calls.awaitSound(call, awaited(1));
  await elsewhere.calls.hangUp(call, hungUp);
  expect(await waiting).toEqual([{ step: 'hangUp' }]);
});

test('of the reports that a recording began, the first of a turn counts, and none of a turn that was taken', async () => {
  const call = await aCallThatRecords();
  const since = async () => {
    const [row] = await own.admin<{ recorded_turn: number; recorded_since: Date }>(
      'select recorded_turn, recorded_since from calls where provider_call_id = $1',
      [call.providerCallId],
    );
    return row;
  };
  const begins = (turn: number) => calls.recordingBegan(call, { kind: 'recordingBegun', turn });
  await begins(99);
  await begins(1);
  const first = await since();
  expect(first).toMatchObject({ recorded_turn: 1 });
  await begins(1);
  expect(await since()).toEqual(first);
  await calls.input(call, spoke('one', 1));
  await begins(2);
  const second = await since();
  await begins(1);
  expect(await since()).toEqual(second);
  expect(second).toMatchObject({ recorded_turn: 2 });
});

test('a report of a call whose answer webhook never came opens it', async () => {
  const call = aCall(tenant);
  await calls.recordingBegan(call, { kind: 'recordingBegun', turn: 1 });
  await calls.recordingEnded(call, ended(onRecording('first', 1)));
  await settled();
  expect(words(await calls.awaitSound(call, awaited(1)))).toBe('You said first.');
});
