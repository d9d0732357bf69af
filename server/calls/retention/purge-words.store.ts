import { sql } from 'kysely';
import type { Tx } from '../../infra/database.ts';
import type { CallId, TenantId } from '../../infra/ids.ts';
import { anyOf, exactly } from '../../infra/tables.ts';

/**
 * Forgets what was said in calls; that they were, when and how long stays. What else quotes the words (the index of
 * words, analyses, follow-ups, deliveries) follows by triggers on `turns`.
 */
export async function purgeWords({ db }: Tx, tenantId: TenantId, callIds: readonly CallId[]): Promise<void> {
  // After the exchanges: what a model was told is written only while its exchange is there.
  for (const table of ['exchanges', 'promptLogParts', 'turns'] as const) {
    await db
      .deleteFrom(table)
      .where('tenantId', '=', tenantId)
      .where('callId', '=', anyOf(callIds))
      .execute();
  }
}

/** A tenant whose transcripts are kept for some days, and until when they are forgotten already. */
export type Retention = { tenantId: TenantId; days: number; doneUntil: Date | null };

export async function findRetentions({ db }: Tx): Promise<Retention[]> {
  const tenants = await db
    .selectFrom('tenants')
    .select(['id as tenantId', 'transcriptRetentionDays as days', 'transcriptsForgottenUntil as doneUntil'])
    .where('erasingSince', 'is', null)
    .where('transcriptRetentionDays', 'is not', null)
    .$narrowType<{ days: number }>()
    .execute();
  return tenants;
}

/** When a call started, to the microsecond, and which it is. */
type Place = { at: string; id: CallId };

/** Calls that are over and started before `until`, the oldest first, at most `most` after a place. */
export function findOldestCalls(
  { db }: Tx,
  tenantId: TenantId,
  { after, until, most }: { after: Place; until: Date; most: number },
): Promise<Place[]> {
  return db
    .selectFrom('calls')
    .select(['id', (eb) => exactly(eb.ref('startedAt')).as('at')])
    .where('tenantId', '=', tenantId)
    .where(({ ref }) => {
      const place = sql`(${ref('startedAt')}, ${ref('id')})`;
      return sql<boolean>`${place} > (${after.at}::timestamptz, ${after.id}::uuid)`;
    })
    .where('startedAt', '<', until)
    .where('status', '<>', 'IN_PROGRESS')
    .orderBy('startedAt')
    .orderBy('id')
    .limit(most)
    .execute();
}

/**
 * Notes until when transcripts are forgotten, to the microsecond where it is a call's place. Never back: with a longer
 * time to keep, what is forgotten stays so.
 */
export async function noteForgotten({ db }: Tx, tenantId: TenantId, until: Date | string): Promise<void> {
  await db
    .updateTable('tenants')
    .set(({ ref }) => ({
      transcriptsForgottenUntil: sql<Date>`greatest(${ref('transcriptsForgottenUntil')}, ${until}::timestamptz)`,
    }))
    .where('id', '=', tenantId)
    .execute();
}
