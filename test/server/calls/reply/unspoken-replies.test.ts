import { describe, expect, test } from 'vitest';
import { budgets } from '../../../../server/calls/budgets.ts';
import { writeReply } from '../../../../server/calls/reply/reply-writer.ts';
import { OUT_OF_ROOM } from '../../../../server/language-model/language-model.ts';

/** A reply that is being written, and what has been said of it so far. */
function writing(stream: () => AsyncIterable<string, unknown>) {
  const said: string[] = [];
  const { signal } = new AbortController();
  const outcome = writeReply(
    stream,
    { budgets, signal },
    (sentence) => said.push(sentence),
    () => undefined,
  );
  return { outcome, said };
}

async function* pieces(...texts: string[]) {
  yield* texts;
}

async function* cutAfter(text: string) {
  yield text;
  return OUT_OF_ROOM;
}

describe('a reply that the model had no more room for', () => {
  test.each<[string, string[]]>([
    ['We are open. Do come. And bring yo', ['We are open.', 'Do come.']],
    ['We are open. Do come.', ['We are open.', 'Do come.']],
    ['We are open! Dr.', ['We are open!']],
    ['We are open. <think>Was that', ['We are open.']],
    ['We are open. {"say":"Do come. And br', ['We are open.', 'Do come.']],
    ['हम खुले हैं। आप आइ', ['हम खुले हैं।']],
    ['Is it? It is 4.', ['Is it?', 'It is 4.']],
    ['One.\n- two', ['One.']],
    ['Really?! Ye', ['Really?!']],
    ['He said "Come." Then', ['He said "Come."']],
  ])('ends a caller’s %j with its last whole sentence', async (text, said) => {
    const reply = writing(() => cutAfter(text));
    expect(await reply.outcome).toBe('finished');
    expect(reply.said).toEqual(said);
  });

  test('and gives a caller the apology where it has none', async () => {
    const reply = writing(() => cutAfter('We are op'));
    expect(await reply.outcome).toBe('failed');
    expect(reply.said).toEqual([]);
  });
});

describe('a reply of which nothing is for the caller', () => {
  test.each([
    '<think>Rude.</think>',
    '<think>Rude',
    '{"name":"book","arguments":{}}',
    '[END_CALL]',
    '*smiles*',
    'User: hi',
  ])('%j has failed', async (text) => {
    expect(await writing(() => pieces(text)).outcome).toBe('failed');
  });

  test('a model that begins the caller’s part is not read on', async () => {
    const reply = writing(() => pieces('We are open.\nUser: and when?', 'On Sunday?'));
    expect(await reply.outcome).toBe('finished');
    expect(reply.said).toEqual(['We are open.']);
  });
});
