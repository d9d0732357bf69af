import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { budgets } from '../../../../server/calls/budgets.ts';
import { writeReply } from '../../../../server/calls/reply/reply-writer.ts';

type Stream = (signal: AbortSignal) => AsyncIterable<string, unknown>;

/** A reply that is being written, and what has been said of it so far. */
function writing(stream: Stream, { limits = budgets, stop = new AbortController() } = {}) {
  const said: string[] = [];
  const reasons: unknown[] = [];
  let heard: AbortSignal | undefined;
  const outcome = writeReply(
    (signal) => {
      heard = signal;
      return stream(signal);
    },
    { budgets: limits, signal: stop.signal },
    (sentence) => said.push(sentence),
    (reason) => reasons.push(reason),
  );
  return { outcome, said, reasons, stop, signal: () => heard };
}

const hanging = () => new Promise<never>(() => undefined);
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

async function* pieces(...texts: string[]) {
  yield* texts;
}

async function* thenHangs(...texts: string[]) {
  yield* texts;
  await hanging();
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a reply that comes to its end', () => {
  test('is said sentence by sentence', async () => {
    const reply = writing(() => pieces('We are op', 'en. Do co', 'me. Any', 'thing else?'));
    expect(await reply.outcome).toBe('finished');
    expect(reply.said).toEqual(['We are open.', 'Do come.', 'Anything else?']);
    expect(reply.reasons).toEqual([]);
  });

  test('may drip a character at a time', async () => {
    const reply = writing(() => pieces(...'Dr. Rao is in. Do come'));
    expect(await reply.outcome).toBe('finished');
    expect(reply.said).toEqual(['Dr. Rao is in.', 'Do come']);
  });

  test('says a sentence as soon as it is complete', async () => {
    const reply = writing(() => thenHangs('One is said. Two'));
    await vi.advanceTimersByTimeAsync(0);
    expect(reply.said).toEqual(['One is said.']);
    reply.stop.abort();
    await reply.outcome;
  });

  test('tells the stream that no more is wanted', async () => {
    const reply = writing(() => pieces('Yes.'));
    await reply.outcome;
    expect(reply.signal()?.aborted).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('may end without a full stop, also when it is long', async () => {
    const text = `${'We are open. '.repeat(80)}Anything else`;
    const reply = writing(() => pieces(text));
    expect(await reply.outcome).toBe('finished');
    expect(reply.said.join(' ')).toBe(text);
  });

  test('may take long over each sentence', async () => {
    const reply = writing(async function* () {
      for (const sentence of ['One. ', 'Two. ', 'Three.']) {
        await pause(budgets.stallMs - 100);
        yield sentence;
      }
    });
    await vi.advanceTimersByTimeAsync(3 * budgets.stallMs);
    expect(await reply.outcome).toBe('finished');
    expect(reply.said).toEqual(['One.', 'Two.', 'Three.']);
  });
});

describe('a reply without end', () => {
  test('stops after the last whole sentence that fits, and lets the stream go', async () => {
    let wasLetGo = false;
    async function* endless() {
      try {
        for (let number = 1; ; number++) yield `This is sentence number ${number}. `;
      } finally {
        wasLetGo = true;
      }
    }
    const reply = writing(endless);
    expect(await reply.outcome).toBe('finished');
    const text = reply.said.join(' ');
    expect(text.length).toBeLessThanOrEqual(1_200);
    expect(text.length).toBeGreaterThan(1_150);
    expect(text).toMatch(/^This is sentence number 1\. .* This is sentence number \d+\.$/);
    expect(reply.signal()?.aborted).toBe(true);
    expect(wasLetGo).toBe(true);
  });

  test.each([
    ['words', 'and then '],
    ['one word', 'x'],
  ])('and without a full stop is %s of bearable length', async (_, piece) => {
    const reply = writing(async function* () {
      for (;;) yield piece;
    });
    expect(await reply.outcome).toBe('finished');
    expect(reply.said.length).toBeGreaterThanOrEqual(2);
    for (const sentence of reply.said) expect(sentence.length).toBeLessThanOrEqual(300);
    expect(reply.said.join(' ').length).toBeLessThanOrEqual(1_200);
  });

  test('may be exactly as long as a reply may be', async () => {
    const sentence = `${'x'.repeat(148)}.`;
    const said = [...Array<string>(7).fill(sentence), `${'x'.repeat(149)}.`];
    const reply = writing(() => pieces(`${said.join(' ')} No more.`));
    await reply.outcome;
    expect(reply.said).toEqual(said);
    expect(reply.said.join(' ')).toHaveLength(1_200);
  });

  test('does not begin a long sentence that it has no room to end', async () => {
    const sentence = `${'so '.repeat(230)}there.`;
    const reply = writing(() => pieces(`${sentence} ${sentence}`));
    expect(await reply.outcome).toBe('finished');
    expect(reply.said.join(' ')).toBe(sentence);
  });

  test('of more than a whole reply at once is cut all the same', async () => {
    const reply = writing(() => pieces('We are open today. '.repeat(500)));
    expect(await reply.outcome).toBe('finished');
    expect(reply.said.join(' ').length).toBeLessThanOrEqual(1_200);
    expect(new Set(reply.said)).toEqual(new Set(['We are open today.']));
  });
});

describe('a reply that fails', () => {
  test.each<[string, Stream, string[]]>([
    ['is empty', () => pieces(), []],
    ['is nothing that can be spoken', () => pieces('**', ' \n', '—', '😊'), []],
    [
      'breaks off',
      async function* () {
        yield 'One is said. Two is said. Three is';
        throw new Error('cut');
      },
      ['One is said.', 'Two is said.'],
    ],
    [
      'breaks off right after a sentence',
      async function* () {
        yield 'One is said.';
        throw new Error('cut');
      },
      ['One is said.'],
    ],
    [
      'is refused',
      () => {
        throw new Error('no key');
      },
      [],
    ],
    [
      'fails at once',
      () => ({ [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error('401')) }) }),
      [],
    ],
  ])('because it %s keeps what was said', async (_, stream, said) => {
    const reply = writing(stream);
    expect(await reply.outcome).toBe('failed');
    expect(reply.said).toEqual(said);
    expect(reply.reasons).toEqual([expect.any(Error)]);
    expect(reply.signal()?.aborted).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('has no sentence in time, although words keep coming', async () => {
    const reply = writing(async function* () {
      for (;;) {
        await pause(500);
        yield 'well ';
      }
    });
    await vi.advanceTimersByTimeAsync(budgets.firstSentenceMs - 1);
    expect(reply.reasons).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(await reply.outcome).toBe('failed');
    expect(reply.said).toEqual([]);
  });

  test('falls silent after a sentence', async () => {
    const reply = writing(() => thenHangs('One is said. Two is'));
    await vi.advanceTimersByTimeAsync(budgets.stallMs - 1);
    expect(reply.reasons).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(await reply.outcome).toBe('failed');
    expect(reply.said).toEqual(['One is said.']);
    expect(reply.signal()?.aborted).toBe(true);
  });

  test('falls silent where a sentence may well have ended', async () => {
    const reply = writing(() => thenHangs('We are open.'));
    await vi.advanceTimersByTimeAsync(budgets.firstSentenceMs);
    expect(await reply.outcome).toBe('failed');
    expect(reply.said).toEqual(['We are open.']);
  });

  test('takes too long as a whole', async () => {
    const reply = writing(async function* () {
      for (let number = 1; ; number++) {
        await pause(3_000);
        yield `Number ${number}. `;
      }
    });
    await vi.advanceTimersByTimeAsync(budgets.replyMs);
    expect(await reply.outcome).toBe('failed');
    expect(reply.said).toHaveLength(Math.floor(budgets.replyMs / 3_000));
  });

  test('has always something at hand, but never a word', async () => {
    vi.useRealTimers();
    const reply = writing(
      async function* () {
        for (;;) yield '';
      },
      { limits: { ...budgets, firstSentenceMs: 5 } },
    );
    expect(await reply.outcome).toBe('failed');
  });
});

describe('a caller who hangs up', () => {
  test('stops the reply at once, even one that doesn’t listen to its signal', async () => {
    const reply = writing(() => thenHangs('One is said. Two'));
    await vi.advanceTimersByTimeAsync(0);
    reply.stop.abort();
    expect(await reply.outcome).toBe('stopped');
    expect(reply.said).toEqual(['One is said.']);
    expect(reply.reasons).toEqual([]);
    expect(reply.signal()?.aborted).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('is no failure of a stream that ends with an error because of it', async () => {
    const reply = writing(async function* (signal) {
      yield 'One is said. ';
      await new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))));
    });
    await vi.advanceTimersByTimeAsync(0);
    reply.stop.abort();
    expect(await reply.outcome).toBe('stopped');
    expect(reply.reasons).toEqual([]);
  });

  test('before the reply begins never asks the model', async () => {
    const stop = new AbortController();
    stop.abort();
    const reply = writing(() => pieces('Yes.'), { stop });
    expect(await reply.outcome).toBe('stopped');
    expect(reply.signal()).toBeUndefined();
  });
});

describe('a stream that can’t be let go', () => {
  test.each<[string, () => Promise<IteratorResult<string>>]>([
    ['hangs', hanging],
    ['fails', () => Promise.reject(new Error('busy'))],
    [
      'throws',
      () => {
        throw new Error('busy');
      },
    ],
  ])('because it %s is left alone', async (_, letGo) => {
    const reply = writing(() => ({
      [Symbol.asyncIterator]: () => ({
        next: async () => ({ done: false as const, value: 'And on and on. ' }),
        return: letGo,
      }),
    }));
    expect(await reply.outcome).toBe('finished');
  });
});
