import { expect, test } from 'vitest';
import { CallListService } from '../../../../server/calls/history/call-list.service.ts';
import { purgeExpired } from '../../../../server/calls/retention/purge-expired.job.ts';
import type { TenantId } from '../../../../server/infra/ids.ts';
import { aCallOf } from '../../../support/call.ts';
import { aDatabase } from '../../../support/database.ts';
import { aTenant } from '../../../support/tenant.ts';
import { anAdminOf } from '../../../support/viewer.ts';

const own = await aDatabase();
const clock = (now: string) => ({ now: () => new Date(now) });

/** A tenant that keeps words for so many days; null keeps them for ever. */
async function aForgetfulTenant(days: number | null): Promise<TenantId> {
  const { id } = await aTenant(own);
  await own.admin('update tenants set transcript_retention_days = $2 where id = $1', [id, days]);
  return id;
}

/** Calls whose words are still there. */
async function remembered(tenantId: TenantId): Promise<string[]> {
  const rows = await own.admin<{ id: string }>(
    `select id from calls c where tenant_id = $1
        and exists (select from turns t where t.call_id = c.id) and exists (select from exchanges e where e.call_id = c.id)
      order by started_at`,
    [tenantId],
  );
  return rows.map(({ id }) => id);
}

test('words are forgotten after as many days as the tenant keeps them; the call stays in the log', async () => {
  const id = await aForgetfulTenant(30);
  const old = await aCallOf(own, id, {
    startedAt: '2026-05-01 11:59:59Z',
    lines: ['Hello.', 'An old secret.'],
  });
  const justKept = await aCallOf(own, id, { startedAt: '2026-05-01 12:00:00Z' });

  await purgeExpired(own.database, clock('2026-05-31T12:00:00Z'));

  expect(await remembered(id)).toEqual([justKept]);
  const log = new CallListService(own.database);
  const page = (search: string | null) =>
    log.list(anAdminOf(id).viewer, null, { first: 10, after: null, filter: { search } });
  expect((await page(null)).edges.map(({ node }) => node.id)).toEqual([justKept, old]);
  expect((await page('secret')).edges).toEqual([]);
});

test('what quotes the words goes with them', async () => {
  const id = await aForgetfulTenant(30);
  const call = await aCallOf(own, id, { startedAt: '2026-05-01Z' });
  await own.admin(
    `insert into call_analyses (tenant_id, call_id, started_at, sentiment, sentiment_score, summary, intents, outcome,
       source, line_count, caller_lines, is_returning, replies, reply_ms, analysed_at)
     select tenant_id, id, started_at, 'NEGATIVE', -0.5, 'The caller told a secret.', '{PRICING}', 'RESOLVED', 'SCRIPTED',
            2, 1, false, 1, 1, now() from calls where id = $1`,
    [call],
  );

  await purgeExpired(own.database, clock('2026-07-01T00:00:00Z'));

  const [analysis] = await own.admin<{ summary: string; sentiment: string }>(
    'select summary, sentiment from call_analyses where call_id = $1',
    [call],
  );
  expect(analysis?.summary).not.toContain('secret');
  expect(analysis?.sentiment).toBe('NEGATIVE');
});

test('a tenant that keeps its words for ever keeps them, and calls that are on are left alone', async () => {
  const [keeps, forgets] = [await aForgetfulTenant(null), await aForgetfulTenant(1)];
  const kept = await aCallOf(own, keeps, { startedAt: '2020-01-01Z' });
  const ongoing = await aCallOf(own, forgets, { startedAt: '2020-01-01Z', status: 'IN_PROGRESS' });

  await purgeExpired(own.database, clock('2026-07-01T00:00:00Z'));

  expect(await remembered(keeps)).toEqual([kept]);
  expect(await remembered(forgets)).toEqual([ongoing]);
});

test('thousands of calls are forgotten, of one instant as well, and the next day only what has become old since', async () => {
  const id = await aForgetfulTenant(1);
  await own.admin(
    `with call as (
       insert into calls (tenant_id, provider_call_id, status, started_at, last_heard_at)
       select $1, 'n' || n, 'COMPLETED', timestamptz '2026-05-01Z' + make_interval(hours => n / 450), now()
         from generate_series(1, 1000) n returning id)
     insert into turns (tenant_id, call_id, number, speaker, text, at) select $1, id, 1, 'AGENT', 'Hello.', now() from call`,
    [id],
  );
  const tomorrow = await aCallOf(own, id, { startedAt: '2026-05-09 06:00Z' });

  await purgeExpired(own.database, clock('2026-05-10T00:00:00Z'));
  expect(await own.admin('select from turns where tenant_id = $1 and call_id <> $2', [id, tomorrow])).toEqual(
    [],
  );
  expect(await remembered(id)).toEqual([tomorrow]);

  await purgeExpired(own.database, clock('2026-05-11T00:00:00Z'));
  expect(await remembered(id)).toEqual([]);
});

test('words that came late to a call that was done already are forgotten as well', async () => {
  const id = await aForgetfulTenant(1);
  const call = await aCallOf(own, id, { startedAt: '2026-05-08Z' });
  await purgeExpired(own.database, clock('2026-05-10T00:00:00Z'));
  await own.admin(
    `insert into turns (tenant_id, call_id, number, speaker, text, at) values ($1, $2, 9, 'CALLER', 'Late.', now())`,
    [id, call],
  );

  await purgeExpired(own.database, clock('2026-05-11T00:00:00Z'));

  expect(await own.admin('select from turns where call_id = $1', [call])).toEqual([]);
});
