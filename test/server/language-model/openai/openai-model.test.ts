import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { ReplyRequest } from '../../../../server/language-model/language-model.ts';
import { OpenAiFailure } from '../../../../server/language-model/openai/failure.ts';
import { OpenAiModel } from '../../../../server/language-model/openai/openai-model.ts';
import { FakeOpenAi, type ReplySpec } from '../../../fakes/openai-api.ts';
import { failure } from '../../fakes/listen.ts';
import { portOf } from '../port-of.ts';

const KEY = 'sk-test-0123456789abcdef';
const WORDS = 'Is my biopsy result there?';

let fake: FakeOpenAi;
let model: OpenAiModel;

beforeEach(async () => {
  fake = await FakeOpenAi.start();
  model = new OpenAiModel({ apiKey: KEY, baseUrl: fake.baseUrl, model: 'gpt-4o' });
});
afterEach(() => fake.stop());

const aQuestion: ReplyRequest = {
  instructions: 'You are Asha.',
  lines: [
    { speaker: 'AGENT', text: 'Welcome.' },
    { speaker: 'CALLER', text: WORDS },
  ],
  persona: { businessName: 'Lotus', agentName: 'Asha', instructions: '', facts: '', language: 'en-IN' },
  caller: {},
  localTime: 'Tuesday, 24 November 2026, 5:30 pm',
};

/** What was written before the end, and what the end was. */
async function replyOf(asked: OpenAiModel, signal = new AbortController().signal) {
  const pieces: string[] = [];
  const end = await (async () => {
    for await (const piece of asked.reply(aQuestion, signal)) pieces.push(piece);
  })().then(
    () => 'complete',
    (error: unknown) => error,
  );
  return { pieces, end };
}

describe('a reply', () => {
  test('comes as it is written', async () => {
    fake.nextReply({ text: 'Yes, from nine to one.' });
    expect(await replyOf(model)).toEqual({
      pieces: ['Yes,', ' from', ' nine', ' to', ' one.'],
      end: 'complete',
    });
  });

  test('is asked for with the instructions and the call so far, and a limit', async () => {
    await replyOf(model);
    expect(fake.requests[0]?.headers.authorization).toBe(`Bearer ${KEY}`);
    expect(fake.requests[0]?.body).toEqual({
      model: 'gpt-4o',
      stream: true,
      messages: [
        { role: 'system', content: 'You are Asha.' },
        { role: 'assistant', content: 'Welcome.' },
        { role: 'user', content: WORDS },
      ],
      max_completion_tokens: 400,
      temperature: 0.4,
    });
  });

  test('of a model that thinks first has room for its thoughts, and no temperature', async () => {
    await replyOf(new OpenAiModel({ apiKey: KEY, baseUrl: fake.baseUrl, model: 'gpt-5-mini' }));
    expect(fake.requests[0]?.body).toMatchObject({ max_completion_tokens: 2_000, reasoning_effort: 'low' });
    expect(fake.requests[0]?.body).not.toHaveProperty('temperature');
  });

  test.each<[string, ReplySpec, string]>([
    [
      'that ran into its length counts as far as it goes',
      { text: 'Yes, and', finishReason: 'length' },
      'Yes, and',
    ],
    ['without a word ends without one', { empty: true }, ''],
    ['that refuses is spoken', { refusal: 'I am sorry, no.' }, 'I am sorry, no.'],
  ])('%s', async (_, spec, text) => {
    fake.nextReply(spec);
    const { pieces, end } = await replyOf(model);
    expect({ text: pieces.join(''), end }).toEqual({ text, end: 'complete' });
  });
});

describe('a model that fails', () => {
  test.each<[string, ReplySpec, RegExp]>([
    ['fails', { status: 500 }, /^OpenAI answered 500$/],
    [
      'has had enough',
      { status: 429, retryAfterSeconds: 1 },
      /^OpenAI answered 429 \(rate_limit_exceeded\)$/,
    ],
    ['refuses the key', { status: 401 }, /^OpenAI answered 401 \(invalid_api_key\)$/],
    ['sends garbage', { garbage: true }, /^OpenAI broke off the reply$/],
    [
      'filters the reply',
      { text: 'Yes, and', finishReason: 'content_filter' },
      /^OpenAI filtered the reply$/,
    ],
    ['is cut off', { text: 'Yes, we are open.', cutAfter: 2 }, /^The connection to OpenAI broke \(\w+\)$/],
  ])('and %s is asked once, and says why', async (_, spec, message) => {
    fake.nextReply(spec);
    const { end } = await replyOf(model);
    expect(end).toBeInstanceOf(OpenAiFailure);
    expect((end as Error).message).toMatch(message);
    expect(fake.requests).toHaveLength(1);
  });

  test('is still heard up to where it was cut off', async () => {
    fake.nextReply({ text: 'Yes, we are open.', cutAfter: 2 });
    expect((await replyOf(model)).pieces.join('')).toBe('Yes, we');
  });

  test('and nothing listens', async () => {
    await fake.stop();
    expect((await replyOf(model)).end).toMatchObject({
      message: 'OpenAI could not be reached (ECONNREFUSED)',
    });
    fake = await FakeOpenAi.start();
  });
});

describe('a server that is none of OpenAI’s', () => {
  const delta = (content: string) => `data: {"choices":[{"index":0,"delta":{"content":"${content}"}}]}\n\n`;

  test.each([
    ['ends its stream too early, in good order', delta('Yes, we'), 'OpenAI broke off the reply'],
    [
      'ends its stream with no more than [DONE]',
      `${delta('Yes, we')}data: [DONE]\n\n`,
      'OpenAI broke off the reply',
    ],
    ['sends JSON of another kind', 'data: {"choices":"none"}\n\n', 'OpenAI sent what is no chunk of a reply'],
    ['sends null', 'data: null\n\n', 'OpenAI sent what is no chunk of a reply'],
    [
      'sends half a line',
      `data: {"choices":[{"delta":{"content":"${WORDS}\n\n`,
      'OpenAI sent what is not JSON',
    ],
    [
      'reports an error in the stream, and quotes the caller',
      `${delta('Yes, we')}data: {"error":{"message":"no: ${WORDS}","code":"server_error"}}\n\n`,
      'OpenAI broke off (server_error)',
    ],
  ])('and %s has failed', async (_, body, message) => {
    const { end } = await replyOf(await aModelAt(body));
    expect(end).toMatchObject({ name: 'OpenAiFailure', message });
  });

  test('may leave out what we don’t need', async () => {
    const last = 'data: {"choices":[{"delta":{"content":"."},"finish_reason":"stop"}]}\n\n';
    const asked = await aModelAt(`data: {"choices":[]}\n\n${delta('Yes')}${last}data: {"usage":{}}\n\n`);
    expect(await replyOf(asked)).toEqual({ pieces: ['Yes', '.'], end: 'complete' });
  });

  async function aModelAt(body: string): Promise<OpenAiModel> {
    const server = createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).end(body);
    });
    onTestFinished(() => void server.close());
    const baseUrl = `http://127.0.0.1:${await portOf(server)}/v1`;
    return new OpenAiModel({ apiKey: KEY, baseUrl, model: 'any' });
  }
});

test('a server that keeps its stream open after the last word doesn’t keep the reply from ending', async () => {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(
      'data: {"choices":[{"delta":{"content":"Yes."},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n',
    );
  });
  const closed = new Promise((resolve) =>
    server.once('connection', (socket) => socket.once('close', resolve)),
  );
  onTestFinished(() => void server.close());
  const baseUrl = `http://127.0.0.1:${await portOf(server)}/v1`;

  const reply = await replyOf(new OpenAiModel({ apiKey: KEY, baseUrl, model: 'any' }));

  expect(reply).toEqual({ pieces: ['Yes.'], end: 'complete' });
  await closed;
});

describe('a reply that the call wants no more', () => {
  test.each<[string, ReplySpec]>([
    ['before it began', { hangs: true }],
    ['in the middle', { text: 'Yes, we are open.', hangsAfter: 2 }],
    ['that would never end', { endless: true }],
  ])('%s ends at once, and so does its connection', async (_, spec) => {
    fake.nextReply(spec);
    const hangUp = new AbortController();
    const reply = replyOf(model, hangUp.signal);
    await fake.untilRequests(1);

    hangUp.abort();

    expect((await reply).end).toMatchObject({ message: 'The request was aborted' });
    await fake.untilAborted(1);
  });

  test('is not even asked for, when it was already too late', async () => {
    expect((await replyOf(model, AbortSignal.abort())).end).toMatchObject({
      message: 'The request was aborted',
    });
    expect(fake.requests).toEqual([]);
  });

  test('is broken off by a reader who stops listening', async () => {
    fake.nextReply({ endless: true });
    for await (const piece of model.reply(aQuestion, new AbortController().signal)) if (piece) break;
    await fake.untilAborted(1);
  });
});

test('connections are used again, though the client stops reading at [DONE]', async () => {
  let connections = 0;
  const server = createServer((request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const last =
      'data: {"choices":[{"delta":{"content":"Yes."},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n';
    // The end of the body comes in a packet of its own.
    request.resume().on('end', () => response.write(last, () => setTimeout(() => response.end(), 10)));
  });
  server.on('connection', () => void connections++);
  onTestFinished(() => void server.close());
  const baseUrl = `http://127.0.0.1:${await portOf(server)}/v1`;
  const asked = new OpenAiModel({ apiKey: KEY, baseUrl, model: 'gpt-4o' });

  for (let turn = 0; turn < 10; turn++) {
    // As a reader does that has all it wanted.
    const done = new AbortController();
    expect((await replyOf(asked, done.signal)).end).toBe('complete');
    done.abort();
  }

  // A connection is free again a moment after its reply, so two may take turns.
  expect(connections).toBeLessThanOrEqual(2);
});

test('no failure tells the key or what the caller said', async () => {
  const echo = createServer((request, response) => {
    request.resume().on('end', () => {
      const error = { message: `${KEY} ${WORDS}`, type: WORDS, code: WORDS };
      response.writeHead(400, { 'content-type': 'application/json' }).end(JSON.stringify({ error }));
    });
  });
  onTestFinished(() => void echo.close());
  const baseUrl = `http://127.0.0.1:${await portOf(echo)}/v1`;
  const error = await failure(
    new OpenAiModel({ apiKey: KEY, baseUrl, model: 'any' })
      .reply(aQuestion, new AbortController().signal)
      .next(),
  );
  expect(error).toMatchObject({ message: 'OpenAI answered 400' });
  expect(Object.keys(error as object).sort()).toEqual(['code', 'name', 'status']);
});
