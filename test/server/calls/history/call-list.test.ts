import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { CallFilter } from '../../../../server/calls/call.types.ts';
import { CallListService } from '../../../../server/calls/history/call-list.service.ts';
import { aCallOf } from '../../../support/call.ts';
import { aCustomer } from '../../../support/customer.ts';
import { aDatabase } from '../../../support/database.ts';
import { aTenant } from '../../../support/tenant.ts';
import { anAdminOf, aSuperAdmin, type SignedIn, staffOf } from '../../../support/viewer.ts';

const own = await aDatabase();
const calls = new CallListService(own.database);
const code = (code: string, field?: string) =>
  expect.objectContaining({ code, ...(field !== undefined && { details: { field } }) });

/** All calls that a filter leaves, newest first, read in pages of `first`; every page must count the same. */
async function idsOf(
  { viewer }: SignedIn,
  filter: CallFilter | null = null,
  { first = 100, tenantId = null }: { first?: number; tenantId?: string | null } = {},
): Promise<string[]> {
  const ids: string[] = [];
  const totals = new Set<number>();
  let after: string | null = null;
  do {
    const page = await calls.list(viewer, tenantId, { first, after, filter });
    ids.push(...page.edges.map(({ node }) => node.id));
    totals.add(await page.totalCount);
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  expect([...totals]).toEqual([ids.length]);
  return ids;
}

/** Microseconds apart, or not even that. */
const INSTANTS = [
  '10:00:00.000003',
  '10:00:00.000002',
  '10:00:00.000002',
  '10:00:00.000001',
  '09:59:59.999999',
];

describe('the log', () => {
  test('goes from the newest call to the oldest, each once, whatever the length of its pages', async () => {
    const { id } = await aTenant(own);
    for (const time of INSTANTS) await aCallOf(own, id, { startedAt: `2026-03-01 ${time}Z` });
    const sorted = await own.admin<{ id: string }>(
      'select id from calls where tenant_id = $1 order by started_at desc, id desc',
      [id],
    );
    for (const first of [1, 2, 3, 100]) {
      expect(await idsOf(anAdminOf(id), null, { first })).toEqual(sorted.map((row) => row.id));
    }
  });

  test('counts calls that come and go, also many at once', async () => {
    const { id } = await aTenant(own);
    const { viewer } = staffOf(id);
    const total = async () =>
      (await calls.list(viewer, null, { first: 1, after: null, filter: null })).totalCount;
    expect(await total()).toBe(0);
    await Promise.all(Array.from({ length: 12 }, () => aCallOf(own, id)));
    expect(await total()).toBe(12);
    await own.admin('delete from calls where id in (select id from calls where tenant_id = $1 limit 5)', [
      id,
    ]);
    expect(await total()).toBe(7);
  });
});

describe('a filter', async () => {
  const { id } = await aTenant(own);
  const staff = staffOf(id);
  const asha = await aCustomer(own, id, { name: 'Asha' });
  const day = (number: number) => `2026-03-0${number} 10:00:00Z`;
  const ongoing = await aCallOf(own, id, { startedAt: day(4), status: 'IN_PROGRESS', customerId: asha });
  const lost = await aCallOf(own, id, { startedAt: day(3), status: 'LOST', lines: ['Hello.', 'A fever.'] });
  const done = await aCallOf(own, id, {
    startedAt: day(2),
    customerId: asha,
    lines: ['Hello.', 'A fever, too.'],
  });
  const first = await aCallOf(own, id, { startedAt: day(1) });
  for (const [call, sentiment, intents] of [
    [lost, 'NEGATIVE', ['COMPLAINT', 'PRICING']],
    [done, 'NEGATIVE', ['PRICING']],
    [first, 'POSITIVE', ['GENERAL']],
  ] as const) {
    await analysed(call, sentiment, intents);
  }

  test.each<[CallFilter, string[]]>([
    [{ status: 'COMPLETED' }, [done, first]],
    [{ status: 'IN_PROGRESS' }, [ongoing]],
    [{ status: 'LOST' }, [lost]],
    [{ customerId: asha }, [ongoing, done]],
    [{ customerId: randomUUID() }, []],
    [{ customerId: 'nobody' }, []],
    [{ from: new Date(day(2)) }, [ongoing, lost, done]],
    [{ to: new Date(day(2)) }, [first]],
    [{ from: new Date(day(2)), to: new Date(day(4)) }, [lost, done]],
    [{ from: new Date(day(2)), to: new Date(day(2)) }, []],
    [{ sentiment: 'NEGATIVE' }, [lost, done]],
    [{ sentiment: 'NEUTRAL' }, []],
    [{ sentiment: 'NEGATIVE', from: new Date(day(3)) }, [lost]],
    [{ intent: 'PRICING' }, [lost, done]],
    [{ intent: 'COMPLAINT', sentiment: 'NEGATIVE' }, [lost]],
    [{ search: 'fever' }, [lost, done]],
    [{ search: 'fever', from: new Date(day(3)) }, [lost]],
    [{ search: 'fever', to: new Date(day(3)) }, [done]],
    [{ search: 'fever', status: 'LOST' }, [lost]],
    [{ search: 'fever', sentiment: 'NEGATIVE', intent: 'PRICING', customerId: asha }, [done]],
    [{ search: ' ' }, [ongoing, lost, done, first]],
    [{}, [ongoing, lost, done, first]],
  ])('%j leaves what fits, page by page', async (filter, expected) => {
    expect(await idsOf(staff, filter)).toEqual(expected);
    expect(await idsOf(staff, filter, { first: 1 })).toEqual(expected);
  });

  test.each<[object, string]>([
    [{ filter: { from: new Date(day(3)), to: new Date(day(2)) } }, 'from'],
    [{ filter: { search: 'x'.repeat(201) } }, 'search'],
    [{ first: 0 }, 'first'],
    [{ first: 101 }, 'first'],
    [{ after: 'nonsense' }, 'after'],
  ])('%j is refused', async (page, field) => {
    const wanted = { first: 25, after: null, filter: null, ...page };
    await expect(calls.list(staff.viewer, null, wanted)).rejects.toThrow(code('BAD_USER_INPUT', field));
  });

  async function analysed(call: string, sentiment: string, intents: readonly string[]) {
    await own.admin(
      `insert into call_analyses (tenant_id, call_id, started_at, sentiment, sentiment_score, summary, intents, outcome,
         source, line_count, caller_lines, is_returning, replies, reply_ms, analysed_at)
       select tenant_id, id, started_at, $2, 0, 'About money.', $3, 'RESOLVED', 'SCRIPTED', 2, 1, false, 1, 1, now()
         from calls where id = $1`,
      [call, sentiment, intents],
    );
    await own.admin(
      `insert into call_intents (tenant_id, call_id, intent, started_at)
       select tenant_id, id, unnest($2::text[]), started_at from calls where id = $1`,
      [call, intents],
    );
  }
});

describe('another tenant’s calls', async () => {
  const [mine, theirs] = [await aTenant(own), await aTenant(own)];
  const call = await aCallOf(own, theirs.id, { lines: ['The secret is plumage.'] });
  const me = anAdminOf(mine.id);

  test('sound like calls that do not exist', async () => {
    for (const id of [call, randomUUID(), 'nonsense', '']) {
      await expect(calls.get(me.viewer, id)).rejects.toThrow(code('NOT_FOUND'));
    }
    await expect(idsOf(me, null, { tenantId: theirs.id })).rejects.toThrow(code('NOT_FOUND'));
    expect(await idsOf(me)).toEqual([]);
  });

  test('are not found by their words either, alone or among other filters', async () => {
    expect(await idsOf(anAdminOf(theirs.id), { search: 'plumage' })).toEqual([call]);
    for (const filter of [{ search: 'plumage' }, { search: 'plumage', status: 'COMPLETED' as const }]) {
      expect(await idsOf(me, filter)).toEqual([]);
    }
  });

  test('are a super admin’s to see, who names the tenant', async () => {
    const boss = aSuperAdmin();
    expect(await calls.get(boss.viewer, call)).toMatchObject({ id: call, tenantId: theirs.id });
    expect(await idsOf(boss, { search: 'plumage' }, { tenantId: theirs.id })).toEqual([call]);
    await expect(idsOf(boss)).rejects.toThrow(code('BAD_USER_INPUT', 'tenantId'));
    await expect(idsOf(boss, null, { tenantId: randomUUID() })).rejects.toThrow(code('NOT_FOUND'));
  });
});
