import { CompiledQuery } from 'kysely';
import { describe, expect, test } from 'vitest';
import { CallListService } from '../../../../server/calls/history/call-list.service.ts';
import type { TenantId } from '../../../../server/infra/ids.ts';
import { aCallOf } from '../../../support/call.ts';
import { aDatabase, type TestDatabase } from '../../../support/database.ts';
import { aPlainOwner } from '../../../support/plain-owner.ts';
import { aTenant } from '../../../support/tenant.ts';
import { anAdminOf } from '../../../support/viewer.ts';

const own = await aDatabase();
const calls = new CallListService(own.database);

/** The calls that a search finds, as what was said first in them. */
async function found(tenantId: TenantId, search: string, status?: 'COMPLETED'): Promise<string[]> {
  const filter = { search, ...(status && { status }) };
  const page = await calls.list(anAdminOf(tenantId).viewer, null, { first: 100, after: null, filter });
  expect(await page.totalCount).toBe(page.edges.length);
  const ids = page.edges.map(({ node }) => node.id);
  const lines = await own.admin<{ call_id: string; text: string }>(
    'select call_id, text from turns where call_id = any($1) and number = 1',
    [ids],
  );
  return ids.map((id) => lines.find(({ call_id }) => call_id === id)?.text ?? 'no words');
}

describe('words', async () => {
  const { id } = await aTenant(own);
  for (const [index, lines] of [
    ['Fever', 'My daughter has a high fever since Sunday.', 'Please come in at 12 Lake Road.'],
    ['Report', 'Is the MRI report of Mrs. O’Brien-Rao ready?', 'At reception, on the road side of the lake.'],
    ['Hindi', 'डॉक्टर सुनीता आज हैं क्या?', 'Mujhe appointment चाहिए। 12,000 rupees—hai?'],
    ["Odd ' \\ & | ! : * <-> ( )", 'pipe|and&amp', "back\\slash quo'te"],
  ].entries()) {
    await aCallOf(own, id, { lines, startedAt: `2026-03-0${9 - index}Z` });
  }

  test.each([
    ['fever', ['Fever']],
    ['FEVER sunday', ['Fever']],
    ['fever tuesday', []],
    ['lake road', ['Fever', 'Report']],
    ['"lake road"', ['Fever']],
    ['lake -fever', ['Report']],
    ['fever or mri', ['Fever', 'Report']],
    ['daugh', ['Fever']],
    ['"daugh"', []],
    ['daugh fever', []],
    ['सुनीता', ['Hindi']],
    ['डॉक्', ['Hindi']],
    ['appointment hai', ['Hindi']],
    ['brien', ['Report']],
    ['o’brien', ['Report']],
    ["o'brien-rao", ['Report']],
    ['“lake road”', ['Fever']],
    ['चाहिए', ['Hindi']],
    ['आज', ['Hindi']],
    ['12', ['Fever', 'Hindi']],
    ["back\\slash quo'te", ["Odd ' \\ & | ! : * <-> ( )"]],
    ['!!! & ( )', []],
    ["' or 1=1 --", []],
  ])('%j are said in %j', async (search, expected) => {
    expect(await found(id, search)).toEqual(expected);
  });

  test.each(['\u{1f600}', '((((', ':*', "\\'", '&&', '" "', 'a'.repeat(200), '<->'])(
    '%j breaks nothing',
    async (search) => {
      expect(await found(id, search)).toEqual([]);
    },
  );
});

describe('what is found', () => {
  test('includes calls that are on now, and words that came when a call was over', async () => {
    const { id } = await aTenant(own);
    const call = await aCallOf(own, id, { status: 'IN_PROGRESS', lines: ['Now', 'An early word.'] });
    expect(await found(id, 'early')).toEqual(['Now']);
    await own.admin(`update calls set status = 'COMPLETED' where id = $1`, [call]);
    expect(await found(id, 'early')).toEqual(['Now']);
    await own.admin(
      `insert into turns (tenant_id, call_id, number, speaker, text, at) values ($1, $2, 3, 'CALLER', 'A late one.', now())`,
      [id, call],
    );
    expect(await found(id, 'early late')).toEqual(['Now']);
    await own.admin(`update turns set text = 'Changed.' where call_id = $1 and number = 3`, [call]);
    expect(await found(id, 'late')).toEqual([]);
    await own.admin('delete from turns where call_id = $1 and number = 2', [call]);
    expect(await found(id, 'early')).toEqual([]);
  });

  test('includes the summary', async () => {
    const { id } = await aTenant(own);
    await aCallOf(own, id, { lines: ['Summed up'] });
    await own.admin(
      `insert into call_analyses (tenant_id, call_id, started_at, sentiment, sentiment_score, summary, intents, outcome,
         source, line_count, caller_lines, is_returning, replies, reply_ms, analysed_at)
       select tenant_id, id, started_at, 'NEUTRAL', 0, 'The caller asked for parking.', '{}', 'RESOLVED', 'SCRIPTED',
              1, 0, false, 1, 1, now() from calls where tenant_id = $1`,
      [id],
    );
    expect(await found(id, 'parking')).toEqual(['Summed up']);
  });

  test('is found by every part of a very long call, whose hangup isn’t kept from being stored', async () => {
    const { id } = await aTenant(own);
    const words = Array.from({ length: 20 }, (_, line) =>
      Array.from({ length: 600 }, (_, word) => `w${line}x${word}`).join(' '),
    );
    await aCallOf(own, id, { lines: ['Long', ...words, 'y'.repeat(3_000)] });
    expect(await found(id, 'w0x1')).toEqual(['Long']);
    expect(await found(id, 'w15x100 ')).toEqual(['Long']);
  });

  test('is the same whether a word is rare or in thousands of calls, with other filters and without', async () => {
    const { id } = await aTenant(own);
    await own.admin(
      `with call as (
         insert into calls (tenant_id, provider_call_id, status, started_at, last_heard_at)
         select $1, 'n' || n, case when n % 3 = 0 then 'LOST' else 'COMPLETED' end,
                timestamptz '2026-01-01Z' + make_interval(mins => n), now() from generate_series(1, 4500) n
         returning id, provider_call_id, started_at
       )
       insert into turns (tenant_id, call_id, number, speaker, text, at)
       select $1, id, 1, 'AGENT', provider_call_id || case when provider_call_id = 'n10' then ' common rare' else ' common' end,
              started_at from call`,
      [id],
    );
    const page = (search: string, status?: 'COMPLETED' | 'LOST') => {
      const filter = { search, ...(status && { status }) };
      return calls.list(anAdminOf(id).viewer, null, { first: 100, after: null, filter });
    };
    expect(await (await page('common')).totalCount).toBe(4_500);
    expect(await (await page('common', 'COMPLETED')).totalCount).toBe(3_000);
    expect(await (await page('common', 'LOST')).totalCount).toBe(1_500);
    expect((await page('common', 'LOST')).edges.map(({ node }) => node.providerCallId).slice(0, 2)).toEqual([
      'n4500',
      'n4497',
    ]);
    expect(await found(id, 'rare')).toEqual(['n10 common rare']);
    expect(await found(id, 'rare common', 'COMPLETED')).toEqual(['n10 common rare']);
    expect((await page('rare', 'LOST')).edges).toEqual([]);
  });
});

test('on a PostgreSQL that gives its owner no privileges, the same is found, and nothing of others', async () => {
  const plain = await aPlainOwner(own);
  // Triggers are held to the policies as well, so rows have to come as they do in earnest.
  const admin: TestDatabase['admin'] = async <T>(sql: string, given: unknown[] = []) =>
    plain.database.asPlatform(async ({ db }) => {
      const { rows } = await db.withoutPlugins().executeQuery<T>(CompiledQuery.raw(sql, given));
      return rows;
    });
  const hosted = { ...plain, admin };
  const [mine, theirs] = [await aTenant(hosted), await aTenant(hosted)];
  const lines = ['Hello.', 'Where is the parking?'];
  const ended = await aCallOf(hosted, mine.id, { lines });
  const ongoing = await aCallOf(hosted, mine.id, { lines, startedAt: '2026-04-01Z', status: 'IN_PROGRESS' });
  await aCallOf(hosted, theirs.id, { lines });
  const log = new CallListService(hosted.database);

  for (const filter of [{ search: 'parking' }, { search: 'parking', to: new Date('2027-01-01Z') }]) {
    const page = await log.list(anAdminOf(mine.id).viewer, null, { first: 10, after: null, filter });
    expect(page.edges.map(({ node }) => node.id)).toEqual([ongoing, ended]);
    expect(await page.totalCount).toBe(2);
  }
});
