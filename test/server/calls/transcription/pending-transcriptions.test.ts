import { expect, test } from 'vitest';
import type { CallerInput, CallIdentity } from '../../../../server/calls/call-event.ts';
import type { CallReply } from '../../../../server/calls/call-reply.ts';
import type { PendingTranscription } from '../../../../server/calls/transcription/pending-transcription.store.ts';
import { RecordedSpeech } from '../../../../server/calls/transcription/recorded-speech.ts';
import { recoverTranscriptions } from '../../../../server/calls/transcription/recover-transcriptions.job.ts';
import { TurnTranscriber } from '../../../../server/calls/transcription/turn-transcriber.ts';
import { createLog } from '../../../../server/infra/log.ts';
import { Vault } from '../../../../server/infra/secrets.ts';
import type { LanguageModel } from '../../../../server/language-model/language-model.ts';
import { aDatabase } from '../../../support/database.ts';
import { asCallId } from '../../../support/ids.ts';
import { aCall, aCallService, aTenantToCall, spoke } from '../calls.ts';

const own = await aDatabase();
const vault = new Vault(Buffer.alloc(32, 7));

const parrot: LanguageModel = {
  source: 'LANGUAGE_MODEL',
  async *reply({ lines }) {
    yield `You said ${lines.at(-1)?.text}.`;
  },
};

/** What recordings turn out to hold, by their address: the transcriber waits until the test says it. */
const told = new Map<string, PromiseWithResolvers<string>>();
const recordingAt = (url: string) => {
  const known = told.get(url) ?? Promise.withResolvers<string>();
  told.set(url, known);
  return known;
};
const wordsOf = ({ recording }: PendingTranscription) => recordingAt(recording.url).promise;
const { calls, transcriber, generator, directory } = await aCallService(own, parrot, { speech: { wordsOf } });
const tenant = await aTenantToCall(own, directory);

const recorded = (url: string, turn: number): CallerInput => ({
  kind: 'spokeOnRecording',
  recording: { url, accountId: 'MA1' },
  turn,
  bodyHash: Buffer.from(url),
  repeatsWithoutTurn: false,
});
const words = (reply: CallReply) => reply.flatMap((step) => ('saying' in step ? [step.saying] : []))[0];
const saidIn = async (call: CallIdentity) => {
  const rows = await own.admin<{ speaker: string; text: string }>(
    `select speaker, text from turns t join calls c on c.id = t.call_id
      where c.provider_call_id = $1 order by number`,
    [call.providerCallId],
  );
  return rows.map(({ speaker, text }) => `${speaker} ${text}`);
};
const pending = () => own.admin<{ source_url: Buffer }>('select source_url from pending_transcriptions');
const drain = async () => {
  await transcriber.drain();
  await generator.drain();
};

/** The job of a process that comes a while later. */
async function lookAfter(speech: (turn: PendingTranscription) => Promise<string>, afterMs = 61_000) {
  const overheard: string[] = [];
  await recoverTranscriptions({
    database: own.database,
    vault,
    clock: { now: () => new Date(Date.now() + afterMs) },
    notices: { heard: async (_, { text, isOver }) => void overheard.push(`${text}, ${isOver}`) },
    transcriber: new TurnTranscriber({ wordsOf: speech }, createLog('silent')),
  });
  return overheard;
}

test('until it is known what was said, the transcript holds nothing of it', async () => {
  const call = aCall(tenant);
  await calls.answer(call);
  const reply = calls.input(call, recorded('https://media/1', 1));
  await expect.poll(pending).toHaveLength(1);
  expect(await saidIn(call)).toEqual(['AGENT Welcome to Lotus Clinic.']);
  expect((await pending())[0]?.source_url.toString()).not.toContain('media');

  recordingAt('https://media/1').resolve('haan');
  expect(words(await reply)).toBe('You said haan.');
  expect(await saidIn(call)).toEqual([
    'AGENT Welcome to Lotus Clinic.',
    'CALLER haan',
    'AGENT You said haan.',
  ]);
  expect(await pending()).toEqual([]);
});

test('words that come when the caller has gone on are kept, and answered no more', async () => {
  const call = aCall(tenant);
  await calls.answer(call);
  const first = calls.input(call, recorded('https://media/2', 1));
  await expect.poll(pending).toHaveLength(1);
  expect(words(await calls.input(call, spoke('two', 2)))).toBe('You said two.');
  recordingAt('https://media/2').resolve('one');
  await drain();
  expect((await first).at(-1)).toMatchObject({ step: 'redirect' });
  expect((await saidIn(call)).slice(1)).toEqual(['CALLER two', 'AGENT You said two.', 'CALLER one']);
});

test('what was said while a process was killed is transcribed by another', async () => {
  const call = aCall(tenant);
  await calls.answer(call);
  const url = 'https://media/3';
  expect((await calls.input(call, recorded(url, 1))).at(-1)).toMatchObject({ step: 'redirect' });
  await calls.hangUp(call, { kind: 'hungUp', durationSeconds: 5, cause: undefined, source: undefined });

  const asked: PendingTranscription[] = [];
  const listen = async (turn: PendingTranscription) => {
    asked.push(turn);
    return 'mujhe doctor chahiye';
  };
  expect(await lookAfter(listen, 30_000)).toEqual([]);
  expect(await lookAfter(listen)).toEqual(['mujhe doctor chahiye, true']);
  expect(await lookAfter(listen)).toEqual([]);
  expect(asked).toMatchObject([{ recording: { url, accountId: 'MA1' }, language: 'en-IN' }]);
  expect((await saidIn(call)).slice(1)).toEqual(['CALLER mujhe doctor chahiye']);

  // The other one was only slow: what it heard is known by now.
  recordingAt(url).resolve('mujhe doctor chahiye');
  await drain();
  expect(await saidIn(call)).toHaveLength(2);
});

test('a recording that can’t be transcribed then either is given up', async () => {
  const call = aCall(tenant);
  await calls.answer(call);
  await calls.input(call, recorded('https://media/4', 1));
  expect(await lookAfter(() => Promise.reject(new Error('Gone')))).toEqual([]);
  expect(await pending()).toEqual([]);
  expect(await saidIn(call)).toHaveLength(1);
  recordingAt('https://media/4').resolve('');
  await drain();
});

test('without anything to transcribe with, the caller is asked to say it again', async () => {
  const { calls: deaf } = await aCallService(own, parrot);
  const call = aCall(tenant);
  await deaf.answer(call);
  expect(words(await deaf.input(call, recorded('https://media/5', 1)))).toMatch(/say it again/);
  expect(words(await deaf.input(call, spoke('two', 2)))).toBe('You said two.');
});

test('no recording is listened to for longer than a caller waits', async () => {
  const speech = new RecordedSpeech(
    async () => ({ sound: Buffer.from('RIFF'), contentType: 'audio/wav' }),
    {
      transcribe: (_, signal) =>
        new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
    },
    { fetchMs: 10, hearingMs: 20 },
  );
  const key = { tenantId: tenant.id, callId: asCallId(''), number: 1 };
  const turn = { key, recording: { url: '', accountId: undefined }, language: 'hi-IN' };
  await expect(speech.wordsOf(turn)).rejects.toThrow(/timeout/);
});
