import { createServer } from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { OpenAiFailure } from '../../../../server/language-model/openai/failure.ts';
import { OpenAiTranscriber } from '../../../../server/language-model/openai/openai-transcriber.ts';
import type { Utterance } from '../../../../server/language-model/transcriber.ts';
import { FakeOpenAi } from '../../../fakes/openai-api.ts';
import type { TranscriptionSpec } from '../../../fakes/openai-api-transcriptions.ts';
import { soundOf } from '../../../fakes/spoken-sound.ts';
import { portOf } from '../port-of.ts';

const KEY = 'sk-test-0123456789abcdef';
const WORDS = 'नमस्ते, मुझे डॉक्टर से मिलना है।';

let fake: FakeOpenAi;
let transcriber: OpenAiTranscriber;

beforeEach(async () => {
  fake = await FakeOpenAi.start({ rejectKey: 'sk-wrong' });
  transcriber = aTranscriber();
});
afterEach(() => fake.stop());

const aTranscriber = (apiKey = KEY, baseUrl = fake.baseUrl) =>
  new OpenAiTranscriber({ apiKey, baseUrl, model: 'gpt-4o-transcribe' });

const utterance: Utterance = { sound: soundOf(WORDS), contentType: 'audio/wav', language: 'hi-IN' };

const heard = (asked = transcriber, signal = new AbortController().signal) =>
  asked.transcribe(utterance, signal);

const failureOf = (attempt: Promise<string>) =>
  attempt.then(
    (text) => expect.unreachable(`it heard ${text}`),
    (error: unknown) => error,
  );

test('the words come back, and the sound was sent as it is', async () => {
  expect(await heard()).toBe(WORDS);
  expect(fake.transcriptions.requests).toEqual([
    {
      fileName: 'speech.wav',
      contentType: 'audio/wav',
      sound: utterance.sound,
      fields: { model: 'gpt-4o-transcribe', response_format: 'json', language: 'hi' },
      words: WORDS,
    },
  ]);
});

test.each([
  ['ta-IN', 'ta'],
  ['hi', 'hi'],
  // Konkani has no code of two letters.
  ['kok-IN', undefined],
  ['no language', undefined],
])('%s is hinted at as %s', async (language, code) => {
  await transcriber.transcribe({ ...utterance, language }, new AbortController().signal);
  expect(fake.transcriptions.requests[0]?.fields.language).toBe(code);
});

test.each([
  ['nothing', '', ''],
  ['white space', ' \n ', ''],
  ['several lines', 'जी\u0000\n हाँ \ud800', 'जी हाँ'],
])('%s comes as one line', async (_, text, line) => {
  fake.transcriptions.next({ text });
  expect(await heard()).toBe(line);
});

test.each<[string, TranscriptionSpec, string]>([
  ['too many requests', { status: 429 }, 'OpenAI answered 429 (rate_limit_exceeded)'],
  ['a fault', { status: 500 }, 'OpenAI answered 500'],
  ['a page', { garbage: true }, 'OpenAI sent what is not JSON'],
  ['another form', { garbage: '{"words": []}' }, 'OpenAI sent what is no transcription'],
])('%s is a failure', async (_, spec, message) => {
  fake.transcriptions.next(spec);
  const error = await failureOf(heard());
  expect(error).toBeInstanceOf(OpenAiFailure);
  expect(error).toMatchObject({ message });
  expect(fake.transcriptions.requests).toHaveLength(1);
});

test('so is a connection that breaks', async () => {
  fake.transcriptions.next({ cut: true });
  expect(await failureOf(heard())).toMatchObject({
    message: expect.stringMatching(/^The connection to OpenAI broke|^OpenAI could not be reached/),
  });
});

test('a call that has waited long enough is let go', async () => {
  fake.transcriptions.next({ hangs: true });
  expect(await failureOf(heard(transcriber, AbortSignal.timeout(20)))).toMatchObject({
    message: 'The request was aborted',
  });
});

test('neither a refused key nor a server that is away tells anything', async () => {
  expect(await failureOf(heard(aTranscriber('sk-wrong')))).toMatchObject({ status: 401 });
  const away = createServer();
  const port = await portOf(away);
  away.close();
  const error = await failureOf(heard(aTranscriber(KEY, `http://127.0.0.1:${port}/v1`)));
  expect(error).toMatchObject({ message: expect.stringMatching(/^OpenAI could not be reached/) });
  expect(JSON.stringify(error)).not.toContain(KEY);
});
