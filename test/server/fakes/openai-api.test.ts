import OpenAI from 'openai';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FakeOpenAi, type ReplySpec } from '../../fakes/openai-api.ts';
import { failure, listen, prompt } from './listen.ts';

let fake: FakeOpenAi;
let client: OpenAI;

beforeEach(async () => {
  fake = await FakeOpenAi.start();
  client = new OpenAI({ baseURL: fake.baseUrl, apiKey: 'sk-test', maxRetries: 0 });
});

afterEach(() => fake.stop());

describe('a streamed reply', () => {
  test('comes a role first, then a word at a time, then its end', async () => {
    fake.nextReply({ text: 'Yes, from nine to one.' });

    const { pieces, chunks, finish } = await listen(client);

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

    await listen(client);

    expect(performance.now() - start).toBeGreaterThan(70);
  });

  test('may be empty, refused, or cut short by its length', async () => {
    fake.nextReply({ empty: true });
    fake.nextReply({ refusal: 'I am sorry.' });
    fake.nextReply({ text: 'Yes, and', finishReason: 'length' });

    expect(await listen(client)).toMatchObject({ pieces: [], finish: 'stop' });
    const refused = await listen(client);
    expect(refused.pieces).toEqual([]);
    expect(refused.chunks.flatMap(({ choices }) => choices[0]?.delta.refusal ?? []).join('')).toBe(
      'I am sorry.',
    );
    expect(await listen(client)).toMatchObject({ finish: 'length' });
  });

  test.each<[string, ReplySpec, RegExp]>([
    ['sentences', { endless: true }, /^This is sentence number 1\. This is sentence number 2\./],
    ['words', { endlessWithoutSentences: true }, /^And( then)+$/],
  ])('may have %s without an end, until the client has enough', async (_, spec, beginning) => {
    fake.nextReply(spec);

    const { pieces } = await listen(client, { enough: 20 });

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

    const heard = listen(client, { signal: hangUp.signal }).catch(() => undefined);
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
    const asked = failure(listen(client));
    await fake.untilRequests(1);

    await fake.stop();

    expect(await asked).toBeInstanceOf(Error);
    fake = await FakeOpenAi.start();
  });
});
