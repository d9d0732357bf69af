import OpenAI, { APIError } from 'openai';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FakeOpenAi, lastUserWords, type ReplySpec } from '../../fakes/openai-api.ts';

const prompt = { model: 'gpt-4o', messages: [{ role: 'user' as const, content: 'Are you open on Sunday?' }] };

let fake: FakeOpenAi;
let client: OpenAI;

beforeEach(async () => {
  fake = await FakeOpenAi.start();
  client = new OpenAI({ baseURL: fake.baseUrl, apiKey: 'sk-test', maxRetries: 0 });
});

afterEach(() => fake.stop());

/** Asks for a streamed reply and reads it to its end, or until `enough` pieces were heard. */
async function listen(enough = Number.POSITIVE_INFINITY, signal?: AbortSignal) {
  const stream = await client.chat.completions.create({ ...prompt, stream: true }, { signal });
  const pieces: string[] = [];
  const chunks: OpenAI.ChatCompletionChunk[] = [];
  for await (const chunk of stream) {
    chunks.push(chunk);
    const piece = chunk.choices[0]?.delta.content;
    if (piece) pieces.push(piece);
    if (pieces.length >= enough) break;
  }
  return { pieces, chunks, finish: chunks.at(-1)?.choices[0]?.finish_reason };
}

async function failure(act: Promise<unknown>): Promise<unknown> {
  return act.then(
    () => expect.unreachable('it should have failed'),
    (error: unknown) => error,
  );
}

describe('a streamed reply', () => {
  test('comes a role first, then a word at a time, then its end', async () => {
    fake.nextReply({ text: 'Yes, from nine to one.' });

    const { pieces, chunks, finish } = await listen();

    expect(pieces).toEqual(['Yes,', ' from', ' nine', ' to', ' one.']);
    expect(chunks[0]).toMatchObject({
      object: 'chat.completion.chunk',
      model: 'gpt-4o',
      choices: [{ delta: { role: 'assistant' } }],
    });
    expect(finish).toBe('stop');
  });

  test('counts its tokens where that is asked for', async () => {
    fake.nextReply({ text: 'Yes, we are.' });
    const stream = await client.chat.completions.create({
      ...prompt,
      stream: true,
      stream_options: { include_usage: true },
    });

    let last: OpenAI.ChatCompletionChunk | undefined;
    for await (const chunk of stream) last = chunk;

    expect(last).toMatchObject({ choices: [], usage: { completion_tokens: 3 } });
  });

  test('keeps the pace it was given', async () => {
    fake.nextReply({ text: 'One two three.', firstTokenAfterMs: 40, tokensPerSecond: 50 });
    const start = performance.now();

    await listen();

    expect(performance.now() - start).toBeGreaterThan(70);
  });

  test('may be empty, refused, or cut short by its length', async () => {
    fake.nextReply({ empty: true });
    fake.nextReply({ refusal: 'I am sorry.' });
    fake.nextReply({ text: 'Yes, and', finishReason: 'length' });

    expect(await listen()).toMatchObject({ pieces: [], finish: 'stop' });
    const refused = await listen();
    expect(refused.pieces).toEqual([]);
    expect(refused.chunks.flatMap(({ choices }) => choices[0]?.delta.refusal ?? []).join('')).toBe(
      'I am sorry.',
    );
    expect(await listen()).toMatchObject({ finish: 'length' });
  });

  test.each<[string, ReplySpec, RegExp]>([
    ['sentences', { endless: true }, /^This is sentence number 1\. This is sentence number 2\./],
    ['words', { endlessWithoutSentences: true }, /^And( then)+$/],
  ])('may have %s without an end, until the client has enough', async (_, spec, beginning) => {
    fake.nextReply(spec);

    const { pieces } = await listen(20);

    expect(pieces.join('')).toMatch(beginning);
    await fake.untilAborted(1);
  });
});

describe('a reply that never ends', () => {
  test.each<[string, ReplySpec]>([
    ['before its first word', { hangs: true }],
    ['in the middle', { text: 'Yes, we are open.', hangsAfter: 2 }],
  ])('hangs %s until the client gives up', async (_, spec) => {
    fake.nextReply(spec);
    const hangUp = new AbortController();

    const heard = listen(undefined, hangUp.signal).catch(() => undefined);
    await fake.untilRequests(1);
    expect(fake.requests[0]?.aborted).toBe(false);
    hangUp.abort();
    await heard;

    await fake.untilAborted(1);
    expect(fake.requests[0]?.aborted).toBe(true);
  });

  test('breaks off after so many words, which is not the doing of the client', async () => {
    fake.nextReply({ text: 'Yes, we are open.', cutAfter: 2 });
    const stream = await client.chat.completions.create({ ...prompt, stream: true });
    const heard: string[] = [];
    const listening = (async () => {
      for await (const chunk of stream) heard.push(chunk.choices[0]?.delta.content ?? '');
    })();

    expect(await failure(listening)).toBeInstanceOf(Error);
    expect(heard.join('')).toBe('Yes, we');
    expect(fake.requests[0]?.aborted).toBe(false);
  });

  test('does not keep the fake from stopping', async () => {
    fake.nextReply({ hangs: true });
    const asked = failure(listen());
    await fake.untilRequests(1);

    await fake.stop();

    expect(await asked).toBeInstanceOf(Error);
    fake = await FakeOpenAi.start();
  });
});

describe('a whole reply', () => {
  test('comes in one piece, structured output as it was given', async () => {
    fake.nextReply({ json: { sentiment: 'POSITIVE', score: 0.8 } });

    const reply = await client.chat.completions.create({
      ...prompt,
      response_format: { type: 'json_object' },
    });

    expect(reply).toMatchObject({ object: 'chat.completion', choices: [{ finish_reason: 'stop' }] });
    expect(JSON.parse(reply.choices[0]?.message.content ?? '')).toEqual({
      sentiment: 'POSITIVE',
      score: 0.8,
    });
  });

  test('may be refused', async () => {
    fake.nextReply({ refusal: 'I can’t help with that.' });

    const reply = await client.chat.completions.create(prompt);

    expect(reply.choices[0]?.message).toMatchObject({ content: null, refusal: 'I can’t help with that.' });
  });

  test('may break off', async () => {
    fake.nextReply({ text: 'Yes, we are open.', cutAfter: 2 });

    expect(await failure(client.chat.completions.create(prompt))).toBeInstanceOf(Error);
    expect(fake.requests[0]?.aborted).toBe(false);
  });
});

describe('a failure', () => {
  test.each([401, 404, 429, 500, 503])('%i is worded as OpenAI words it', async (status) => {
    fake.nextReply({ status, retryAfterSeconds: 7 });

    const error = await failure(client.chat.completions.create(prompt));

    expect(error).toBeInstanceOf(APIError);
    expect(error).toMatchObject({ status, type: expect.any(String) });
    expect(error instanceof APIError && error.headers?.get('retry-after')).toBe('7');
  });

  test('may be no reply at all', async () => {
    fake.nextReply({ garbage: true });

    expect((await listen()).pieces).toEqual([]);
  });

  test('meets a key that is refused, and none at all', async () => {
    fake.rejectKey = 'sk-test';
    expect(await failure(listen())).toMatchObject({ status: 401, code: 'invalid_api_key' });

    const unsigned = await fetch(`${fake.baseUrl}/chat/completions`, {
      method: 'POST',
      body: JSON.stringify(prompt),
    });
    expect(unsigned.status).toBe(401);
  });

  test.each([
    ['what is no JSON', '/chat/completions', '{', 400],
    ['a prompt without messages', '/chat/completions', '{"model":"gpt-4o","messages":[]}', 400],
    ['another address', '/models', '{}', 404],
  ])('meets %s', async (_, path, body, status) => {
    const headers = { authorization: 'Bearer sk-test' };

    expect((await fetch(fake.baseUrl + path, { method: 'POST', headers, body })).status).toBe(status);
  });
});

describe('what was asked', () => {
  test('is remembered, and may decide on the answer', async () => {
    fake.defaultReply((body) => ({ text: `You asked: ${lastUserWords(body)}` }));

    const { pieces } = await listen();

    expect(pieces.join('')).toBe('You asked: Are you open on Sunday?');
    expect(fake.requests).toMatchObject([
      { headers: { authorization: 'Bearer sk-test' }, body: prompt, aborted: false },
    ]);
  });

  test('takes queued replies in order, passing those that are for something else', async () => {
    fake.nextReply({ text: 'whole' }, { when: ({ stream }) => !stream });
    fake.nextReply({ text: 'first' });
    fake.nextReply({ text: 'second' });

    const pieces = [(await listen()).pieces, (await listen()).pieces];
    const whole = await client.chat.completions.create(prompt);

    expect(pieces).toEqual([['first'], ['second']]);
    expect(whole.choices[0]?.message.content).toBe('whole');
  });
});
