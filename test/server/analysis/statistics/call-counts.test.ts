import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countCalls, countCallsByTime } from '../../../../server/analysis/statistics/call-counts.store.ts';
import { countChangedQuarters } from '../../../../server/analysis/statistics/count-calls.job.ts';
import type { TenantId } from '../../../../server/infra/ids.ts';
import { OUTCOMES, SENTIMENTS } from '../../../../server/language-model/analyst.ts';
import { INTENTS } from '../../../../server/understanding/intents/intents.ts';
import { aDatabase } from '../../../support/database.ts';
import { aTenant } from '../../../support/tenant.ts';
import {
  type Analysis,
  aCallAt,
  analyse,
  BEGIN,
  type Call,
  end,
  instant,
  plainCount,
} from '../counted-calls.ts';

const own = await aDatabase();

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

type Change =
  | { does: 'begin'; at: number }
  | { does: 'end'; which: number; status: string; seconds: number }
  | { does: 'analyse'; which: number; analysis: Analysis }
  | { does: 'delete'; which: number }
  | { does: 'count' }
  | { does: 'look'; from: number | null; to: number | null };

const which = fc.nat(40);
const anyChange: fc.Arbitrary<Change> = fc.oneof(
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
    fc.asyncProperty(fc.array(anyChange, { minLength: 15, maxLength: 40 }), async (changes) => {
      const { id: tenantId } = await aTenant(own);
      const calls: Call[] = [];
      for (const change of [...changes, { does: 'look' as const, from: null, to: null }])
        await perform(change, tenantId, calls);
    }),
    { numRuns: 20 },
  );
});

async function perform(change: Change, tenantId: TenantId, calls: Call[]): Promise<void> {
  const call = 'which' in change ? calls[change.which % calls.length] : undefined;
  switch (change.does) {
    case 'begin':
      calls.push(await aCallAt(own, tenantId, change.at));
      return;
    case 'end':
      if (call) await end(own, tenantId, call, change.status, change.seconds);
      return;
    case 'analyse':
      if (call) await analyse(own, tenantId, call, change.analysis);
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
      const range = { from: instant(change.from), to: instant(change.to) };
      const counts = await own.database.inTenant(tenantId, (tx) => countCalls(tx, tenantId, range));
      const within = calls.filter(
        ({ startedAt }) =>
          (change.from === null || startedAt >= change.from) && (change.to === null || startedAt < change.to),
      );
      expect(counts).toEqual(plainCount(within));
    }
  }
}

describe('counted by time', () => {
  test('days and hours are the tenant’s own', async () => {
    const { id: tenantId } = await aTenant(own);
    const beganAt = async (instant: string) => aCallAt(own, tenantId, Date.parse(instant) - BEGIN);
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
    await aCallAt(own, tenantId, Date.parse('2026-11-24T10:05:00Z') - BEGIN);
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
    await aCallAt(own, tenantId, Date.parse('2026-11-24T18:14:59Z') - BEGIN);
    await aCallAt(own, tenantId, Date.parse('2026-11-24T18:15:00Z') - BEGIN);
    const parts = await own.database.inTenant(tenantId, (tx) =>
      countCallsByTime(tx, tenantId, { from: null, to: null }),
    );
    expect(parts.filter(({ day }) => day !== null)).toMatchObject([
      { day: '2026-11-24', calls: 1 },
      { day: '2026-11-25', calls: 1 },
    ]);
  });
});
