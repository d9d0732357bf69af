import { z } from 'zod';
import type { Clock } from '../infra/clock.ts';
import type { Database } from '../infra/database.ts';
import { writtenTenantId } from '../infra/ids.ts';
import { deleteRefusals } from './refused-webhooks.store.ts';
import { deleteWebhooks, deleteWebhooksOfCalls, findRetentions, trim } from './webhook-log.store.ts';

const DAY_MS = 24 * 60 * 60_000;
/** Admins look for a fault within a week; a tenant that keeps transcripts for a shorter time keeps these as short. */
const MOST_DAYS = 7;

/** Forgets webhooks past their time, and the oldest where there are too many. */
export async function purgeWebhooks(database: Database, clock: Clock): Promise<void> {
  const now = clock.now().getTime();
  await database.asPlatform((tx) => deleteRefusals(tx, new Date(now - MOST_DAYS * DAY_MS)));
  const tenants = await database.asPlatform(findRetentions);
  for (const { id, days } of [...tenants, { id: null, days: null }]) {
    await database.asPlatform(async (tx) => {
      const keptMs = Math.min(days ?? MOST_DAYS, MOST_DAYS) * DAY_MS;
      await deleteWebhooks(tx, id, new Date(now - keptMs));
      await trim(tx, id);
    });
  }
}

const payload = z.object({ tenantId: writtenTenantId, providerCallIds: z.array(z.string()) });

/** Forgets webhooks of an erased person's calls that were written only after they were erased. */
export async function eraseLateWebhooks(database: Database, given: unknown): Promise<void> {
  const { tenantId, providerCallIds } = payload.parse(given);
  await database.inTenant(tenantId, (tx) => deleteWebhooksOfCalls(tx, tenantId, providerCallIds));
}
