import OpenAI, { APIError } from 'openai';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FakeOpenAi, lastUserWords } from '../../fakes/openai-api.ts';
import { failure, listen, prompt } from './listen.ts';

let fake: FakeOpenAi;
let client: OpenAI;

beforeEach(async () => {
  fake = await FakeOpenAi.start();
  client = new OpenAI({ baseURL: fake.baseUrl, apiKey: 'sk-test', maxRetries: 0 });
});

afterEach(() => fake.stop());

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

    expect((await listen(client)).pieces).toEqual([]);
  });

  test('meets a key that is refused, and none at all', async () => {
    fake.rejectKey = 'sk-test';
    expect(await failure(listen(client))).toMatchObject({ status: 401, code: 'invalid_api_key' });

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

    const { pieces } = await listen(client);

    expect(pieces.join('')).toBe('You asked: Are you open on Sunday?');
    expect(fake.requests).toMatchObject([
      { headers: { authorization: 'Bearer sk-test' }, body: prompt, aborted: false },
    ]);
  });

  test('takes queued replies in order, passing those that are for something else', async () => {
    fake.nextReply({ text: 'whole' }, { when: ({ stream }) => !stream });
    fake.nextReply({ text: 'first' });
    fake.nextReply({ text: 'second' });

    const pieces = [(await listen(client)).pieces, (await listen(client)).pieces];
    const whole = await client.chat.completions.create(prompt);

    expect(pieces).toEqual([['first'], ['second']]);
    expect(whole.choices[0]?.message.content).toBe('whole');
  });
});
