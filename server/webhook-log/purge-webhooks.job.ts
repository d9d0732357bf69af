import { z } from 'zod';
import type { Clock } from '../infra/clock.ts';
import type { Database } from '../infra/database.ts';
import { trim } from './webhook-log.store.ts';

const DAY_MS = 24 * 60 * 60_000;
/** Nobody looks for a fault for longer; a tenant that keeps transcripts for a shorter time keeps these as short. */
const MOST_DAYS = 7;

/** Forgets webhooks past their time, and the oldest where there are too many. */
export async function purgeWebhooks(database: Database, clock: Clock): Promise<void> {
  const now = clock.now().getTime();
  const tenants = await database.asPlatform((tx) =>
    tx.query<{ id: string | null; days: number }>(TENANTS, [MOST_DAYS]),
  );
  for (const { id, days } of tenants) {
    await database.asPlatform(async (tx) => {
      const until = new Date(now - days * DAY_MS);
      if (id === null) await tx.query('delete from webhook_log where tenant_id is null and at < $1', [until]);
      else await tx.query('delete from webhook_log where tenant_id = $2 and at < $1', [until, id]);
      await trim(tx, id);
    });
  }
}

const TENANTS = `
  select id, least(transcript_retention_days, $1)::int as days from tenants
  union all select null, $1::int`;

const payload = z.object({ tenantId: z.uuid(), providerCallIds: z.array(z.string()) });

/** Forgets webhooks of an erased person's calls that were written only after they were erased. */
export async function eraseLateWebhooks(database: Database, given: unknown): Promise<void> {
  const { tenantId, providerCallIds } = payload.parse(given);
  await database.inTenant(tenantId, (tx) =>
    tx.query('delete from webhook_log where tenant_id = $1 and provider_call_id = any($2)', [
      tenantId,
      providerCallIds,
    ]),
  );
}
