import { graphql } from 'graphql';
import { describe, expect, test } from 'vitest';
import { createAnalysis } from '../../../../server/analysis/create-analysis.ts';
import { countChangedQuarters } from '../../../../server/analysis/statistics/count-calls.job.ts';
import { CallResolver } from '../../../../server/calls/call.resolver.ts';
import { CallListService } from '../../../../server/calls/history/call-list.service.ts';
import { buildKaiVoxSchema } from '../../../../server/graphql/schema.ts';
import { createLog } from '../../../../server/infra/log.ts';
import { CountingDatabase } from '../../../support/counting-database.ts';
import { aCustomer } from '../../../support/customer.ts';
import { aDatabase } from '../../../support/database.ts';
import { aTenant } from '../../../support/tenant.ts';
import { anAdminOf, aSuperAdmin, type SignedIn, staffOf } from '../../../support/viewer.ts';
import { anEndedCall, linesOf } from '../a-call.ts';
import { analyse } from '../an-analysis.ts';

const own = await aDatabase();
const database = new CountingDatabase(own);
const { resolvers } = createAnalysis({
  database,
  clock: { now: () => new Date('2026-11-25T00:00:00Z') },
  log: createLog('silent'),
  analyst: undefined,
  consequences: [],
});
const schema = buildKaiVoxSchema([new CallResolver(new CallListService(database), database), ...resolvers]);

async function ask(who: SignedIn, source: string): Promise<Record<string, unknown>> {
  const { data, errors } = await graphql({ schema, source, contextValue: { ...who } });
  if (errors) throw errors[0];
  return JSON.parse(JSON.stringify(data));
}

const angry = linesOf(
  'agent: Hi.',
  'caller: You are rude and terrible, I am very angry',
  'agent: I am sorry.',
);
const happy = linesOf('agent: Hi.', 'caller: Are you open? Thank you so much, wonderful', 'agent: Yes.');
const neutral = linesOf('agent: Hi.', 'caller: What is the fee for a scan?', 'agent: I do not know that.');
const silent = linesOf('agent: Hi.');

/** A tenant with four analysed calls, one that was lost, and one that is on. */
async function aBusyTenant() {
  const { id: tenantId } = await aTenant(own);
  const customerId = await aCustomer(own, tenantId, { name: 'Priya' });
  const minute = (number: number) => new Date(Date.UTC(2026, 10, 24, 10, number));
  const calls = [
    await anEndedCall(own, tenantId, angry, { startedAt: minute(0), seconds: 30, customerId }),
    await anEndedCall(own, tenantId, happy, { startedAt: minute(20), seconds: 60, customerId }),
    await anEndedCall(own, tenantId, neutral, { startedAt: minute(40), seconds: 90 }),
    await anEndedCall(own, tenantId, silent, { startedAt: minute(50), seconds: 10 }),
    await anEndedCall(own, tenantId, neutral, { startedAt: minute(70), seconds: 99, status: 'LOST' }),
  ];
  for (const call of calls) await analyse(own, call);
  await anEndedCall(own, tenantId, silent, { startedAt: minute(80), status: 'IN_PROGRESS' });
  return { tenantId, calls };
}

const STATS = `{ calls completed answered missed returning averageDurationSeconds averageReplySeconds
  sentiment { positive neutral negative } intents { intent calls } outcomes { outcome calls } }`;

describe('statistics', () => {
  test('count a tenant’s calls, before the job has counted them and after', async () => {
    const { tenantId } = await aBusyTenant();
    const look = () => ask(anAdminOf(tenantId), `{ callStats ${STATS} }`);
    const { callStats } = await look();
    expect(callStats).toMatchObject({
      calls: 6,
      completed: 4,
      answered: 3,
      missed: 2,
      returning: 1,
      averageDurationSeconds: 47.5,
      averageReplySeconds: null,
      sentiment: { positive: 1, neutral: 3, negative: 1 },
    });
    expect(callStats).toMatchObject({
      intents: expect.arrayContaining([
        { intent: 'PRICING', calls: 2 },
        { intent: 'COMPLAINT', calls: 1 },
        { intent: 'EMERGENCY', calls: 0 },
      ]),
      outcomes: expect.arrayContaining([{ outcome: 'ABANDONED', calls: 1 }]),
    });
    await countChangedQuarters(own.database);
    expect(await look()).toEqual({ callStats });
  });

  test.each([
    ['from: "2026-11-24T10:00:00Z", to: "2026-11-24T10:40:00Z"', 2],
    ['from: "2026-11-24T10:00:00.001Z"', 5],
    ['to: "2026-11-24T10:00:00Z"', 0],
    ['from: "2026-11-24T10:20:00Z", to: "2026-11-24T10:20:00Z"', 0],
  ])('of %s are %i calls', async (range, calls) => {
    const { tenantId } = await aBusyTenant();
    expect(await ask(staffOf(tenantId), `{ callStats(${range}) { calls } }`)).toEqual({
      callStats: { calls },
    });
  });

  test('without calls, there is nothing to average', async () => {
    const { id } = await aTenant(own);
    expect(
      await ask(anAdminOf(id), `{ callStats { calls averageDurationSeconds averageReplySeconds } }`),
    ).toEqual({
      callStats: { calls: 0, averageDurationSeconds: null, averageReplySeconds: null },
    });
  });

  test('a reply’s time is from the caller’s words to the first words of the answer', async () => {
    const { id: tenantId } = await aTenant(own);
    const call = await anEndedCall(own, tenantId, happy);
    await own.admin(
      `insert into exchanges (tenant_id, call_id, number, body_hash, asked_at, state, source, line_number, stalls_at)
       select tenant_id, call_id, 1, '', at - interval '1500 ms', 'WRITTEN', 'SCRIPTED', 3, at from turns
        where call_id = $1 and number = 3`,
      [call.callId],
    );
    await analyse(own, call);
    expect(await ask(anAdminOf(tenantId), '{ callStats { averageReplySeconds } }')).toEqual({
      callStats: { averageReplySeconds: 1.5 },
    });
  });
});

describe('insights', () => {
  test('are the same numbers by day, hour, and hour of the week, in the tenant’s time zone', async () => {
    const { tenantId } = await aBusyTenant();
    const { insights } = await ask(
      anAdminOf(tenantId),
      `{ insights { total { calls missed } days { day stats { calls missed sentiment { negative } } }
         hours { hour stats { calls } } weekHours { weekday hour stats { calls } } } }`,
    );
    expect(insights).toEqual({
      total: { calls: 6, missed: 2 },
      days: [{ day: '2026-11-24', stats: { calls: 6, missed: 2, sentiment: { negative: 1 } } }],
      hours: [
        { hour: 15, stats: { calls: 2 } },
        { hour: 16, stats: { calls: 4 } },
      ],
      weekHours: [
        { weekday: 2, hour: 15, stats: { calls: 2 } },
        { weekday: 2, hour: 16, stats: { calls: 4 } },
      ],
    });
  });

  test('of no calls are empty', async () => {
    const { id } = await aTenant(own);
    expect(await ask(anAdminOf(id), '{ insights { total { calls } days { day } hours { hour } } }')).toEqual({
      insights: { total: { calls: 0 }, days: [], hours: [] },
    });
  });

  test('questions that the receptionist couldn’t answer are ranked by the calls in which they were asked', async () => {
    const { id: tenantId } = await aTenant(own);
    const asking = (question: string) =>
      linesOf(`caller: ${question}`, 'agent: I am sorry, I do not know that.');
    const at = (day: number) => ({ startedAt: new Date(Date.UTC(2026, 10, day)) });
    for (const [question, day] of [
      ['Is there a swimming pool?', 3],
      ['Do you have any parking?', 1],
      ['is there parking', 2],
    ] as const) {
      await analyse(own, await anEndedCall(own, tenantId, asking(question), at(day)));
    }
    const ranked = `{ unansweredQuestions(from: "2026-11-01T00:00:00Z") { question calls lastAskedAt } }`;
    expect(await ask(anAdminOf(tenantId), ranked)).toEqual({
      unansweredQuestions: [
        { question: 'is there parking', calls: 2, lastAskedAt: '2026-11-02T00:00:00.000Z' },
        { question: 'Is there a swimming pool?', calls: 1, lastAskedAt: '2026-11-03T00:00:00.000Z' },
      ],
    });
    expect(
      await ask(
        anAdminOf(tenantId),
        `{ unansweredQuestions(to: "2026-11-02T00:00:00Z", first: 1) { calls } }`,
      ),
    ).toEqual({ unansweredQuestions: [{ calls: 1 }] });
  });

  test('who called more than once is known', async () => {
    const { tenantId } = await aBusyTenant();
    expect(await ask(anAdminOf(tenantId), '{ repeatCallers { calls customer { name } } }')).toEqual({
      repeatCallers: [{ calls: 2, customer: { name: 'Priya' } }],
    });
    const old = '{ repeatCallers(to: "2027-11-24T10:00:00Z") { calls } }';
    expect(await ask(anAdminOf(tenantId), old)).toEqual({ repeatCallers: [] });
    const later = '{ repeatCallers(from: "2026-11-24T10:10:00Z") { calls } }';
    expect(await ask(anAdminOf(tenantId), later)).toEqual({ repeatCallers: [] });
  });
});

describe('every number', () => {
  const QUERIES = ['callStats { calls }', 'insights { total { calls } }', 'unansweredQuestions { calls }'];

  test.each(QUERIES)('is the tenant’s own: %s', async (query) => {
    const { tenantId } = await aBusyTenant();
    const { id: stranger } = await aTenant(own);
    const field = query.split(' ')[0] ?? '';
    const named = query.replace(field, `${field}(tenantId: "${tenantId}")`);
    const mine = await ask(anAdminOf(tenantId), `{ ${query} }`);
    expect(await ask(aSuperAdmin(), `{ ${named} }`)).toEqual(mine);
    expect(await ask(anAdminOf(stranger), `{ ${query} }`)).not.toEqual(mine);
    await expect(ask(anAdminOf(stranger), `{ ${named} }`)).rejects.toThrow('There is no such tenant.');
    await expect(ask(aSuperAdmin(), `{ ${query} }`)).rejects.toThrow('Name the tenant');
  });

  test.each(QUERIES)('wants a time that begins before it ends: %s', async (query) => {
    const { id } = await aTenant(own);
    const field = query.split(' ')[0] ?? '';
    const range = 'from: "2026-11-25T00:00:00Z", to: "2026-11-24T00:00:00Z"';
    const asked = ask(anAdminOf(id), `{ ${query.replace(field, `${field}(${range})`)} }`);
    await expect(asked).rejects.toMatchObject({
      originalError: { code: 'BAD_USER_INPUT', details: { field: 'from' } },
    });
  });
});

describe('a call’s analysis', () => {
  const ANALYSES = `{ calls { edges { node { analysis {
    sentiment sentimentScore summary intents source analysedAt outcome topics unansweredQuestions tokens model
    customerName customerLanguage turnSentiments { number score } } } } } }`;

  test('is there once the call is over, and costs one statement however many calls are listed', async () => {
    const { tenantId } = await aBusyTenant();
    database.statements.length = 0;
    const { calls } = (await ask(anAdminOf(tenantId), ANALYSES)) as {
      calls: { edges: { node: { analysis: object | null } }[] };
    };
    expect(database.statements).toHaveLength(2);
    const [on, lost, ...others] = calls.edges.map(({ node }) => node.analysis);
    expect(on).toBeNull();
    expect(lost).toMatchObject({
      sentiment: 'NEUTRAL',
      sentimentScore: 0,
      summary: expect.stringMatching(/^The caller asked about prices/),
      intents: ['PRICING'],
      source: 'SCRIPTED',
      analysedAt: expect.stringMatching(/Z$/),
      outcome: 'FOLLOW_UP_NEEDED',
      topics: ['pricing'],
      unansweredQuestions: ['What is the fee for a scan?'],
      tokens: 0,
      model: null,
      customerName: null,
      customerLanguage: null,
      turnSentiments: [{ number: 2, score: 0 }],
    });
    expect(others).toHaveLength(4);
  });

  test.each([
    ['sentiment: NEGATIVE', [0]],
    ['sentiment: NEUTRAL', [4, 3, 2]],
    ['intent: PRICING', [4, 2]],
    ['intent: PRICING, status: COMPLETED', [2]],
    ['intent: EMERGENCY', []],
    ['sentiment: NEUTRAL, from: "2026-11-24T10:45:00Z"', [4, 3]],
    ['search: "unhappy"', [0]],
    ['search: "\\"asked about prices\\""', [4, 2]],
    ['search: "scan"', [4, 2]],
    ['search: "unhappy", sentiment: POSITIVE', []],
  ])('finds the call by %s', async (filter, found) => {
    const { tenantId, calls } = await aBusyTenant();
    const listed = (await ask(
      anAdminOf(tenantId),
      `{ calls(filter: { ${filter} }) { totalCount edges { node { id } } } }`,
    )) as {
      calls: { totalCount: number; edges: { node: { id: string } }[] };
    };
    const ids: string[] = calls.map(({ callId }) => callId);
    expect(listed.calls.edges.map(({ node }) => ids.indexOf(node.id))).toEqual(found);
    expect(listed.calls.totalCount).toBe(found.length);
  });
});

test('where the words of a call are forgotten, so is all that quotes them; the numbers stay', async () => {
  const { tenantId, calls } = await aBusyTenant();
  const before = await ask(anAdminOf(tenantId), `{ callStats ${STATS} }`);
  await own.admin('delete from turns where tenant_id = $1', [tenantId]);
  await countChangedQuarters(own.database);
  expect(await ask(anAdminOf(tenantId), `{ callStats ${STATS} }`)).toEqual(before);
  expect(await ask(anAdminOf(tenantId), '{ unansweredQuestions { question } }')).toEqual({
    unansweredQuestions: [],
  });
  const { call } = (await ask(
    anAdminOf(tenantId),
    `{ call(id: "${calls[2]?.callId}") { analysis { summary unansweredQuestions topics sentiment } } }`,
  )) as { call: { analysis: object } };
  expect(call.analysis).toEqual({
    summary: 'The words of this call are no longer kept.',
    unansweredQuestions: [],
    topics: [],
    sentiment: 'NEUTRAL',
  });
  const found = await ask(anAdminOf(tenantId), '{ calls(filter: { search: "scan" }) { totalCount } }');
  expect(found).toEqual({ calls: { totalCount: 0 } });
});
