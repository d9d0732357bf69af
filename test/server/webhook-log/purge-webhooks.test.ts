import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { purgeExpired } from '../../../server/calls/retention/purge-expired.job.ts';
import { purgeWords } from '../../../server/calls/retention/purge-words.store.ts';
import { systemClock } from '../../../server/infra/clock.ts';
import type { CustomerId } from '../../../server/infra/ids.ts';
import { eraseTenant } from '../../../server/tenants/erasure-and-export/erase-tenant.job.ts';
import { eraseLateWebhooks, purgeWebhooks } from '../../../server/webhook-log/purge-webhooks.job.ts';
import { writeWebhooks } from '../../../server/webhook-log/webhook-log.store.ts';
import { aCallOf } from '../../support/call.ts';
import { aDatabase } from '../../support/database.ts';
import { asCustomerId } from '../../support/ids.ts';
import { aTenant } from '../../support/tenant.ts';
import { aNote } from './webhook-notes.ts';

const own = await aDatabase();
const DAY_MS = 24 * 60 * 60_000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS);

const idsOf = async (tenantId: string | null) =>
  (
    await own.admin<{ id: string }>(
      'select provider_call_id as id from webhook_log where tenant_id is not distinct from $1 order by at',
      [tenantId],
    )
  ).map(({ id }) => id);

async function aCustomerOf(tenantId: string, phone: string): Promise<CustomerId> {
  const [row] = await own.admin<{ id: string }>(
    'insert into customers (tenant_id, phone, first_seen_at) values ($1, $2, now()) returning id',
    [tenantId, phone],
  );
  return asCustomerId(row?.id ?? '');
}

test('webhooks are kept for a week, or for as long as transcripts are where that is shorter', async () => {
  const [usual, brief] = [await aTenant(own), await aTenant(own)];
  await own.admin('update tenants set transcript_retention_days = 2 where id = $1', [brief.id]);
  const notes = [1, 3, 8].flatMap((days) =>
    [usual.id, brief.id, undefined].map((tenantId) =>
      aNote({ tenantId, at: daysAgo(days), providerCallId: `${days} days` }),
    ),
  );
  await writeWebhooks(own.database, notes);
  await purgeWebhooks(own.database, systemClock);
  expect(await idsOf(usual.id)).toEqual(['3 days', '1 days']);
  expect(await idsOf(brief.id)).toEqual(['1 days']);
  expect(await idsOf(null)).toEqual(['3 days', '1 days']);
});

test('where a call’s words are forgotten, so are its webhooks, and no others', async () => {
  const { id } = await aTenant(own);
  const call = await aCallOf(own, id);
  const other = await aCallOf(own, id);
  for (const each of [call, other]) {
    await writeWebhooks(own.database, [aNote({ tenantId: id, providerCallId: `call ${each}` })]);
  }
  await own.database.inTenant(id, (tx) => purgeWords(tx, id, [call]));
  expect(await idsOf(id)).toEqual([`call ${other}`]);
  await own.admin('update tenants set transcript_retention_days = 1 where id = $1', [id]);
  await purgeExpired(own.database, systemClock);
  expect(await idsOf(id)).toEqual([]);
});

test('where a person is erased, every webhook of theirs is, also one that is written only then', async () => {
  const { id } = await aTenant(own);
  const customerId = await aCustomerOf(id, '+919876500001');
  const call = await aCallOf(own, id, { customerId });
  const theirs = `call ${call}`;
  await writeWebhooks(own.database, [
    aNote({ tenantId: id, providerCallId: theirs, phone: undefined }),
    aNote({ tenantId: id, providerCallId: 'refused', phone: '+919876500001', reason: 'SIGNATURE' }),
    aNote({ tenantId: id, providerCallId: 'other', phone: '+919876500002' }),
  ]);
  await own.database.inTenant(id, ({ db }) =>
    db.deleteFrom('customers').where('id', '=', customerId).execute(),
  );
  expect(await idsOf(id)).toEqual(['other']);

  await writeWebhooks(own.database, [aNote({ tenantId: id, providerCallId: theirs })]);
  const [job] = await own.admin<{ payload: unknown; isLater: boolean }>(
    `select j.payload, v.run_at > now() + interval '1 minute' as "isLater"
       from graphile_worker._private_jobs j join graphile_worker.jobs v using (id)
      where v.task_identifier = 'erase-late-webhooks' and j.payload ->> 'tenantId' = $1`,
    [id],
  );
  expect(job?.isLater).toBe(true);
  await eraseLateWebhooks(own.database, job?.payload);
  expect(await idsOf(id)).toEqual(['other']);
});

test('a tenant that is erased leaves none, and no job for each customer', async () => {
  const { id } = await aTenant(own);
  const customerId = await aCustomerOf(id, '+919876500003');
  await aCallOf(own, id, { customerId });
  await writeWebhooks(own.database, [aNote({ tenantId: id, providerCallId: randomUUID() })]);
  await own.admin('update tenants set erasing_since = now() where id = $1', [id]);
  await writeWebhooks(own.database, [aNote({ tenantId: id, providerCallId: 'late' })]);
  await eraseTenant(own.database, { tenantId: id });
  expect(await idsOf(id)).toEqual([]);
  expect(await idsOf(null)).not.toContain('late');
  expect(
    await own.admin(`select from graphile_worker._private_jobs where payload ->> 'tenantId' = $1`, [id]),
  ).toEqual([]);
});
