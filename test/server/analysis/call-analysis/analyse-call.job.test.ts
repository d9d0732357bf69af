import { describe, expect, test } from 'vitest';
import type { AnalysedCall } from '../../../../server/analysis/call-analysis/analysed-call.ts';
import { ModelLine } from '../../../../server/analysis/call-analysis/model-line.ts';
import type { Analyst } from '../../../../server/language-model/analyst.ts';
import type { ReplySpec } from '../../../fakes/openai-api.ts';
import { aDatabase } from '../../../support/database.ts';
import { asCallId, asTenantId } from '../../../support/ids.ts';
import { aTenant } from '../../../support/tenant.ts';
import { anEndedCall, linesOf, speak } from '../a-call.ts';
import { anAnalyst, anAngryAnswer, analyse, analysesOf } from '../an-analysis.ts';

const own = await aDatabase();
const { id: tenantId } = await aTenant(own);
const { openai, line } = await anAnalyst();

const angryLines = linesOf(
  'agent: Welcome.',
  'caller: I have been waiting for two hours, this is ridiculous. How long will it take?',
  'agent: I am sorry, I do not know that. May I have your name?',
  'caller: Priya, and I am very angry',
);
const anAngryCall = () => anEndedCall(own, tenantId, angryLines);

describe('with a model', () => {
  test.each([
    ['angry', anAngryAnswer],
    ['happy', { ...anAngryAnswer, sentiment: 'POSITIVE', sentimentScore: 0.9, outcome: 'RESOLVED' }],
    ['neutral', { ...anAngryAnswer, sentiment: 'NEUTRAL', sentimentScore: 0, intents: [] }],
  ])('a caller whom the model finds %s is on record as such', async (_, answer) => {
    const call = await anAngryCall();
    openai.nextReply({ json: answer });
    await analyse(own, call, { line: line() });
    expect(await analysesOf(own, call)).toMatchObject([
      {
        sentiment: answer.sentiment,
        sentiment_score: answer.sentimentScore,
        summary: answer.summary,
        intents: answer.intents.length > 0 ? answer.intents : ['GENERAL'],
        outcome: answer.outcome,
        topics: ['waiting time'],
        unanswered_questions: ['How long will it take?'],
        source: 'LANGUAGE_MODEL',
        model: 'gpt-4o-mini',
        line_count: 4,
        caller_lines: 2,
      },
    ]);
  });

  test('the curve has every line of the caller’s: those that the model left out are scored by script', async () => {
    const call = await anAngryCall();
    openai.nextReply({ json: anAngryAnswer });
    await analyse(own, call, { line: line() });
    const [analysis] = await analysesOf(own, call);
    expect(analysis?.turn_sentiments).toEqual([
      { number: 2, score: -0.9 },
      { number: 4, score: expect.any(Number) },
    ]);
    expect(analysis?.turn_sentiments[1]?.score).toBeLessThan(0);
  });

  test.each<[string, ReplySpec, number]>([
    ['hangs', { hangs: true }, 0],
    ['hangs in the middle of its answer', { text: '{"summary": "The', hangsAfter: 1 }, 0],
    ['is overloaded', { status: 429, retryAfterSeconds: 3_600 }, 0],
    ['breaks', { status: 500 }, 0],
    ['is misconfigured', { status: 401 }, 0],
    ['does not know the schema', { status: 400 }, 0],
    ['talks garbage', { garbage: true }, 0],
    ['is cut off', { text: 'x', cutAfter: 0 }, 0],
    ['refuses', { refusal: 'No.' }, 101],
    ['writes without an end', { endlessWithoutSentences: true }, 0],
    ['never fills in the form', { text: 'Angry.' }, 202],
    ['says nothing', { empty: true }, 200],
  ])('that %s, the script takes over in bounded time', async (_, reply, tokens) => {
    const call = await anAngryCall();
    openai.defaultReply(reply);
    const began = performance.now();
    await analyse(own, call, { line: line({ patienceMs: 700 }) });
    expect(performance.now() - began).toBeLessThan(3_000);
    expect(await analysesOf(own, call)).toMatchObject([
      {
        source: 'SCRIPTED',
        model: null,
        tokens,
        sentiment: 'NEGATIVE',
        intents: ['COMPLAINT'],
        outcome: 'FOLLOW_UP_NEEDED',
        unanswered_questions: ['How long will it take?'],
      },
    ]);
  });

  test('is not asked about a call without words', async () => {
    const asked = openai.requests.length;
    const call = await anEndedCall(
      own,
      tenantId,
      linesOf('agent: Welcome.', 'agent: Nobody there. Goodbye.'),
    );
    await analyse(own, call, { line: line() });
    expect(openai.requests).toHaveLength(asked);
    expect(await analysesOf(own, call)).toMatchObject([
      {
        sentiment: 'NEUTRAL',
        outcome: 'ABANDONED',
        intents: ['GENERAL'],
        source: 'SCRIPTED',
        caller_lines: 0,
      },
    ]);
  });

  test('that is busy with others is asked later, and the queue goes on meanwhile', async () => {
    const call = await anAngryCall();
    await analyse(own, call, { line: line({ mostAtOnce: 0 }) });
    expect(await analysesOf(own, call)).toEqual([]);
    const jobs = await own.admin<{ waits: boolean }>(
      'select run_at > now() as waits from graphile_worker.jobs where key = $1',
      [`analyse ${call.callId}`],
    );
    expect(jobs).toEqual([{ waits: true }]);
  });
});

test('without a model, the script analyses', async () => {
  const call = await anAngryCall();
  await analyse(own, call);
  expect(await analysesOf(own, call)).toMatchObject([
    { sentiment: 'NEGATIVE', source: 'SCRIPTED', model: null, tokens: 0 },
  ]);
});

test('a call that goes on is left alone, and one that is gone as well', async () => {
  const open = await anEndedCall(own, tenantId, angryLines, { status: 'IN_PROGRESS' });
  const gone = await anAngryCall();
  await own.admin('delete from calls where id = $1', [gone.callId]);
  for (const call of [open, gone]) {
    await analyse(own, call);
    expect(await analysesOf(own, call)).toEqual([]);
  }
});

test('a lost call is analysed', async () => {
  const call = await anEndedCall(own, tenantId, angryLines, { status: 'LOST' });
  await analyse(own, call);
  expect(await analysesOf(own, call)).toMatchObject([{ sentiment: 'NEGATIVE' }]);
});

test('another tenant’s call is out of reach', async () => {
  const call = await anAngryCall();
  const { id: stranger } = await aTenant(own);
  await analyse(own, { tenantId: stranger, callId: call.callId });
  expect(await analysesOf(own, call)).toEqual([]);
});

test('what is no payload is told, not guessed at', async () => {
  await expect(analyse(own, { tenantId: asTenantId('x'), callId: asCallId('y') })).rejects.toThrow(/uuid/i);
});

test('what is forgotten while the model thinks isn’t written down again', async () => {
  const call = await anAngryCall();
  const analyst: Analyst = {
    model: 'slow',
    analyse: async () => {
      await own.admin('delete from turns where call_id = $1', [call.callId]);
      return { kind: 'failed', reason: 'It took too long', tokens: 7 };
    },
  };
  await analyse(own, call, { line: new ModelLine(analyst) });
  expect(await analysesOf(own, call)).toEqual([]);
});

test('nothing is said of a call whose words are forgotten', async () => {
  const call = await anAngryCall();
  await own.admin('delete from turns where call_id = $1', [call.callId]);
  await own.admin('update calls set line_count = 4 where id = $1', [call.callId]);
  await analyse(own, call);
  expect(await analysesOf(own, call)).toEqual([]);
});

describe('analysed again', () => {
  test('nothing happens, and the model isn’t asked', async () => {
    const call = await anAngryCall();
    openai.nextReply({ json: anAngryAnswer });
    await analyse(own, call, { line: line() });
    const [first] = await analysesOf(own, call);
    const asked = openai.requests.length;
    const heard: AnalysedCall[] = [];
    await analyse(own, call, {
      line: line(),
      consequences: [async (_, analysed) => void heard.push(analysed)],
    });
    expect(await analysesOf(own, call)).toEqual([first]);
    expect(openai.requests).toHaveLength(asked);
    expect(heard).toEqual([]);
  });

  test('by two processes at once, there is one analysis with one consequence', async () => {
    const call = await anAngryCall();
    openai.defaultReply({ json: anAngryAnswer });
    const heard: AnalysedCall[] = [];
    const consequences = [async (_: unknown, analysed: AnalysedCall) => void heard.push(analysed)];
    await Promise.all([1, 2, 3].map(() => analyse(own, call, { line: line(), consequences })));
    expect(await analysesOf(own, call)).toHaveLength(1);
    expect(heard).toMatchObject([{ callId: call.callId, isFirst: true }]);
  });

  test('after words that came late, the new analysis replaces the first', async () => {
    const call = await anAngryCall();
    await analyse(own, call);
    await speak(
      own,
      call,
      linesOf('caller: I want to book an appointment').map((said) => ({ ...said, number: 5 })),
    );
    const heard: AnalysedCall[] = [];
    await analyse(own, call, { consequences: [async (_, analysed) => void heard.push(analysed)] });
    expect(await analysesOf(own, call)).toMatchObject([
      { line_count: 5, caller_lines: 3, intents: ['COMPLAINT', 'BOOK_APPOINTMENT'] },
    ]);
    expect(heard).toMatchObject([{ isFirst: false }]);
    const intents = await own.admin('select intent from call_intents where call_id = $1 order by 1', [
      call.callId,
    ]);
    expect(intents).toEqual([{ intent: 'BOOK_APPOINTMENT' }, { intent: 'COMPLAINT' }]);
  });
});
