import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countCalls, countCallsByTime } from '../../../server/analysis/call-counts.ts';
import { countChangedQuarters } from '../../../server/analysis/count-calls.job.ts';
import {
  OUTCOMES,
  type Outcome,
  SENTIMENTS,
  type Sentiment,
} from '../../../server/language-model/analyst.ts';
import { INTENTS, type Intent } from '../../../server/language-model/intents.ts';
import { aDatabase } from '../../support/database.ts';
import { aTenant } from '../../support/tenant.ts';

const own = await aDatabase();
const BEGIN = Date.UTC(2026, 10, 24, 10);

type Analysis = {
  sentiment: Sentiment;
  outcome: Outcome;
  intents: Intent[];
  callerLines: number;
  isReturning: boolean;
  replies: number;
  replyMs: number;
};
type Call = { id: string; startedAt: number; status: string; seconds: number | null; analysis?: Analysis };

const anyAnalysis: fc.Arbitrary<Analysis> = fc.record({
  sentiment: fc.constantFrom(...SENTIMENTS),
  outcome: fc.constantFrom(...OUTCOMES),
  intents: fc.uniqueArray(fc.constantFrom(...INTENTS), { minLength: 1, maxLength: 3 }),
  callerLines: fc.nat(2),
  isReturning: fc.boolean(),
  replies: fc.nat(5),
  replyMs: fc.nat(9_000),
});
/** Within some hours or some days, often on the edge of a quarter or of a day. */
const anyInstant = fc.oneof(
  fc.nat(7_200_000),
  fc.nat(8).map((quarter) => quarter * 900_000),
  fc.nat(4).map((day) => day * 86_400_000 - (BEGIN % 86_400_000)),
  fc.nat(4 * 86_400_000),
);

type Deed =
  | { does: 'begin'; at: number }
  | { does: 'end'; which: number; status: string; seconds: number }
  | { does: 'analyse'; which: number; analysis: Analysis }
  | { does: 'delete'; which: number }
  | { does: 'count' }
  | { does: 'look'; from: number | null; to: number | null };

const which = fc.nat(40);
const anyDeed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ does: fc.constant('begin' as const), at: anyInstant }) },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('end' as const),
      which,
      status: fc.constantFrom('COMPLETED', 'LOST'),
      seconds: fc.nat(600),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ does: fc.constant('analyse' as const), which, analysis: anyAnalysis }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('delete' as const), which }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('count' as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('look' as const),
      from: fc.option(anyInstant),
      to: fc.option(anyInstant),
    }),
  },
);

test('whatever happens in whatever order, counts are those of the calls themselves', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyDeed, { minLength: 15, maxLength: 40 }), async (deeds) => {
      const { id: tenantId } = await aTenant(own);
      const calls: Call[] = [];
      for (const deed of [...deeds, { does: 'look' as const, from: null, to: null }])
        await perform(deed, tenantId, calls);
    }),
    { numRuns: 20 },
  );
});

async function perform(deed: Deed, tenantId: string, calls: Call[]): Promise<void> {
  const call = 'which' in deed ? calls[deed.which % calls.length] : undefined;
  switch (deed.does) {
    case 'begin':
      calls.push(await aCallAt(tenantId, deed.at));
      return;
    case 'end':
      if (call) await end(tenantId, call, deed.status, deed.seconds);
      return;
    case 'analyse':
      if (call) await analyse(tenantId, call, deed.analysis);
      return;
    case 'delete':
      if (!call) return;
      await own.admin('delete from calls where tenant_id = $1 and id = $2', [tenantId, call.id]);
      calls.splice(calls.indexOf(call), 1);
      return;
    case 'count':
      await countChangedQuarters(own.database);
      return;
    case 'look': {
      const range = { from: instant(deed.from), to: instant(deed.to) };
      const counts = await own.database.inTenant(tenantId, (tx) => countCalls(tx, tenantId, range));
      const within = calls.filter(
        ({ startedAt }) =>
          (deed.from === null || startedAt >= deed.from) && (deed.to === null || startedAt < deed.to),
      );
      expect(counts).toEqual(plainCount(within));
    }
  }
}

const instant = (ms: number | null) => (ms === null ? null : new Date(BEGIN + ms));

async function aCallAt(tenantId: string, at: number): Promise<Call> {
  const id = randomUUID();
  await own.admin(
    `insert into calls (tenant_id, id, provider_call_id, started_at, last_heard_at) values ($1, $2, $2::uuid::text, $3, $3)`,
    [tenantId, id, instant(at)],
  );
  return { id, startedAt: at, status: 'IN_PROGRESS', seconds: null };
}

async function end(tenantId: string, call: Call, status: string, seconds: number): Promise<void> {
  await own.admin('update calls set status = $3, duration_seconds = $4 where tenant_id = $1 and id = $2', [
    tenantId,
    call.id,
    status,
    seconds,
  ]);
  Object.assign(call, { status, seconds });
}

async function analyse(tenantId: string, call: Call, analysis: Analysis): Promise<void> {
  await own.admin(
    `insert into call_analyses (tenant_id, call_id, started_at, sentiment, sentiment_score, summary, intents, outcome,
       source, line_count, caller_lines, is_returning, replies, reply_ms, analysed_at)
     values ($1, $2, $3, $4, 0, '', $5, $6, 'SCRIPTED', 0, $7, $8, $9, $10, now())
     on conflict (tenant_id, call_id) do update set sentiment = excluded.sentiment, intents = excluded.intents,
       outcome = excluded.outcome, caller_lines = excluded.caller_lines, is_returning = excluded.is_returning,
       replies = excluded.replies, reply_ms = excluded.reply_ms`,
    [
      tenantId,
      call.id,
      instant(call.startedAt),
      analysis.sentiment,
      analysis.intents,
      analysis.outcome,
      analysis.callerLines,
      analysis.isReturning,
      analysis.replies,
      analysis.replyMs,
    ],
  );
  call.analysis = analysis;
}

/** What is meant by each number, without any SQL. */
function plainCount(calls: readonly Call[]) {
  const count = (is: (call: Call) => boolean | undefined) => calls.filter(is).length;
  const sum = (of: (call: Call) => number | null | undefined) =>
    calls.reduce((total, call) => total + (of(call) ?? 0), 0);
  const byWord = (words: readonly string[], has: (analysis: Analysis, word: string) => boolean) =>
    Object.fromEntries(
      words.map((word) => [
        word.toLowerCase(),
        count(({ analysis }) => analysis !== undefined && has(analysis, word)),
      ]),
    );
  return {
    calls: calls.length,
    completed: count(({ status }) => status === 'COMPLETED'),
    lost: count(({ status }) => status === 'LOST'),
    answered: count(({ status, analysis }) => status === 'COMPLETED' && (analysis?.callerLines ?? 0) > 0),
    missed: count(({ status, analysis }) => status === 'LOST' || analysis?.callerLines === 0),
    returning_callers: count(({ analysis }) => analysis?.isReturning),
    seconds: sum(({ status, seconds }) => (status === 'COMPLETED' ? seconds : 0)),
    replies: sum(({ analysis }) => analysis?.replies),
    reply_ms: sum(({ analysis }) => analysis?.replyMs),
    ...byWord(SENTIMENTS, ({ sentiment }, word) => sentiment === word),
    ...byWord(OUTCOMES, ({ outcome }, word) => outcome === word),
    ...byWord(INTENTS, ({ intents }, word) => intents.some((intent) => intent === word)),
  };
}

describe('counted by time', () => {
  test('days and hours are the tenant’s own', async () => {
    const { id: tenantId } = await aTenant(own);
    const beganAt = async (instant: string) => aCallAt(tenantId, Date.parse(instant) - BEGIN);
    await beganAt('2026-11-24T18:29:59Z'); // 23:59 in India, a Tuesday
    await beganAt('2026-11-24T18:30:00Z'); // 0:00, Wednesday
    await beganAt('2026-11-25T04:45:00Z'); // 10:15, Wednesday
    await countChangedQuarters(own.database);
    await beganAt('2026-11-25T05:00:00Z'); // 10:30, Wednesday
    const parts = await own.database.inTenant(tenantId, (tx) =>
      countCallsByTime(tx, tenantId, { from: null, to: null }),
    );
    const shown = parts.map(({ day, weekday, hour, calls }) => ({ day, weekday, hour, calls }));
    expect(shown).toHaveLength(1 + 2 + 3 + 3);
    expect(shown).toEqual(
      expect.arrayContaining([
        { day: null, weekday: null, hour: null, calls: 4 },
        { day: '2026-11-24', weekday: null, hour: null, calls: 1 },
        { day: '2026-11-25', weekday: null, hour: null, calls: 3 },
        { day: null, weekday: null, hour: 23, calls: 1 },
        { day: null, weekday: null, hour: 0, calls: 1 },
        { day: null, weekday: null, hour: 10, calls: 2 },
        { day: null, weekday: 2, hour: 23, calls: 1 },
        { day: null, weekday: 3, hour: 0, calls: 1 },
        { day: null, weekday: 3, hour: 10, calls: 2 },
      ]),
    );
  });

  test('a call of a broken quarter counts in its own hour', async () => {
    const { id: tenantId } = await aTenant(own);
    await aCallAt(tenantId, Date.parse('2026-11-24T10:05:00Z') - BEGIN);
    await own.admin(`update tenants set time_zone = 'UTC' where id = $1`, [tenantId]);
    const range = { from: new Date('2026-11-24T09:50:00Z'), to: new Date('2026-11-24T10:10:00Z') };
    const parts = await own.database.inTenant(tenantId, (tx) => countCallsByTime(tx, tenantId, range));
    expect(parts.filter(({ hour, weekday }) => hour !== null && weekday === null)).toMatchObject([
      { hour: 10, calls: 1 },
    ]);
  });

  test('also where the zone is three quarters of an hour off', async () => {
    const { id: tenantId } = await aTenant(own);
    await own.admin(`update tenants set time_zone = 'Asia/Kathmandu' where id = $1`, [tenantId]);
    await aCallAt(tenantId, Date.parse('2026-11-24T18:14:59Z') - BEGIN);
    await aCallAt(tenantId, Date.parse('2026-11-24T18:15:00Z') - BEGIN);
    const parts = await own.database.inTenant(tenantId, (tx) =>
      countCallsByTime(tx, tenantId, { from: null, to: null }),
    );
    expect(parts.filter(({ day }) => day !== null)).toMatchObject([
      { day: '2026-11-24', calls: 1 },
      { day: '2026-11-25', calls: 1 },
    ]);
  });
});

describe('the job', () => {
  test('leaves nothing to be counted call by call, and an interrupted one loses nothing', async () => {
    const { id: tenantId } = await aTenant(own);
    for (const at of [0, 1, 900_000]) await aCallAt(tenantId, at);
    await expect(
      own.database.inTenant(tenantId, async (tx) => {
        await tx.query('delete from call_quarter_marks');
        throw new Error('The process died');
      }),
    ).rejects.toThrow('died');
    await countChangedQuarters(own.database);
    const marks = await own.admin('select 1 from call_quarter_marks where tenant_id = $1', [tenantId]);
    expect(marks).toEqual([]);
    const quarters = await own.admin(
      'select calls from call_quarters where tenant_id = $1 order by quarter',
      [tenantId],
    );
    expect(quarters).toEqual([{ calls: 2 }, { calls: 1 }]);
  });

  test('counts what is committed while it counts the next time', async () => {
    const { id: tenantId } = await aTenant(own);
    const call = await aCallAt(tenantId, 0);
    const counted = () =>
      own.database.inTenant(tenantId, (tx) => countCalls(tx, tenantId, { from: null, to: null }));
    await own.database.inTenant(tenantId, async (tx) => {
      await tx.query(`update calls set status = 'LOST', duration_seconds = 5 where id = $1`, [call.id]);
      await countChangedQuarters(own.database);
      expect(await counted()).toMatchObject({ calls: 1, lost: 0 });
    });
    expect(await counted()).toMatchObject({ calls: 1, lost: 1 });
    await countChangedQuarters(own.database);
    expect(await counted()).toMatchObject({ calls: 1, lost: 1 });
  });

  test('keeps tenants apart', async () => {
    const [mine, theirs] = [await aTenant(own), await aTenant(own)];
    await aCallAt(mine.id, 0);
    await aCallAt(theirs.id, 0);
    await countChangedQuarters(own.database);
    const all = { from: null, to: null };
    expect(await own.database.inTenant(mine.id, (tx) => countCalls(tx, mine.id, all))).toMatchObject({
      calls: 1,
    });
    expect(await own.database.inTenant(mine.id, (tx) => countCalls(tx, theirs.id, all))).toMatchObject({
      calls: 0,
    });
  });

  test('a tenant that is erased leaves no marks behind', async () => {
    const { id: tenantId } = await aTenant(own);
    await aCallAt(tenantId, 0);
    await own.admin('delete from tenants where id = $1', [tenantId]);
    expect(await own.admin('select 1 from call_quarter_marks where tenant_id = $1', [tenantId])).toEqual([]);
  });
});
