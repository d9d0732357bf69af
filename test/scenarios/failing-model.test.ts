import { expect, test } from 'vitest';
import { lastUserWords, type ReplySpec } from '../fakes/openai-api.ts';
import { loggedCall } from '../support/call-log.ts';
import { aKaivox } from '../support/kaivox.ts';
import { aModel } from '../support/model.ts';

const openai = await aModel();
const kaivox = await aKaivox({ env: openai.env });

const SIX = 'One is said. Two is said. Three is said. Four is said. Five is said. Six is said.';
const APOLOGY = /sorry/i;

/** What the model does, what the caller hears in the end, and what the transcript says wrote it. */
const failures: [string, ReplySpec, RegExp, string][] = [
  ['never answers', { hangs: true }, APOLOGY, 'FALLBACK'],
  ['falls silent after a sentence', { text: SIX, hangsAfter: 6 }, /^One is said\. .*sorry/i, 'FALLBACK'],
  ['refuses the key', { status: 401 }, APOLOGY, 'FALLBACK'],
  ['has had enough', { status: 429, retryAfterSeconds: 30 }, APOLOGY, 'FALLBACK'],
  ['fails', { status: 500 }, APOLOGY, 'FALLBACK'],
  ['writes garbage', { garbage: true }, APOLOGY, 'FALLBACK'],
  ['writes nothing', { empty: true }, APOLOGY, 'FALLBACK'],
  ['is cut off', { text: SIX, cutAfter: 8 }, /^One is said\. Two is said\. .*sorry/i, 'FALLBACK'],
  [
    'never ends',
    { endless: true },
    /^This is sentence number 1\. This is sentence number 2\./,
    'LANGUAGE_MODEL',
  ],
  ['never ends a sentence', { endlessWithoutSentences: true }, /^And then then/, 'LANGUAGE_MODEL'],
  ['starts late', { text: SIX, firstTokenAfterMs: 3_500 }, /One is said.*Six is said\.$/, 'LANGUAGE_MODEL'],
  ['is slow', { text: SIX, tokensPerSecond: 6 }, /^One is said.*Six is said\.$/, 'LANGUAGE_MODEL'],
];

test.concurrent.each(failures)(
  'a model that %s costs its own turn at most',
  async (name, reply, heard, source) => {
    const phone = kaivox.phone({ callId: `a model that ${name}` });
    openai.fake.nextReply(reply, { when: (body) => lastUserWords(body) === name });
    openai.fake.nextReply(
      { text: 'All is well again.' },
      { when: (body) => lastUserWords(body) === `after ${name}` },
    );
    await phone.dial();

    const answer = await phone.say(name);

    expect(answer.spoken).toMatch(heard);
    expect(answer.state).toBe('listening');
    expect(answer.slowestDocumentMs).toBeLessThan(2_500);
    const next = await phone.say(`after ${name}`);
    expect(next.spoken).toBe('All is well again.');
    await phone.hangUp();
    expect(phone.exchanges.flatMap(({ problems }) => problems)).toEqual([]);
    const { turns } = await loggedCall(kaivox, phone);
    expect(turns.map(({ speaker }) => speaker)).toEqual(['AGENT', 'CALLER', 'AGENT', 'CALLER', 'AGENT']);
    expect(turns[2]?.source).toBe(source);
    expect(turns[4]?.source).toBe('LANGUAGE_MODEL');
  },
);

test('every sentence of a slow reply is spoken once, in order, over several documents', async () => {
  const phone = kaivox.phone();
  openai.fake.nextReply(
    { text: SIX, tokensPerSecond: 8 },
    { when: (body) => lastUserWords(body) === 'slowly' },
  );
  await phone.dial();
  const { spoken, exchanges } = await phone.say('slowly');
  expect(spoken.replace(/(One moment, please|Just checking that for you)\. /g, '')).toBe(SIX);
  expect(exchanges.length).toBeGreaterThan(1);
  expect((await loggedCall(kaivox, phone)).turns.at(-1)?.text).toBe(SIX);
});
