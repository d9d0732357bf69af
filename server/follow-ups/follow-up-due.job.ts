import { z } from 'zod';
import type { Database, Tx } from '../infra/database.ts';
import { type TenantId, writtenTenantId } from '../infra/ids.ts';
import { FOLLOW_UP_ACTIVITY, type FollowUpNews } from './follow-up-activity.ts';
import { findOpenDueAt } from './follow-up-due.store.ts';

export const FOLLOW_UP_DUE = 'follow-up-due';

const payloadOf = z.object({ tenantId: writtenTenantId, followUpId: z.uuid(), dueAt: z.iso.datetime() });

/** Tells people when a follow-up falls due. What is due at once was told as it came. */
export async function tellWhenDue(
  tx: Tx,
  { tenantId, id, status, dueAt }: { tenantId: TenantId; id: string; status: string; dueAt: Date | null },
  now: Date,
): Promise<void> {
  if (status !== 'OPEN' || dueAt === null || dueAt <= now) return;
  const payload = { tenantId, followUpId: id, dueAt: dueAt.toISOString() };
  await tx.addJob(FOLLOW_UP_DUE, payload, { key: `follow-up due ${id}`, runAt: dueAt });
}

/** Whatever was settled, put off or erased meanwhile is nothing to tell. */
export async function announceDue(database: Database, given: unknown): Promise<void> {
  const { tenantId, followUpId, dueAt } = payloadOf.parse(given);
  await database.inTenant(tenantId, async (tx) => {
    const isDueAt = await findOpenDueAt(tx, tenantId, followUpId);
    if (isDueAt?.getTime() !== Date.parse(dueAt)) return;
    const news: FollowUpNews = { kind: 'DUE', tenantId, followUpId };
    await tx.notify(FOLLOW_UP_ACTIVITY, JSON.stringify(news));
  });
}
